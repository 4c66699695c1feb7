/** The steps of one sample: finished ones, then the line being written. */
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepRecord } from '#app/protocol/solve.ts';
import type { SelectionState } from '../../state/selection-store.ts';
import { TypesetText } from '../maths/typeset-text.tsx';
import { chunkSteps, GROUP_SIZE, type StepGroups } from './chunk-steps.ts';
import type { StepActions } from './step-actions.tsx';
import { StepGroup } from './step-group.tsx';
import { useGradualCount } from './use-gradual-count.ts';
import './steps.css';

export interface StepListProps {
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
  /** Given, the list is out of sight and goes from the page some steps a frame; this is called when none is left. */
  readonly onGone?: () => void;
}

export function StepList(props: StepListProps) {
  const { steps, tail, live, current, rewriting = null, kept = 0, edited = false, working, actions, element, onGone } = props;
  const { t } = useTranslation();
  const leaving = onGone !== undefined;
  const drawn = useGradualCount(steps.length, leaving);
  const groups = useStepGroups(steps, drawn);
  const gone = useRef(onGone);
  gone.current = onGone;
  useEffect(() => {
    if (leaving && drawn === 0) gone.current?.();
  }, [leaving, drawn]);
  return (
    // Not <ol>: the groups stand between the list and its steps.
    // biome-ignore lint/a11y/useSemanticElements: as above.
    <div
      ref={element}
      className={`steps${steps.length < 100 ? '' : ' steps-many'}${leaving ? ' steps-leaving' : ''}`}
      role="list"
      aria-label={t('step.listLabel')}
    >
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
            testId={props.testId ?? 'step-card'}
          />
        );
      })}
      {tail.trim() !== '' && drawn === steps.length && (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        <div role="listitem" className="step step-live" aria-label={live ? t('step.live') : undefined}>
          <span className="step-number" aria-hidden="true">
            {steps.length + 1}
          </span>
          <div className="step-content step-prose">
            <TypesetText text={withoutScratchMark(tail)} live={live} />
          </div>
        </div>
      )}
    </div>
  );
}

/** The first `drawn` steps in groups; a group whose steps did not change is the same object as before. */
function useStepGroups(steps: readonly StepRecord[], drawn: number): StepGroups {
  const last = useRef<StepGroups>([]);
  const groups = chunkSteps(drawn < steps.length ? steps.slice(0, drawn) : steps, last.current);
  last.current = groups;
  return groups;
}

const withoutScratchMark = (line: string): string => (line.startsWith('> ') ? line.slice(2) : line);
