/** The steps of the sample on screen with what can be done at each, and why it ends where it ends. */
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import { isActive, roomFor } from '../../state/solve-store.ts';
import { tryAgainFrom } from '../../state/stepping.ts';
import { Minimap, STEPS_WORTH_A_MAP } from '../minimap/minimap.tsx';
import { stateOf } from '../samples/sample-status.ts';
import type { StepActions } from '../steps/step-actions.tsx';
import { StepList } from '../steps/step-list.tsx';
import { useSlice, useStores } from '../use-stores.tsx';

interface ShownStepsProps {
  readonly record: SolveRecord;
  readonly sample: SampleRecord;
}

export function ShownSteps({ record, sample }: ShownStepsProps) {
  const stores = useStores();
  const current = useSlice('selection', (state) => state.step);
  const rewriting = useSlice('selection', (state) => state.rewriting);
  const working = useSlice('selection', (state) => state.working);
  const full = roomFor(record) === 0;
  const branch = sample.branch === undefined ? undefined : record.branches[sample.branch];
  const list = useRef<HTMLDivElement>(null);
  const actions = useMemo((): StepActions => {
    const { selection } = stores;
    const always: StepActions = { fold: (place) => selection.toggleWorking(place), copy: (place) => selection.copy(place) };
    if (full) return always;
    return { ...always, tryAgain: (place) => void tryAgainFrom(stores, place), rewrite: (place) => selection.rewrite(place) };
  }, [stores, full]);
  return (
    <>
      <div className="with-map">
        <StepList
          key={`${record.id} ${sample.index}`}
          steps={sample.steps}
          tail={sample.tail}
          live={sample.status === 'running'}
          current={current}
          rewriting={rewriting}
          kept={branch?.kept}
          edited={branch?.edited}
          working={working}
          actions={actions}
          element={list}
        />
        {sample.steps.length >= STEPS_WORTH_A_MAP && <Minimap steps={sample.steps} list={list} />}
      </div>
      <SampleEnd record={record} sample={sample} />
    </>
  );
}

/** Why a sample ends where it ends, when it does not end in an answer. */
function SampleEnd({ record, sample }: ShownStepsProps) {
  const { t } = useTranslation();
  if (sample.status === 'running' || sample.status === 'waiting' || sample.answer !== null) {
    const begun = sample.steps.length > 0 || sample.tail !== '';
    return isActive(record) && !begun ? <p className="solution-note">{t('solve.firstWords')}</p> : null;
  }
  const { key } = stateOf(record, sample);
  const kind = sample.status === 'finished' ? 'unread' : key === 'stoppedEarly' ? 'notNeeded' : sample.status;
  return <p className="solution-note">{t(`sample.ended.${kind}`)}</p>;
}
