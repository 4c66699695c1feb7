/** The steps of one sample: finished ones, then the line being written. */
import { useTranslation } from 'react-i18next';
import type { StepRecord } from '#app/protocol/solve.ts';
import { TypesetText } from '../maths/typeset-text.tsx';
import { StepCard } from './step-card.tsx';
import { useGradualCount } from './use-gradual-count.ts';
import './steps.css';

interface StepListProps {
  readonly steps: readonly StepRecord[];
  /** The line being written; '' when there is none. */
  readonly tail: string;
  readonly live: boolean;
  readonly current: number | null;
  readonly onCopy?: (number: number) => void;
  readonly testId?: string;
}

export function StepList({ steps, tail, live, current, onCopy, testId = 'step-card' }: StepListProps) {
  const { t } = useTranslation();
  const drawn = useGradualCount(steps.length);
  return (
    <ol className="steps" aria-label={t('step.listLabel')}>
      {steps.slice(0, drawn).map((step, place) => (
        <StepCard
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place; places never move.
          key={place}
          step={step}
          number={place + 1}
          current={current === place}
          onCopy={onCopy}
          testId={testId}
        />
      ))}
      {tail.trim() !== '' && drawn === steps.length && (
        <li className="step step-live" aria-label={live ? t('step.live') : undefined}>
          <span className="step-number" aria-hidden="true">
            {steps.length + 1}
          </span>
          <div className="step-content step-prose">
            <TypesetText text={withoutScratchMark(tail)} live={live} />
          </div>
        </li>
      )}
    </ol>
  );
}

const withoutScratchMark = (line: string): string => (line.startsWith('> ') ? line.slice(2) : line);
