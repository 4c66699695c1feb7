/** Every sample of a vote at a glance: progress in words, a dot each, and the state of each in a list to unfold. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SolveRecord } from '#app/protocol/solve.ts';
import { votersOf } from '../agreement/verdict-words.ts';
import { Formula } from '../maths/typeset-text.tsx';
import { useStores } from '../use-stores.tsx';
import { SampleDots } from './sample-dots.tsx';
import { progressOf, type SampleState, stateOf } from './sample-status.ts';
import { useSampleRates } from './use-sample-rates.ts';
import './samples.css';

interface SampleStripProps {
  readonly record: SolveRecord;
  /** Index of the sample on screen. */
  readonly shown: number | null;
  /** Place of the branch whose samples these are; absent: those that vote on the problem. */
  readonly branch?: number;
}

export function SampleStrip({ record, shown, branch }: SampleStripProps) {
  const { t } = useTranslation();
  const samples = votersOf(record, branch);
  const rates = useSampleRates(samples);
  const { waiting, running, done, asked } = progressOf(samples);
  const parts = [
    t('stepping.done', { count: done, asked }),
    running > 0 && t('stepping.running', { count: running }),
    // Where the vote may end early, they are drawn only if it is not decided without them.
    waiting > 0 && t(record.options.stopEarly ? 'stepping.reserve' : 'stepping.waiting', { count: waiting }),
  ];
  return (
    <div className="samples">
      {done < asked && (
        <p className="samples-progress" data-testid="samples-progress">
          <span className="samples-done" style={{ transform: `scaleX(${done / asked})` }} aria-hidden="true" />
          {parts.filter(Boolean).join(' · ')}
        </p>
      )}
      <SampleDots record={record} shown={shown} branch={branch} />
      <details className="sample-list" data-testid="sample-list">
        <summary>{t('stepping.each')}</summary>
        <ul>
          {samples.map((sample) => (
            <SampleRow
              key={sample.index}
              index={sample.index}
              shown={sample.index === shown}
              rate={rates.get(sample.index) ?? null}
              {...flat(stateOf(record, sample))}
            />
          ))}
        </ul>
      </details>
    </div>
  );
}

interface SampleRowProps {
  readonly index: number;
  readonly shown: boolean;
  /** Tokens a second; null while unknown. */
  readonly rate: number | null;
  readonly state: SampleState['key'];
  readonly count: number;
  readonly answer: string;
}

/** A state as plain values, so that a row is drawn again only when one of them changes. */
const flat = (state: SampleState): Pick<SampleRowProps, 'state' | 'count' | 'answer'> => ({
  state: state.key,
  count: 'count' in state ? state.count : 0,
  answer: 'answer' in state ? state.answer : '',
});

const SampleRow = memo(function SampleRow({ index, shown, rate, state, count, answer }: SampleRowProps) {
  const { t } = useTranslation();
  const { selection } = useStores();
  return (
    <li>
      <button
        type="button"
        className="sample-row"
        data-testid="sample-row"
        data-state={state}
        aria-current={shown ? 'true' : undefined}
        onClick={() => selection.choose(index)}
      >
        <span className="sample-number">{index + 1}</span>
        <span className="sample-state">
          {state === 'answered' ? <Formula tex={answer} /> : t(`stepping.state.${state}`, { count })}
        </span>
        <span className="sample-rate">
          {state === 'answered' && t('stepping.counts', { count })}
          {state === 'thinking' && rate !== null && t('strip.tokensPerSecond', { rate })}
        </span>
      </button>
    </li>
  );
});
