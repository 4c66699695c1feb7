/** The chance to take a delete back. */
import { useTranslation } from 'react-i18next';
import { useSlice, useStores } from '../use-stores.tsx';

export function UndoToast() {
  const { t } = useTranslation();
  const { history } = useStores();
  const removed = useSlice('history', (state) => state.removed);
  return (
    <div role="status">
      {removed !== null && (
        <p className="toast">
          {t('history.deleted')}
          <button type="button" className="button button-quiet" onClick={() => void history.undo()}>
            {t('history.undo')}
          </button>
        </p>
      )}
    </div>
  );
}
