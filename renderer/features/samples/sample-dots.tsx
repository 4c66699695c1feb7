/** One dot for each sample. It fills as the sample is written; its shape tells how it ended, so that colour is not needed. */
import { type KeyboardEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import { speak } from '../../typeset/speech/speak.ts';
import { soleLeader, votersOf } from '../agreement/verdict-words.ts';
import { useMathsLanguage } from '../maths/maths-language.tsx';
import { useStores } from '../use-stores.tsx';

/** Fullness a running dot never passes: full means done. */
const ALMOST_FULL = 0.8;
/** Tokens a solution is guessed to take before the first one is finished. */
const GUESSED_TOKENS = 200;

interface SampleDotsProps {
  readonly record: SolveRecord;
  /** Index of the sample on screen. */
  readonly shown: number | null;
  /** Place of the branch whose samples these are; absent: those that vote on the problem. */
  readonly branch?: number;
}

export function SampleDots({ record, shown, branch }: SampleDotsProps) {
  const { t } = useTranslation();
  const { tally } = branch === undefined ? record : record.branches[branch];
  const leading = new Set(soleLeader(tally)?.samples);
  const longest = Math.max(0, ...record.samples.filter(({ status }) => status === 'finished').map(({ tokens }) => tokens));
  const voters = votersOf(record, branch);
  const reachable = voters.find(({ index }) => index === shown)?.index ?? voters[0]?.index;
  return (
    <ul className="dots" aria-label={t('agreement.samples')} onKeyDown={moveAmong}>
      {voters.map((sample) => (
        <li key={sample.index}>
          <SampleDot
            index={sample.index}
            status={sample.status}
            answer={sample.answer}
            fullness={fullness(sample, longest || GUESSED_TOKENS)}
            leading={leading.has(sample.index)}
            pressed={sample.index === shown}
            reachable={sample.index === reachable}
          />
        </li>
      ))}
    </ul>
  );
}

interface SampleDotProps {
  readonly index: number;
  readonly status: SampleRecord['status'];
  readonly answer: string | null;
  readonly fullness: number;
  readonly leading: boolean;
  readonly pressed: boolean;
  /** Tab stops here; the arrow keys reach the others. */
  readonly reachable: boolean;
}

/** The arrow keys go from dot to dot. */
function moveAmong(event: KeyboardEvent<HTMLElement>): void {
  const dots = [...event.currentTarget.querySelectorAll('button')];
  const at = dots.findIndex((dot) => dot.contains(document.activeElement));
  const next = dots[nextPlace(event.key, at, dots.length)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function nextPlace(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return at + 1;
    case 'ArrowLeft':
    case 'ArrowUp':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}

const SampleDot = memo(function SampleDot(props: SampleDotProps) {
  const { index, status, answer, fullness, leading, pressed, reachable } = props;
  const { t } = useTranslation();
  const { selection } = useStores();
  const language = useMathsLanguage();
  const number = index + 1;
  const label =
    answer === null
      ? t('agreement.dot', { number, status: t(`sample.status.${status}`) })
      : t('agreement.dotAnswer', { number, answer: speak(answer, language) });
  return (
    <button
      type="button"
      className={`dot dot-${shape(status, answer)}${leading ? ' dot-leading' : ''}`}
      data-testid="sample-dot"
      tabIndex={reachable ? 0 : -1}
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      onClick={() => selection.choose(index)}
    >
      <span className="dot-ring">
        <span className="dot-fill" style={{ transform: `scaleY(${fullness})` }} />
      </span>
    </button>
  );
});

function shape(status: SampleRecord['status'], answer: string | null): 'waiting' | 'running' | 'answered' | 'unanswered' {
  if (status === 'waiting' || status === 'running') return status;
  return answer === null ? 'unanswered' : 'answered';
}

/** In tenths, so that a dot is drawn again ten times in its life and not at every token. */
function fullness(sample: SampleRecord, expected: number): number {
  if (sample.status === 'waiting') return 0;
  if (sample.status !== 'running') return sample.answer === null ? 0 : 1;
  return Math.round(Math.min(sample.tokens / expected, ALMOST_FULL) * 10) / 10;
}
