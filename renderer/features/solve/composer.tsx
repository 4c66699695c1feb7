/** The problem box: what is typed, how it is read, how many samples, and the button that solves or stops. */
import { type KeyboardEvent, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { submitProblem } from '../../state/modes.ts';
import { isActive } from '../../state/solve-store.ts';
import { SamplesField } from '../settings/sample-fields.tsx';
import { useSlice, useStores } from '../use-stores.tsx';
import { WorkInput } from '../work/work-input.tsx';
import { ComposeFailure } from './compose-failure.tsx';
import { ModeChoice } from './mode-choice.tsx';
import { ProblemBox } from './problem-box.tsx';
import { ProblemPreview } from './problem-preview.tsx';
import './composer.css';

export function Composer() {
  const { t } = useTranslation();
  const stores = useStores();
  const draft = useSlice('settings', (state) => state.draft);
  const active = useSlice('solve', (state) => isActive(state.record));
  const starting = useSlice('solve', (state) => state.busy);
  const checking = useSlice('work', (state) => state.busy);
  const mode = useSlice('settings', (state) => state.settings.mode);
  const busy = starting || checking;
  // Reading and typesetting wait for a pause between keystrokes.
  const settledDraft = useDeferredValue(draft);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submitProblem(stores);
    }
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void submitProblem(stores);
      }}
    >
      <ModeChoice />
      <ProblemBox onKeyDown={onKeyDown} />
      <ComposeFailure />
      <ProblemPreview draft={settledDraft} />
      {mode === 'work' && <WorkInput onKeyDown={onKeyDown} />}
      <div className="composer-foot">
        {mode === 'work' ? (
          <span />
        ) : (
          <div className="sample-options">
            <SamplesField />
          </div>
        )}
        {active ? (
          <button
            type="button"
            className="button"
            data-testid="stop-button"
            aria-keyshortcuts="Escape"
            // The second click of a double click on Solve, which was here a moment ago, does not mean Stop.
            onClick={({ detail }) => detail < 2 && void stores.solve.stop()}
          >
            {t('compose.stop')}
            <kbd className="key">Esc</kbd>
          </button>
        ) : (
          <button
            type="submit"
            className="button button-primary"
            data-testid="solve-button"
            aria-keyshortcuts="Control+Enter"
            disabled={busy}
          >
            {busy ? t('compose.starting') : t(`mode.submit.${mode}`)}
          </button>
        )}
      </div>
    </form>
  );
}
