/** Offers the tour to who has not seen it, once, and does not insist. */
import { useTranslation } from 'react-i18next';
import { useSlice, useStores } from '../use-stores.tsx';
import './tour.css';

export function TourInvitation() {
  const { t } = useTranslation();
  const { view, settings } = useStores();
  const toured = useSlice('settings', (state) => state.settings.toured);
  if (toured) return null;
  return (
    <section className="tour-invitation" aria-label={t('tour.name')}>
      <p>{t('tour.invitation')}</p>
      <button type="button" className="button" data-testid="tour-start" onClick={() => view.tour(true)}>
        {t('tour.start')}
      </button>
      <button type="button" className="button button-quiet" onClick={() => void settings.change({ toured: true })}>
        {t('tour.notNow')}
      </button>
    </section>
  );
}
