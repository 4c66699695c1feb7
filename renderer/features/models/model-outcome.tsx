/** What is being done with a model, and how the last thing done with it went. */
import { useTranslation } from 'react-i18next';
import type { Model } from '#app/protocol/models.ts';
import { useSlice, useStores } from '../use-stores.tsx';
import { fileOf, ProblemWords } from './problem-words.tsx';
import { ProgressLine } from './progress-line.tsx';

interface ModelOutcomeProps {
  readonly model: Model;
  readonly name: string;
}

export function ModelOutcome({ model, name }: ModelOutcomeProps) {
  const { t } = useTranslation();
  const failure = useSlice('models', (state) => (state.failure?.id === model.id ? state.failure.error : null));
  const checked = useSlice('models', (state) => (state.checked?.id === model.id ? state.checked : null));
  const hashing = useSlice('models', ({ activity }) => (activity.hashing?.path === model.path ? activity.hashing : null));
  return (
    <>
      <Loading model={model} name={name} />
      {hashing !== null && (
        <ProgressLine words={t('models.hashing', { percent: Math.floor(hashing.fraction * 100) })} fraction={hashing.fraction} />
      )}
      {failure !== null && (
        <p className="model-problem" role="alert">
          <ProblemWords kind={failure.kind} message={failure.message} file={fileOf(failure.data)} />
        </p>
      )}
      <p className={checked?.changed.length ? 'model-problem' : 'model-note'} role="status" data-testid="model-checked">
        {checked !== null &&
          (checked.changed.length === 0
            ? t('models.verified', { count: checked.files })
            : t('models.changed', { files: checked.changed.join(', ') }))}
      </p>
    </>
  );
}

function Loading({ model, name }: ModelOutcomeProps) {
  const { t } = useTranslation();
  const { models } = useStores();
  const loading = useSlice('models', ({ activity }) => (activity.loading?.id === model.id ? activity.loading : null));
  if (loading === null) return null;
  const { stage, fraction } = loading;
  return (
    <section className="model-loading" aria-label={t('models.loading', { name })} data-testid="model-loading">
      <ProgressLine words={t(`models.stage.${stage}`, { percent: Math.floor(fraction * 100) })} fraction={fraction} />
      <button type="button" className="button" data-testid="model-cancel" onClick={() => void models.cancel()}>
        {t('models.cancel')}
      </button>
    </section>
  );
}
