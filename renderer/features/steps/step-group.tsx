/** Some neighbouring steps, which the browser lays out and paints only while they are near the window. */
import { memo } from 'react';
import type { StepRecord } from '#app/protocol/solve.ts';
import { isUnfolded, type SelectionState } from '../../state/selection-store.ts';
import type { StepActions } from './step-actions.tsx';
import { StepCard, type StepOrigin } from './step-card.tsx';
import { StepEditor } from './step-editor.tsx';

/** Height of a step that was never drawn, in CSS pixels: about that of a goal and one formula. */
const GUESSED_HEIGHT = 92;

interface StepGroupProps {
  readonly steps: readonly StepRecord[];
  /** Place of the first of them in the sample. */
  readonly from: number;
  /** Place of the current step if it is one of these. */
  readonly current: number | null;
  /** Place of the step being rewritten if it is one of these. */
  readonly rewriting: number | null;
  /** Steps at the start of the sample that it did not write itself. */
  readonly kept: number;
  /** The last of the kept steps is the learner's own. */
  readonly edited: boolean;
  readonly working?: SelectionState['working'];
  readonly actions?: StepActions;
  readonly testId: string;
}

export const StepGroup = memo(function StepGroup(props: StepGroupProps) {
  const { steps, from, current, rewriting, kept, edited, working, actions, testId } = props;
  return (
    <div className="step-group" role="presentation" style={{ containIntrinsicHeight: `auto ${steps.length * GUESSED_HEIGHT}px` }}>
      {steps.map((step, offset) => {
        const place = from + offset;
        if (place === rewriting) return <StepEditor key={place} step={step} place={place} />;
        return (
          <StepCard
            key={place}
            step={step}
            number={place + 1}
            current={current === place}
            origin={originOf(place, kept, edited)}
            unfolded={working === undefined ? undefined : isUnfolded(working, place)}
            actions={actions}
            testId={testId}
          />
        );
      })}
    </div>
  );
});

function originOf(place: number, kept: number, edited: boolean): StepOrigin {
  if (place >= kept) return place === kept && kept > 0 ? 'first' : 'plain';
  return edited && place === kept - 1 ? 'own' : 'kept';
}
