/** What came of the learner's last line, in one sentence, told politely to a screen reader. */
import { useTranslation } from 'react-i18next';
import { useNoteWords } from '../../i18n/note-words.ts';
import type { CoachState } from '../../state/coach-store.ts';
import { TypesetText } from '../maths/typeset-text.tsx';
import { useSlice } from '../use-stores.tsx';

export function CoachOutcome() {
  const attempt = useSlice('coach', (state) => state.attempt);
  const failure = useSlice('coach', (state) => state.failure);
  return (
    <div className="coach-outcome" role="status" data-testid="coach-outcome" data-outcome={attempt?.outcome}>
      {failure !== null ? <p className="step-note">{failure.message}</p> : attempt !== null && <Words attempt={attempt} />}
    </div>
  );
}

function Words({ attempt }: { readonly attempt: NonNullable<CoachState['attempt']> }) {
  const { t } = useTranslation();
  const noteWords = useNoteWords();
  const waiting = useSlice('coach', (state) => state.ladder === undefined);
  const { outcome, note, read } = attempt;
  if (outcome === 'fails') {
    return (
      <p className="step-note">
        <TypesetText text={read} /> · {note === undefined ? t('step.failsPlain') : t('step.failsNote', { note: noteWords(note) })}
      </p>
    );
  }
  return (
    <p>
      <TypesetText text={read} /> · {t(`coach.outcome.${outcome === 'aside' && waiting ? 'early' : outcome}`)}
    </p>
  );
}
