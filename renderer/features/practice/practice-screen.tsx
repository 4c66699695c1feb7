/** The Practice screen: choosing what to practise, one exercise at a time, or a sheet for print. */
import { useTranslation } from 'react-i18next';
import { useSlice } from '../use-stores.tsx';
import { ExerciseView } from './exercise-view.tsx';
import { FamilyPicker } from './family-picker.tsx';
import { WorksheetView } from './worksheet-view.tsx';
import './practice.css';

export function PracticeScreen() {
  const { t } = useTranslation();
  const practice = useSlice('practice', (state) => state.practice);
  const mode = useSlice('practice', (state) => state.mode);
  const sheet = useSlice('practice', (state) => state.sheet);
  const failure = useSlice('practice', (state) => state.failure);
  const exercise = practice?.exercise ?? null;
  return (
    <main className="solve practice" aria-label={t('practice.label')} data-testid="practice-screen">
      <div className="solve-column">
        {failure !== null && (
          <p className="practice-failure" role="alert">
            {failure.kind === 'nothing-chosen' ? t('practice.nothingChosen') : failure.message}
          </p>
        )}
        {practice !== null && mode === 'exercise' && exercise !== null && (
          <ExerciseView key={`${exercise.family} ${exercise.seed}`} exercise={exercise} choice={practice.choice} />
        )}
        {practice !== null && (mode === 'choose' || (mode === 'exercise' && exercise === null)) && (
          <FamilyPicker practice={practice} />
        )}
        {mode === 'sheet' && sheet !== null && <WorksheetView sheet={sheet} />}
      </div>
    </main>
  );
}
