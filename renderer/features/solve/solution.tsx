/** A problem and one sample's steps towards its answer. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import { shownSample } from '../../state/selection-store.ts';
import { hasSamplesToShow, isActive } from '../../state/solve-store.ts';
import { soleLeader, substitutionOf } from '../agreement/verdict-words.ts';
import { CompareDialog } from '../compare/compare-dialog.tsx';
import { ExportDialog } from '../export/export-dialog.tsx';
import { GraphFigure } from '../graph/graph-figure.tsx';
import { ProblemText } from '../maths/problem-text.tsx';
import { useWide } from '../shell/use-wide.ts';
import { CopyDialog } from '../steps/copy-dialog.tsx';
import { StepList } from '../steps/step-list.tsx';
import { useSlice, useStores } from '../use-stores.tsx';
import { FailureNotice, ProgressNote } from './notices.tsx';
import { SampleHead } from './sample-head.tsx';

/** Characters from which a problem is set in the size of running text. */
const LONG_PROBLEM = 90;

export function Solution({ record }: { readonly record: SolveRecord }) {
  const { t } = useTranslation();
  const { selection } = useStores();
  const chosen = useSlice('selection', (state) => state.sample);
  const current = useSlice('selection', (state) => state.step);
  const copying = useSlice('selection', (state) => state.copying);
  const exporting = useSlice('selection', (state) => state.exporting);
  const comparing = useSlice('selection', (state) => state.comparing);
  const sample = shownSample(record, chosen);
  const wide = useWide();
  const leader = soleLeader(record.tally);
  const leads = sample !== null && leader?.samples.includes(sample.index) === true && substitutionOf(record, leader) !== 'fails';
  const onCopy = useCallback((number: number) => selection.copy(number - 1), [selection]);

  return (
    <section
      id="solution"
      className={leads ? 'solution solution-leading' : 'solution'}
      aria-label={t('solve.statement')}
      tabIndex={-1}
    >
      <h1 className={record.problem.length > LONG_PROBLEM ? 'statement statement-long' : 'statement'}>
        <ProblemText text={record.problem} large={record.problem.length <= LONG_PROBLEM} />
      </h1>
      {record.status === 'failed' && <FailureNotice record={record} />}
      <ProgressNote record={record} />
      {sample !== null && hasSamplesToShow(record) && (
        <>
          <SampleHead record={record} sample={sample} />
          <StepList
            key={sample.index}
            steps={sample.steps}
            tail={sample.tail}
            live={sample.status === 'running'}
            current={current}
            onCopy={onCopy}
          />
          <SampleEnd sample={sample} active={isActive(record)} />
          {!wide && <GraphFigure record={record} />}
        </>
      )}
      {copying !== null && sample?.steps[copying] !== undefined && (
        <CopyDialog record={record} sample={sample} step={copying} onClose={() => selection.copy(null)} />
      )}
      {exporting && sample !== null && <ExportDialog record={record} sample={sample} />}
      {comparing !== null && <CompareDialog record={record} pair={comparing} />}
    </section>
  );
}

/** Why a sample ends where it ends, when it does not end in an answer. */
function SampleEnd({ sample, active }: { readonly sample: SampleRecord; readonly active: boolean }) {
  const { t } = useTranslation();
  if (sample.status === 'running' || sample.status === 'waiting' || sample.answer !== null) {
    const begun = sample.steps.length > 0 || sample.tail !== '';
    return active && !begun ? <p className="solution-note">{t('solve.firstWords')}</p> : null;
  }
  const kind = sample.status === 'finished' ? 'unread' : sample.status;
  return <p className="solution-note">{t(`sample.ended.${kind}`)}</p>;
}
