/** One row of a comparison: a step of each sample, or a gap. */
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleRecord } from '#app/protocol/solve.ts';
import { TypesetText } from '../maths/typeset-text.tsx';
import { CheckMark } from '../steps/check-mark.tsx';
import { StepBody } from '../steps/step-body.tsx';
import type { AlignedRow } from './align-steps.ts';

interface CompareRowProps {
  readonly row: AlignedRow;
  readonly place: number;
  readonly left: SampleRecord;
  readonly right: SampleRecord;
  /** The first row in which the samples part. */
  readonly parts: boolean;
  readonly current: boolean;
}

export const CompareRow = memo(function CompareRow({ row, place, left, right, parts, current }: CompareRowProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);

  // For the dialog, which opens on what carries this attribute; React's own property would focus too early.
  useEffect(() => {
    if (current) element.current?.setAttribute('autofocus', '');
    if (current && element.current?.closest('dialog')?.open) element.current.focus();
  }, [current]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of groups is no <ol>.
    <div
      ref={element}
      role="listitem"
      className={`compare-row ${row.same ? 'compare-same' : 'compare-differs'}`}
      tabIndex={current ? 0 : -1}
      aria-current={current ? 'true' : undefined}
      aria-label={t(row.same ? 'compare.rowSame' : 'compare.rowDiffers', { row: place + 1 })}
      data-testid="compare-row"
    >
      {parts && <p className="compare-mark">{t('compare.partHere')}</p>}
      <Cell sample={left} at={row.left} />
      <Cell sample={right} at={row.right} />
    </div>
  );
});

function Cell({ sample, at }: { readonly sample: SampleRecord; readonly at: number | null }) {
  const { t } = useTranslation();
  if (at === null) return <div className="compare-cell compare-gap">{t('compare.gap', { number: sample.index + 1 })}</div>;
  const step = sample.steps[at];
  return (
    <div className="compare-cell">
      <span className="step-number">{at + 1}</span>
      <div className="step-content">
        {step.goal !== '' && (
          <p className={step.body === '' ? 'step-prose' : 'step-goal'} lang="en">
            <TypesetText text={step.goal} />
          </p>
        )}
        {step.final && step.goal === '' && <p className="step-goal">{t('step.answer')}</p>}
        <StepBody body={step.body} />
        <CheckMark verdict={step.check} />
      </div>
    </div>
  );
}
