/** A problem and one sample's steps towards its answer. */
import { useTranslation } from 'react-i18next';
import type { SolveRecord } from '#app/protocol/solve.ts';
import { shownSample } from '../../state/selection-store.ts';
import { hasSamplesToShow } from '../../state/solve-store.ts';
import { soleLeader, substitutionOf, verdictWords } from '../agreement/verdict-words.ts';
import { CompareDialog } from '../compare/compare-dialog.tsx';
import { ExportDialog } from '../export/export-dialog.tsx';
import { GraphFigure } from '../graph/graph-figure.tsx';
import { SimilarProblem } from '../practice/similar-problem.tsx';
import { useWide } from '../shell/use-wide.ts';
import { CopyDialog } from '../steps/copy-dialog.tsx';
import { useSlice, useStores } from '../use-stores.tsx';
import { FailureNotice, ProgressNote, UnsupportedNote } from './notices.tsx';
import { SampleHead } from './sample-head.tsx';
import { ShownSteps } from './shown-steps.tsx';
import { Statement } from './statement.tsx';

export function Solution({ record }: { readonly record: SolveRecord }) {
  const { t } = useTranslation();
  const { selection } = useStores();
  const chosen = useSlice('selection', (state) => state.sample);
  const copying = useSlice('selection', (state) => state.copying);
  const exporting = useSlice('selection', (state) => state.exporting);
  const comparing = useSlice('selection', (state) => state.comparing);
  const sample = shownSample(record, chosen);
  const wide = useWide();
  const declined = verdictWords(record).key === 'unsupported';
  const leader = soleLeader(record.tally);
  const leads = sample !== null && leader?.samples.includes(sample.index) === true && substitutionOf(record, leader) !== 'fails';

  return (
    <section
      id="solution"
      className={leads ? 'solution solution-leading' : 'solution'}
      aria-label={t('solve.statement')}
      tabIndex={-1}
    >
      <Statement key={record.id} record={record} />
      {record.status === 'failed' && <FailureNotice record={record} />}
      <ProgressNote record={record} />
      {sample !== null && hasSamplesToShow(record) && (
        <>
          <SampleHead record={record} sample={sample} />
          <ShownSteps record={record} sample={sample} />
          {!wide && <GraphFigure key={record.id} record={record} />}
          {record.status === 'finished' &&
            (declined ? <UnsupportedNote /> : <SimilarProblem key={`similar ${record.id}`} problem={record.problem} />)}
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
