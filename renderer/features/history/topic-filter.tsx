/** The topics of the history as a row of switches, once there is more than one. */
import { useTranslation } from 'react-i18next';
import { useTopicName } from '../practice/use-topic-name.ts';
import { useSlice, useStores } from '../use-stores.tsx';

export function TopicFilter() {
  const { t } = useTranslation();
  const topics = useSlice('history', (state) => state.topics);
  if (topics.length < 2) return null;
  return (
    <fieldset className="topics-filter">
      <legend className="visually-hidden">{t('history.topics')}</legend>
      {topics.map(({ topic, count }) => (
        <TopicChip key={topic} topic={topic} count={count} />
      ))}
    </fieldset>
  );
}

function TopicChip({ topic, count }: { readonly topic: string; readonly count: number }) {
  const { history } = useStores();
  const chosen = useSlice('history', (state) => state.topic === topic);
  const name = useTopicName(topic);
  return (
    <button
      type="button"
      className="chip"
      data-testid="topic-chip"
      aria-pressed={chosen}
      onClick={() => history.filter(chosen ? null : topic)}
    >
      {name} <span className="chip-count">{count}</span>
    </button>
  );
}
