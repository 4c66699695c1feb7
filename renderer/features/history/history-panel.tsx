/** Earlier problems: search, list, and the way back to each. */
import { useTranslation } from 'react-i18next';
import { useSlice, useStores } from '../use-stores.tsx';
import { HistoryItem } from './history-item.tsx';
import { TopicFilter } from './topic-filter.tsx';
import './history.css';

export function HistoryPanel() {
  const { t } = useTranslation();
  const { history } = useStores();
  const entries = useSlice('history', (state) => state.entries);
  const query = useSlice('history', (state) => state.query);
  const failed = useSlice('history', (state) => state.failed);
  const shown = useSlice('solve', (state) => state.record?.id);
  const shownStatus = useSlice('solve', (state) => state.record?.status);
  return (
    <>
      <input
        className="field history-search"
        type="search"
        aria-label={t('history.search')}
        placeholder={t('history.search')}
        maxLength={200}
        value={query}
        onChange={(event) => history.search(event.target.value)}
      />
      <TopicFilter />
      {failed && <p className="history-note">{t('history.failed')}</p>}
      {entries.length === 0 && !failed && (
        <p className="history-note">{query === '' ? t('history.empty') : t('history.noMatch', { query })}</p>
      )}
      <ul className="history-list">
        {entries.map((entry) => (
          <HistoryItem
            key={entry.id}
            entry={entry}
            status={entry.id === shown ? (shownStatus ?? entry.status) : entry.status}
            current={entry.id === shown}
          />
        ))}
      </ul>
    </>
  );
}
