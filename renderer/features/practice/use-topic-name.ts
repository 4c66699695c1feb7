/** A topic by its name in the learner's language; one that the interface does not know keeps its own. */
import { useTranslation } from 'react-i18next';
import { en } from '../../i18n/en.ts';

type TopicId = keyof typeof en.practice.topics;

export function useTopicName(topic: string): string {
  const { t } = useTranslation();
  return isKnown(topic) ? t(`practice.topics.${topic}`) : topic;
}

function isKnown(topic: string): topic is TopicId {
  return Object.hasOwn(en.practice.topics, topic);
}
