/** The steps of one sample: finished ones, then the line being written. */
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepRecord } from '#app/protocol/solve.ts';
import type { SelectionState } from '../../state/selection-store.ts';
import { TypesetText } from '../maths/typeset-text.tsx';
import { GROUP_SIZE } from '../sparse/chunk.ts';
import { useGroups } from '../sparse/use-groups.ts';
import type { StepActions } from './step-actions.tsx';
import { StepGroup } from './step-group.tsx';
import './steps.css';

interface StepListProps {
  readonly steps: readonly StepRecord[];
  /** The line being written; '' when there is none. */
  readonly tail: string;
  readonly live: boolean;
  /** Place of the current step. */
  readonly current: number | null;
  /** Place of the step whose line is being rewritten. */
  readonly rewriting?: number | null;
  /** Steps at the start that another sample or the learner wrote. */
  readonly kept?: number;
  /** The last of the kept steps is the learner's. */
  readonly edited?: boolean;
  readonly working?: SelectionState['working'];
  readonly actions?: StepActions;
  readonly element?: RefObject<HTMLDivElement | null>;
  readonly testId?: string;
}

export function StepList(props: StepListProps) {
  const { steps, tail, live, current, rewriting = null, kept = 0, edited = false, working, actions, element } = props;
  const { t } = useTranslation();
  const { groups, drawing } = useGroups(steps);
  return (
    // Not <ol>: the groups stand between the list and its steps.
    // biome-ignore lint/a11y/useSemanticElements: as above.
    <div ref={element} className={steps.length < 100 ? 'steps' : 'steps steps-many'} role="list" aria-label={t('step.listLabel')}>
      {groups.map((group, at) => {
        const from = at * GROUP_SIZE;
        const within = (place: number | null) => (place !== null && place >= from && place < from + group.length ? place : null);
        return (
          <StepGroup
            key={from}
            steps={group}
            from={from}
            current={within(current)}
            rewriting={within(rewriting)}
            kept={kept}
            edited={edited}
            working={working}
            actions={actions}
            drawing={drawing}
            testId={props.testId ?? 'step-card'}
          />
        );
      })}
      {tail.trim() !== '' && (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        <div role="listitem" className="step step-live" aria-label={live ? t('step.live') : undefined}>
          <span className="step-number" aria-hidden="true">
            {steps.length + 1}
          </span>
          <div className="step-content step-prose" lang="en">
            {/* A line that was cut off never ends either. */}
            <TypesetText text={withoutScratchMark(tail)} live />
          </div>
        </div>
      )}
    </div>
  );
}

const withoutScratchMark = (line: string): string => (line.startsWith('> ') ? line.slice(2) : line);
