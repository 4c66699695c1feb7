/** One exercise: its question, the learner's answer as typed and as read, what was found, and the ways on from here. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exercise, PracticeChoice } from '#app/protocol/practice.ts';
import { useFamilyTitle } from '../../i18n/family-title.ts';
import { isSolved } from '../../state/practice-store.ts';
import { solveExercise } from '../../state/stores.ts';
import { ProblemText } from '../maths/problem-text.tsx';
import { useSlice, useStores } from '../use-stores.tsx';
import { AnswerForm } from './answer-form.tsx';
import { AttemptNote } from './attempt-note.tsx';
import { WorkedSolution } from './worked-solution.tsx';

/** Characters from which a question is set in the size of running text. */
const LONG_QUESTION = 90;

interface ExerciseViewProps {
  readonly exercise: Exercise;
  readonly choice: PracticeChoice;
}

export function ExerciseView({ exercise, choice }: ExerciseViewProps) {
  const { t } = useTranslation();
  const stores = useStores();
  const familyTitle = useFamilyTitle();
  const busy = useSlice('practice', (state) => state.busy);
  // With an empty box the button beside it goes on already.
  const writing = useSlice('practice', (state) => state.typed.trim() !== '');
  const heading = useRef<HTMLHeadingElement>(null);
  const { family, question, title, level, review, tries, solution } = exercise;
  const solved = isSolved(exercise);
  const long = question.length > LONG_QUESTION;
  const last = tries.at(-1);

  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  return (
    <section className="exercise" aria-label={t('practice.exercise')}>
      <div className="practice-head">
        <p className="exercise-kind">
          {familyTitle({ id: family, title })} · {t('practice.levelNumber', { level })}
          {review && <span className="exercise-review">{t('practice.review')}</span>}
        </p>
        <button type="button" className="button button-quiet" onClick={() => stores.practice.show('choose')}>
          {t('practice.change', { count: choice.families.length })}
        </button>
      </div>
      <h1 ref={heading} className={long ? 'statement statement-long' : 'statement'} lang="en" data-testid="exercise-question">
        <ProblemText text={question} large={!long} />
      </h1>
      <AnswerForm solved={solved} checked={last?.typed ?? null} canGoOn={solved || solution !== null} />
      <div role="status" data-testid="practice-feedback">
        {last !== undefined && <AttemptNote attempt={last} first={tries.length === 1} />}
      </div>
      <div className="exercise-foot">
        {solution === null && (
          <button
            type="button"
            className="button"
            data-testid="reveal-button"
            disabled={busy}
            onClick={() => void stores.practice.reveal()}
          >
            {t('practice.reveal')}
          </button>
        )}
        <button type="button" className="button button-quiet" onClick={() => void solveExercise(stores, question)}>
          {t('practice.solveWithModel')}
        </button>
        {!solved && (solution === null || writing) && (
          <button type="button" className="button button-quiet exercise-skip" onClick={() => void stores.practice.next()}>
            {t(solution === null ? 'practice.skip' : 'practice.next')}
          </button>
        )}
      </div>
      {solution !== null && <WorkedSolution question={question} steps={solution} />}
    </section>
  );
}
