/** The way from a solved problem to one of its kind, in practice. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { practiseSimilar } from '../../state/stores.ts';
import { useStores } from '../use-stores.tsx';
import './similar-problem.css';

export function SimilarProblem({ problem }: { readonly problem: string }) {
  const { t } = useTranslation();
  const stores = useStores();
  const [state, setState] = useState<'ready' | 'busy' | 'none'>('ready');
  if (state === 'none') {
    return (
      <p className="solution-note" role="status">
        {t('practice.nothingSimilar')}
      </p>
    );
  }
  return (
    <button
      type="button"
      className="button similar"
      data-testid="similar-button"
      disabled={state === 'busy'}
      onClick={async () => {
        setState('busy');
        setState((await practiseSimilar(stores, problem)) ? 'ready' : 'none');
      }}
    >
      {t('practice.similar')}
    </button>
  );
}
