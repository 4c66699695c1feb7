/** The chance to take a remove back. */
import { useTranslation } from 'react-i18next';
import { useSlice, useStores } from '../use-stores.tsx';

export function RemovedToast() {
  const { t } = useTranslation();
  const { models } = useStores();
  const removed = useSlice('models', (state) => state.removed);
  return (
    <div role="status">
      {removed !== null && (
        <p className="toast" data-testid="model-removed">
          {t('models.removed', { name: removed.name })}
          <button type="button" className="button button-quiet" onClick={() => void models.undoRemove()}>
            {t('history.undo')}
          </button>
        </p>
      )}
    </div>
  );
}
