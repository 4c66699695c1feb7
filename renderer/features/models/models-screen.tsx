/** The Models screen: the models at hand, adding one, and how to come by a larger one. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSlice, useStores } from '../use-stores.tsx';
import { AddModel } from './add-model.tsx';
import { HowToGet } from './how-to-get.tsx';
import { LoadFailure } from './load-failure.tsx';
import { ModelItem } from './model-item.tsx';
import { RemovedToast } from './removed-toast.tsx';
import './models.css';

export function ModelsScreen() {
  const { t } = useTranslation();
  const stores = useStores();
  const models = useSlice('models', (state) => state.models);
  const samples = useSlice('settings', (state) => state.settings.solve.samples);

  useEffect(() => void stores.models.load(samples), [stores, samples]);

  return (
    <main className="solve models" aria-label={t('models.label')} data-testid="models-screen">
      <div className="solve-column">
        <h1 className="models-title">{t('models.title')}</h1>
        <p className="models-lead">{t('models.lead')}</p>
        <LoadFailure />
        <p role="status" className="model-note">
          {models === null && t('models.reading')}
        </p>
        <ul className="model-list">
          {models?.map((model) => (
            <ModelItem key={model.id} model={model} />
          ))}
        </ul>
        <AddModel />
        {models !== null && <HowToGet open={models.every(({ kind }) => kind === 'bundled')} />}
      </div>
      <RemovedToast />
    </main>
  );
}
