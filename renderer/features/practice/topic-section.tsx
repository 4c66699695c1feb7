/** The families of one topic, each to be ticked, with a quiet bar for how it went; and all of them at once. */
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeFamily } from '#app/protocol/practice.ts';
import { Icon, paths } from '../../design/icons.tsx';
import { useFamilyTitle } from '../../i18n/family-title.ts';
import { useTopicName } from './use-topic-name.ts';

interface TopicSectionProps {
  readonly topic: string;
  readonly families: readonly PracticeFamily[];
  readonly chosen: ReadonlySet<string>;
  /** Shows every family, as while searching. */
  readonly open: boolean;
  readonly onToggle: (ids: readonly string[], on: boolean) => void;
}

export function TopicSection({ topic, families, chosen, open, onToggle }: TopicSectionProps) {
  const { t } = useTranslation();
  const name = useTopicName(topic);
  const [opened, setOpened] = useState(false);
  const expanded = open || opened;
  const due = sumOf(families, 'due');
  const all = useRef<HTMLInputElement>(null);
  const ids = families.map(({ id }) => id);
  const listId = useId();
  const count = ids.filter((id) => chosen.has(id)).length;

  useEffect(() => {
    if (all.current !== null) all.current.indeterminate = count > 0 && count < ids.length;
  });

  return (
    <fieldset className="topic" data-testid="practice-topic">
      <legend className="visually-hidden">{name}</legend>
      <div className="topic-head">
        <label className="topic-all">
          <input
            ref={all}
            type="checkbox"
            checked={count === ids.length}
            aria-label={t('practice.allOf', { topic: name })}
            onChange={(event) => onToggle(ids, event.target.checked)}
          />
        </label>
        <button
          type="button"
          className="topic-open"
          aria-expanded={expanded}
          aria-controls={listId}
          onClick={() => setOpened(!expanded)}
        >
          <span className="topic-name">{name}</span>
          {due > 0 && <span className="family-due">{t('practice.dueShort', { count: due })}</span>}
          <Score right={sumOf(families, 'rightFirst')} attempts={sumOf(families, 'attempts')} />
          <span className="topic-count">{t('practice.ofKinds', { chosen: count, count: ids.length })}</span>
          <Icon path={paths.right} size={14} />
        </button>
      </div>
      <ul id={listId} className="topic-families" hidden={!expanded}>
        {expanded &&
          families.map((family) => (
            <FamilyRow key={family.id} family={family} chosen={chosen.has(family.id)} onToggle={onToggle} />
          ))}
      </ul>
    </fieldset>
  );
}

interface FamilyRowProps {
  readonly family: PracticeFamily;
  readonly chosen: boolean;
  readonly onToggle: TopicSectionProps['onToggle'];
}

function FamilyRow({ family: { id, title, attempts, rightFirst, due }, chosen, onToggle }: FamilyRowProps) {
  const { t } = useTranslation();
  const familyTitle = useFamilyTitle();
  return (
    <li>
      <label className="family" data-testid="practice-family">
        <input type="checkbox" checked={chosen} onChange={(event) => onToggle([id], event.target.checked)} />
        <span className="family-title">{familyTitle({ id, title })}</span>
        {due > 0 && <span className="family-due">{t('practice.dueShort', { count: due })}</span>}
        <Score right={rightFirst} attempts={attempts} />
      </label>
    </li>
  );
}

/** How much was right at once, as a quiet bar; nothing before the first attempt. */
function Score({ right, attempts }: { readonly right: number; readonly attempts: number }) {
  const { t } = useTranslation();
  if (attempts === 0) return null;
  const words = t('practice.score', { right, count: attempts });
  return (
    <span className="family-score" title={words}>
      <span className="visually-hidden">{words}</span>
      <span aria-hidden="true">
        {right}/{attempts}
      </span>
      <span className="family-bar" aria-hidden="true">
        <span style={{ transform: `scaleX(${right / attempts})` }} />
      </span>
    </span>
  );
}

function sumOf(families: readonly PracticeFamily[], count: 'attempts' | 'rightFirst' | 'due'): number {
  return families.reduce((sum, family) => sum + family[count], 0);
}
