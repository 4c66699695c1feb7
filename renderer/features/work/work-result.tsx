/** What checking found about each line of the learner's work, in one sentence and line by line. */
import { useTranslation } from 'react-i18next';
import type { WorkLine } from '#app/protocol/coach.ts';
import { useNoteWords } from '../../i18n/note-words.ts';
import { openSolutionBeside } from '../../state/modes.ts';
import type { CheckedWork } from '../../state/work-store.ts';
import { ProblemText } from '../maths/problem-text.tsx';
import { CheckMark } from '../steps/check-mark.tsx';
import { StepBody } from '../steps/step-body.tsx';
import { useSlice, useStores } from '../use-stores.tsx';
import '../steps/steps.css';

export function WorkResult({ checked }: { readonly checked: CheckedWork }) {
  const { t } = useTranslation();
  const stores = useStores();
  const beside = useSlice('work', (state) => state.beside);
  const solving = useSlice('solve', (state) => state.busy);
  return (
    <section className="work-result" aria-label={t('work.result')} data-testid="work-result">
      <h1 className="statement statement-long">
        <ProblemText text={checked.problem} />
      </h1>
      <p className="work-summary" role="status" data-testid="work-summary">
        <Summary checked={checked} />
      </p>
      <ol className="steps">
        {checked.lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a checked line is known by its place.
          <WorkCard key={place} line={line} number={place + 1} first={place === checked.firstWrong} />
        ))}
      </ol>
      {!beside && (
        <button
          type="button"
          className="button work-beside"
          data-testid="solution-beside"
          disabled={solving}
          onClick={() => void openSolutionBeside(stores, checked.problem)}
        >
          {t('work.beside')}
        </button>
      )}
    </section>
  );
}

function Summary({ checked: { lines, firstWrong } }: { readonly checked: CheckedWork }) {
  const { t } = useTranslation();
  const unknown = lines.filter(({ verdict }) => verdict === 'unknown').length;
  if (firstWrong !== null) return t('work.firstWrong', { number: firstWrong + 1 });
  if (unknown === lines.length) return t('work.nothing');
  return unknown === 0 ? t('work.allHold', { count: lines.length }) : t('work.noneWrong', { count: unknown });
}

interface WorkCardProps {
  readonly line: WorkLine;
  readonly number: number;
  /** It is the first wrong line: the one to look at. */
  readonly first: boolean;
}

function WorkCard({ line, number, first }: WorkCardProps) {
  const { t } = useTranslation();
  const noteWords = useNoteWords();
  return (
    <li
      className={first ? 'step work-line work-line-first' : 'step work-line'}
      aria-label={t('work.line', { number })}
      data-testid="work-line"
      data-verdict={line.verdict}
    >
      <span className="step-number" aria-hidden="true">
        {number}
      </span>
      <div className="step-content">
        <StepBody body={line.read} />
        {line.verdict === 'fails' && (
          <p className="step-note">
            {line.note === undefined ? t('step.failsPlain') : t('step.failsNote', { note: noteWords(line.note) })}
          </p>
        )}
        {line.follows !== null && <p className="step-goal">{t('work.follows', { number: line.follows + 1 })}</p>}
      </div>
      <div className="step-side">
        {line.follows === null ? (
          <CheckMark verdict={line.verdict} />
        ) : (
          <span className="check check-unknown">{t('work.carried')}</span>
        )}
      </div>
    </li>
  );
}
