/** What can be practised, by topic, with how it went so far; and the level, and the ways to begin. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_WORKSHEET, type Practice, type PracticeFamily } from '#app/protocol/practice.ts';
import { useFamilyTitle } from '../../i18n/family-title.ts';
import { NumberField } from '../settings/number-field.tsx';
import { useSlice, useStores } from '../use-stores.tsx';
import { TopicSection } from './topic-section.tsx';

const USUAL_SHEET = 10;
/** Short enough to be copied from a printed sheet. */
const MAX_SHEET_NUMBER = 999_999;
const LEVELS = [1, 2, 3, 4] as const;

export function FamilyPicker({ practice: { families, choice, exercise } }: { readonly practice: Practice }) {
  const { t } = useTranslation();
  const { practice } = useStores();
  const busy = useSlice('practice', (state) => state.busy);
  const [query, setQuery] = useState('');
  const [count, setCount] = useState(USUAL_SHEET);
  const [sheet, setSheet] = useState<number | null>(null);
  const chosen = new Set(choice.families);
  const topics = byTopic(families, query, useFamilyTitle());
  const due = families.reduce((sum, family) => sum + (chosen.has(family.id) ? family.due : 0), 0);
  const nothing = chosen.size === 0;

  function toggle(ids: readonly string[], on: boolean): void {
    const next = families.map(({ id }) => id).filter((id) => (ids.includes(id) ? on : chosen.has(id)));
    void practice.choose({ ...choice, families: next });
  }

  return (
    <section aria-label={t('practice.choose')}>
      <div className="practice-head">
        <h1 className="practice-title">{t('practice.title')}</h1>
        {exercise !== null && (
          <button type="button" className="button button-quiet" onClick={() => practice.show('exercise')}>
            {t('practice.back')}
          </button>
        )}
      </div>
      <p className="practice-lead">{t('practice.lead')}</p>
      <form
        className="practice-bar"
        onSubmit={(event) => {
          event.preventDefault();
          void practice.next();
        }}
      >
        <input
          type="search"
          className="field practice-search"
          aria-label={t('practice.search')}
          placeholder={t('practice.search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <label className="number-field">
          {t('practice.level')}
          <select
            className="field practice-level"
            value={choice.level ?? ''}
            onChange={({ target }) =>
              void practice.choose({ ...choice, level: target.value === '' ? null : Number(target.value) })
            }
          >
            <option value="">{t('practice.mixed')}</option>
            {LEVELS.map((level) => (
              <option key={level}>{level}</option>
            ))}
          </select>
        </label>
        <button type="submit" className="button button-primary" data-testid="practice-start" disabled={busy || nothing}>
          {t('practice.start')}
        </button>
        <span className="practice-count">
          {nothing ? t('practice.noneChosen') : t('practice.chosen', { count: chosen.size })}
          {due > 0 && ` · ${t('practice.due', { count: due })}`}
        </span>
        <span className="practice-sheet">
          <span className="label">{t('practice.onPaper')}</span>
          <NumberField
            label={t('practice.sheetCount')}
            value={count}
            min={1}
            max={MAX_WORKSHEET}
            step={1}
            onChange={(value) => value !== null && setCount(value)}
          />
          <NumberField
            label={t('practice.sheetAgain')}
            hint={t('practice.sheetAgainHint')}
            value={sheet}
            min={0}
            max={MAX_SHEET_NUMBER}
            step={1}
            optional
            onChange={setSheet}
          />
          <button
            type="button"
            className="button"
            data-testid="sheet-button"
            disabled={busy || nothing}
            onClick={() => void practice.makeSheet(count, sheet ?? newSeed())}
          >
            {t('practice.makeSheet')}
          </button>
        </span>
      </form>
      {nothing && query === '' && (
        <p className="practice-empty">
          {t('practice.emptyHint')}
          <button
            type="button"
            className="button"
            data-testid="practice-mix"
            disabled={busy}
            onClick={() => void practice.choose({ ...choice, families: families.map(({ id }) => id) }).then(practice.next)}
          >
            {t('practice.mix')}
          </button>
        </p>
      )}
      {topics.length === 0 && <p className="practice-lead">{t('history.noMatch', { query })}</p>}
      <div className="topics">
        {topics.map(([topic, members]) => (
          <TopicSection
            key={topic}
            topic={topic}
            families={members}
            chosen={chosen}
            open={query.trim() !== ''}
            onToggle={toggle}
          />
        ))}
      </div>
    </section>
  );
}

/** In the curriculum's order; a query looks in the titles. */
function byTopic(
  families: readonly PracticeFamily[],
  query: string,
  title: (family: PracticeFamily) => string,
): [string, PracticeFamily[]][] {
  const wanted = query.trim().toLowerCase();
  const topics = new Map<string, PracticeFamily[]>();
  for (const family of families) {
    if (!`${title(family)} ${family.topic}`.toLowerCase().includes(wanted)) continue;
    topics.set(family.topic, [...(topics.get(family.topic) ?? []), family]);
  }
  return [...topics];
}

const newSeed = (): number => Math.floor(Math.random() * (MAX_SHEET_NUMBER + 1));
