/** What is wrong with the surroundings while the work goes on: a lost connection, a history that is not kept. */
import { useTranslation } from 'react-i18next';
import { useSlice } from '../use-stores.tsx';

export function Banners() {
  const { t } = useTranslation();
  const connected = useSlice('status', (state) => state.connected);
  const readOnly = useSlice('status', (state) => state.status?.readOnly ?? null);
  return (
    <div className="banners" role="status">
      {!connected && <p className="banner">{t('banner.lost')}</p>}
      {readOnly !== null && <p className="banner">{t('banner.readOnly', { reason: readOnly })}</p>}
    </div>
  );
}
