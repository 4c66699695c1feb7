/** The left rail: a new problem, earlier ones, settings. On a narrow window it opens over the page. */
import { useTranslation } from 'react-i18next';
import { Icon, paths } from '../../design/icons.tsx';
import { newProblem } from '../../state/stores.ts';
import { HistoryPanel } from '../history/history-panel.tsx';
import { useSlice, useStores } from '../use-stores.tsx';

interface RailProps {
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onSettings: () => void;
  readonly onKeys: () => void;
}

export function Rail({ open, onToggle, onSettings, onKeys }: RailProps) {
  const { t } = useTranslation();
  const stores = useStores();
  const view = useSlice('view', (state) => state.view);
  const due = useSlice('practice', ({ practice }) => practice?.families.reduce((sum, family) => sum + family.due, 0) ?? 0);
  return (
    <nav className="rail" aria-label={t('rail.label')} data-open={open}>
      <div className="rail-head">
        <span className="wordmark">{t('app.name')}</span>
        <button type="button" className="button button-quiet rail-toggle" aria-expanded={open} onClick={onToggle}>
          <Icon path={open ? paths.close : paths.menu} />
          {t(open ? 'rail.close' : 'rail.open')}
        </button>
      </div>
      <div className="rail-body">
        <button
          type="button"
          className="button"
          onClick={() => {
            newProblem(stores);
            document.getElementById('problem')?.focus();
          }}
        >
          <Icon path={paths.plus} />
          {t('rail.newProblem')}
        </button>
        <div className="rail-links">
          <button
            type="button"
            className="button rail-link"
            data-testid="practice-link"
            aria-current={view === 'practice' ? 'page' : undefined}
            onClick={() => stores.view.show('practice')}
          >
            <Icon path={paths.practice} />
            {t('rail.practice')}
            {due > 0 && <span className="rail-due">{t('practice.dueShort', { count: due })}</span>}
          </button>
          <button
            type="button"
            className="button rail-link"
            data-testid="models-link"
            aria-current={view === 'models' ? 'page' : undefined}
            onClick={() => stores.view.show('models')}
          >
            <Icon path={paths.models} />
            {t('rail.models')}
          </button>
        </div>
        <HistoryPanel />
        <div className="rail-foot">
          <button type="button" className="button button-quiet" onClick={onSettings}>
            {t('rail.settings')}
          </button>
          <button type="button" className="button button-quiet" onClick={onKeys}>
            {t('rail.keys')} <kbd className="key">?</kbd>
          </button>
          <button type="button" className="button button-quiet" data-testid="tour-link" onClick={() => stores.view.tour(true)}>
            {t('tour.name')}
          </button>
        </div>
      </div>
    </nav>
  );
}
