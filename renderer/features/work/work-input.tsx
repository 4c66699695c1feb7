/** The box for the learner's own lines, and how each is read while it is typed. */
import { type KeyboardEvent, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_WORK_LINES } from '#app/protocol/coach.ts';
import { readLine } from '#tutor/problem/read-line.ts';
import { linesOf } from '../../state/work-store.ts';
import { useTypedNumbers } from '../maths/maths-language.tsx';
import { TypesetText } from '../maths/typeset-text.tsx';
import { useSlice, useStores } from '../use-stores.tsx';
import './work.css';

export function WorkInput({ onKeyDown }: { readonly onKeyDown: (event: KeyboardEvent) => void }) {
  const { t } = useTranslation();
  const { work } = useStores();
  const text = useSlice('work', (state) => state.text);
  const failure = useSlice('work', (state) => state.failure);
  const settled = useDeferredValue(text);
  return (
    <div className="work-input">
      <label className="label" htmlFor="work">
        {t('work.label')}
      </label>
      <textarea
        id="work"
        className="problem-input work-lines"
        data-testid="work-input"
        rows={3}
        value={text}
        placeholder={t('work.placeholder')}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => work.write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {failure !== null && (
        <p className="compose-failure" role="alert">
          {failure.kind === 'no-lines'
            ? t('work.empty')
            : failure.kind === 'too-many-lines'
              ? t('work.tooMany', { limit: MAX_WORK_LINES })
              : failure.message}
        </p>
      )}
      <WorkPreview text={settled} />
    </div>
  );
}

function WorkPreview({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const checked = useSlice('work', (state) => state.checked);
  const lines = linesOf(text).slice(0, MAX_WORK_LINES).map(useTypedNumbers());
  const isChecked = checked !== null && checked.lines.map((line) => line.text).join('\n') === lines.join('\n');
  if (lines.length === 0 || isChecked) return null;
  return (
    <div className="preview" data-testid="work-preview">
      <span className="label">{t('compose.readAs')}</span>
      <ol className="work-preview-lines">
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place in the box.
          <li key={place}>
            <TypesetText text={readLine(line)} />
          </li>
        ))}
      </ol>
    </div>
  );
}
