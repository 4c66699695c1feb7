/** One finished step: number in the margin, goal, maths, working to unfold, and what checking found. Drawn once. */
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepRecord } from '#app/protocol/solve.ts';
import { Icon, paths } from '../../design/icons.tsx';
import { ProblemText } from '../maths/problem-text.tsx';
import { TypesetText } from '../maths/typeset-text.tsx';
import { CheckMark } from './check-mark.tsx';
import { StepBody } from './step-body.tsx';

interface StepCardProps {
  readonly step: StepRecord;
  readonly number: number;
  readonly current: boolean;
  /** Absent where nothing can be copied: the worked example. */
  readonly onCopy?: (number: number) => void;
  readonly testId: string;
}

export const StepCard = memo(function StepCard({ step, number, current, onCopy, testId }: StepCardProps) {
  const { t } = useTranslation();
  const card = useRef<HTMLLIElement>(null);

  useEffect(() => {
    if (!current) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  return (
    <li
      ref={card}
      className={step.final ? 'step step-final' : 'step'}
      tabIndex={-1}
      aria-current={current ? 'step' : undefined}
      aria-label={step.final ? t('step.answer') : t('step.label', { number })}
      data-testid={testId}
    >
      <span className="step-number" aria-hidden="true">
        {number}
      </span>
      <div className="step-content">
        {step.goal !== '' && (
          <p className={step.body === '' ? 'step-prose' : 'step-goal'}>
            <TypesetText text={step.goal} />
          </p>
        )}
        {step.final && step.goal === '' && <p className="step-goal">{t('step.answer')}</p>}
        <StepBody body={step.body} />
        {step.check === 'fails' && (
          <p className="step-note">
            {step.note === undefined ? t('step.failsPlain') : <TypesetText text={t('step.failsNote', { note: step.note })} />}
          </p>
        )}
        <Working lines={step.scratch} />
      </div>
      <div className="step-side">
        {onCopy !== undefined && (
          <button type="button" className="step-copy" aria-label={t('step.copy', { number })} onClick={() => onCopy(number)}>
            <Icon path={paths.copy} />
          </button>
        )}
        <CheckMark verdict={step.check} />
      </div>
    </li>
  );
});

function Working({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  if (lines.length === 0) return null;
  // Typeset when it is first looked at: most working never is.
  const shown = opened ? lines : [];
  return (
    <details className="working" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t('step.working', { count: lines.length })}</summary>
      <ul className="working-lines">
        {shown.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished step never move.
          <li key={place}>
            <ProblemText text={line} />
          </li>
        ))}
      </ul>
    </details>
  );
}
