/** A solution in the learner's words, ready to be written in any format. */
import { useTranslation } from 'react-i18next';
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import { useNoteWords } from '../../i18n/note-words.ts';
import { useVerdict } from '../agreement/use-verdict.ts';
import { describeSolution, type SolutionDocument } from './solution-document.ts';

export function useSolutionDocument(record: SolveRecord, sample: SampleRecord): () => SolutionDocument {
  const { t } = useTranslation();
  const noteWords = useNoteWords();
  const agreement = useVerdict(record);
  return () =>
    describeSolution(record, sample, {
      answer: t('step.answer'),
      verdicts: { holds: t('step.holds'), fails: t('step.fails'), unknown: t('step.unknown') },
      fails: (note) => (note === undefined ? t('step.failsPlain') : t('step.failsNote', { note: noteWords(note) })),
      agreement,
      sample: t('sample.shown', { number: sample.index + 1, count: record.samples.length }),
    });
}
