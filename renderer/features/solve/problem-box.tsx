/** The box that a problem is typed into, and the formula editor that opens below it. */
import { type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { submitProblem } from '../../state/modes.ts';
import { useSlice, useStores } from '../use-stores.tsx';

const FormulaEditor = lazy(async () => ({ default: (await import('./formula-editor.tsx')).FormulaEditor }));

export function ProblemBox({ onKeyDown }: { readonly onKeyDown: (event: KeyboardEvent) => void }) {
  const { t } = useTranslation();
  const stores = useStores();
  const draft = useSlice('settings', (state) => state.draft);
  const formulas = useSlice('settings', (state) => state.settings.formulaEditor);
  const box = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(draft.length);

  function type(text: string): void {
    stores.settings.type(text);
    stores.solve.dismissFailure();
  }

  return (
    <>
      <label className="visually-hidden" htmlFor="problem">
        {t('compose.label')}
      </label>
      <div className="problem-box">
        <textarea
          ref={box}
          id="problem"
          className="problem-input"
          data-testid="problem-input"
          rows={1}
          value={draft}
          placeholder={t('compose.placeholder')}
          spellCheck={false}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: typing a problem is what the screen is for.
          autoFocus
          onChange={(event) => {
            type(event.target.value);
            setCaret(event.target.selectionStart);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          className="formula-toggle"
          data-testid="formula-toggle"
          aria-pressed={formulas}
          aria-label={t('formula.toggle')}
          title={t('formula.toggle')}
          onClick={() => void stores.settings.change({ formulaEditor: !formulas })}
        >
          ∑
        </button>
      </div>
      {formulas && (
        <Suspense>
          <FormulaEditor
            draft={draft}
            caret={caret}
            onType={type}
            onSubmit={() => void submitProblem(stores)}
            onLeave={() => box.current?.focus()}
          />
        </Suspense>
      )}
    </>
  );
}
