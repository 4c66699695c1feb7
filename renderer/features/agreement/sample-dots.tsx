/** One dot for each sample. It fills as the sample is written; its shape tells how it ended, so that colour is not needed. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import { speak } from '../../typeset/speak.ts';
import { useStores } from '../use-stores.tsx';
import { soleLeader, votersOf } from './verdict-words.ts';

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
  return (
    <ul className="dots" aria-label={t('agreement.samples')}>
      {votersOf(record, branch).map((sample) => (
        <li key={sample.index}>
          <SampleDot
            index={sample.index}
            status={sample.status}
            answer={sample.answer}
            fullness={fullness(sample, longest || GUESSED_TOKENS)}
            leading={leading.has(sample.index)}
            pressed={sample.index === shown}
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
}

const SampleDot = memo(function SampleDot({ index, status, answer, fullness, leading, pressed }: SampleDotProps) {
  const { t } = useTranslation();
  const { selection } = useStores();
  const number = index + 1;
  const label =
    answer === null
      ? t('agreement.dot', { number, status: t(`sample.status.${status}`) })
      : t('agreement.dotAnswer', { number, answer: speak(answer) });
  return (
    <button
      type="button"
      className={`dot dot-${shape(status, answer)}${leading ? ' dot-leading' : ''}`}
      data-testid="sample-dot"
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
