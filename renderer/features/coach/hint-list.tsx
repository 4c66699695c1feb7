/** The hints given so far for the step that comes next. */
import { useTranslation } from 'react-i18next';
import type { RungKind } from '#app/protocol/coach.ts';
import type { StepRecord } from '#app/protocol/solve.ts';
import { TypesetText } from '../maths/typeset-text.tsx';
import { StepBody } from '../steps/step-body.tsx';
import { useSlice } from '../use-stores.tsx';

export function HintList({ steps }: { readonly steps: readonly StepRecord[] }) {
  const { t } = useTranslation();
  const ladder = useSlice('coach', (state) => state.ladder);
  const place = useSlice('coach', (state) => state.step);
  const given = useSlice('coach', (state) => state.given);
  const hints = ladder?.steps[place];
  const step = steps[place];
  if (!ladder || hints === undefined || step === undefined || given === 0) return null;

  function hint(kind: RungKind) {
    switch (kind) {
      case 'asked':
        return <p>{t(`coach.asked.${ladder?.asked ?? 'other'}`)}</p>;
      case 'idea':
        return (
          <p>
            <TypesetText text={step.goal} />
          </p>
        );
      case 'blank':
        return <StepBody body={hints?.blank ?? ''} />;
      case 'full':
        return <StepBody body={step.body} />;
    }
  }

  return (
    <dl className="coach-hints" aria-live="polite" data-testid="hints">
      {hints.rungs.slice(0, given).map((kind) => (
        <div key={kind} className="coach-hint" data-testid={`hint-${kind}`}>
          <dt className="label">{t(`coach.rung.${kind}`)}</dt>
          <dd>{hint(kind)}</dd>
        </div>
      ))}
    </dl>
  );
}
