/** Some neighbouring steps: those of a long solution are drawn only near the window. */
import { memo } from 'react';
import type { StepRecord } from '#app/protocol/solve.ts';
import { isUnfolded, type SelectionState } from '../../state/selection-store.ts';
import { GROUP_SIZE } from '../sparse/chunk.ts';
import { SparseGroup } from '../sparse/sparse-group.tsx';
import type { Drawing } from '../sparse/use-drawn.ts';
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
  readonly drawing: Drawing;
  readonly testId: string;
}

export const StepGroup = memo(function StepGroup(props: StepGroupProps) {
  const { steps, from, current, rewriting, kept, edited, working, actions, drawing, testId } = props;
  return (
    <SparseGroup
      drawing={drawing}
      // A short solution begins with its first steps, and what is being written is seen as it comes.
      atOnce={drawing === 'all' && (from === 0 || steps.length < GROUP_SIZE)}
      pinned={current !== null || rewriting !== null}
      guessedHeight={steps.length * GUESSED_HEIGHT}
      text={() => steps.map(({ goal, body }) => `${goal} ${body}`).join('\n')}
    >
      {() =>
        steps.map((step, offset) => {
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
        })
      }
    </SparseGroup>
  );
});

function originOf(place: number, kept: number, edited: boolean): StepOrigin {
  if (place >= kept) return place === kept && kept > 0 ? 'first' : 'plain';
  return edited && place === kept - 1 ? 'own' : 'kept';
}
