/** One model of the list: what it is, whether it is in use, and what can be done with it. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Model } from '#app/protocol/models.ts';
import { useSlice, useStores } from '../use-stores.tsx';
import { ModelFactsRow } from './model-facts.tsx';
import { ModelOptionsForm } from './model-options-form.tsx';
import { ModelOutcome } from './model-outcome.tsx';
import { ProblemWords } from './problem-words.tsx';
import { useModelName } from './use-model-name.ts';

export function ModelItem({ model }: { readonly model: Model }) {
  const { t } = useTranslation();
  const name = useModelName()(model);
  const title = useId();
  return (
    <li>
      <article className="model" aria-labelledby={title} data-testid="model" data-in-use={model.inUse}>
        <header className="model-head">
          <h2 id={title} className="model-name">
            {name}
          </h2>
          {model.inUse && <span className="model-badge">{t('models.inUse')}</span>}
          {model.kind === 'given' && <span className="model-note">{t('models.given')}</span>}
          <UseButton model={model} name={name} />
        </header>
        {model.kind !== 'bundled' && <code className="model-path">{model.path}</code>}
        {model.problem !== null && (
          <p className="model-problem">
            <ProblemWords {...model.problem} />
          </p>
        )}
        {model.facts !== null && <ModelFactsRow model={model} facts={model.facts} />}
        {model.outdated && <p className="model-note">{t('models.outdated')}</p>}
        <ModelActions model={model} name={name} />
        <ModelOutcome model={model} name={name} />
      </article>
    </li>
  );
}

interface ActionProps {
  readonly model: Model;
  readonly name: string;
}

function UseButton({ model, name }: ActionProps) {
  const { t } = useTranslation();
  const { models } = useStores();
  const busy = useSlice('models', ({ activity }) => activity.loading !== null);
  if (model.problem !== null || (model.inUse && !model.outdated)) return null;
  return (
    <button
      type="button"
      className="button button-primary model-use"
      data-testid="model-use"
      aria-label={t(model.inUse ? 'models.reloadNamed' : 'models.useNamed', { name })}
      disabled={busy}
      onClick={() => void models.choose(model.id)}
    >
      {t(model.inUse ? 'models.reload' : 'models.use')}
    </button>
  );
}

function ModelActions({ model, name }: ActionProps) {
  const { t } = useTranslation();
  const { models } = useStores();
  const hashing = useSlice('models', ({ activity }) => activity.hashing !== null);
  const loading = useSlice('models', ({ activity }) => activity.loading?.id === model.id);
  return (
    <div className="model-actions">
      {model.facts !== null && <ModelOptionsForm model={model} />}
      <span className="model-buttons">
        {model.kind !== 'given' && (
          <button
            type="button"
            className="button button-quiet"
            data-testid="model-verify"
            aria-label={t('models.verifyNamed', { name })}
            disabled={hashing}
            onClick={() => void models.verify(model.id)}
          >
            {t('models.verify')}
          </button>
        )}
        {model.kind === 'added' && !model.inUse && !loading && (
          <button
            type="button"
            className="button button-quiet"
            data-testid="model-remove"
            aria-label={t('models.removeNamed', { name })}
            onClick={() => void models.remove(model)}
          >
            {t('models.remove')}
          </button>
        )}
      </span>
    </div>
  );
}
