/** The load that failed, why, and what is used instead. */
import { useTranslation } from 'react-i18next';
import { useSlice } from '../use-stores.tsx';
import { ProblemWords } from './problem-words.tsx';
import { useModelName } from './use-model-name.ts';

export function LoadFailure() {
  const { t } = useTranslation();
  const nameOf = useModelName();
  const failed = useSlice('models', ({ activity }) => activity.failed);
  if (failed === null) return null;
  return (
    <div className="notice" role="alert" data-testid="model-failed">
      <h2>{t('models.failedTitle', { name: nameOf(failed) })}</h2>
      <p>
        <ProblemWords {...failed.problem} />
      </p>
      <p>{t('models.fellBack', { name: nameOf({ name: failed.fallback }) })}</p>
    </div>
  );
}
