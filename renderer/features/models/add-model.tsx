/** Adding a model by its folder: typed, pasted, dropped, or picked in the desktop's own dialog. */
import { type DragEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useSlice, useStores } from '../use-stores.tsx';
import { fileOf, ProblemWords } from './problem-words.tsx';
import { ProgressLine } from './progress-line.tsx';

export function AddModel() {
  const { t } = useTranslation();
  const { models } = useStores();
  const path = useSlice('models', (state) => state.path);
  const adding = useSlice('models', (state) => state.adding);
  const added = useSlice('models', (state) => state.added);
  const hashing = useSlice('models', (state) => (state.adding ? state.activity.hashing : null));
  const failure = useSlice('models', (state) => (state.failure?.id === null ? state.failure.error : null));
  const field = useId();
  const hint = useId();

  function drop(event: DragEvent): void {
    const address = event.dataTransfer.getData('text/uri-list').split('\r\n')[0];
    if (address === '') return;
    event.preventDefault();
    models.type(address);
  }

  return (
    <form
      className="model-add"
      aria-label={t('models.add')}
      onSubmit={(event) => {
        event.preventDefault();
        void models.add();
      }}
    >
      <label htmlFor={field} className="model-add-label">
        {t('models.add')}
      </label>
      <div className="model-add-line">
        <input
          id={field}
          className="field"
          data-testid="model-path"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('models.folder')}
          aria-describedby={hint}
          value={path}
          readOnly={adding}
          onChange={(event) => models.type(event.target.value)}
          onDrop={drop}
        />
        <button type="submit" className="button" data-testid="model-add" disabled={adding || path.trim() === ''}>
          {t('models.addButton')}
        </button>
        {models.picksFolders && (
          <button
            type="button"
            className="button"
            data-testid="model-pick"
            disabled={adding}
            onClick={() => void models.pickFolder()}
          >
            {t('models.pick')}
          </button>
        )}
      </div>
      <p id={hint} className="model-note">
        {t('models.folderHint')}
      </p>
      {failure !== null && (
        <p className="model-problem" role="alert" data-testid="model-add-failure">
          <ProblemWords kind={failure.kind} message={failure.message} file={fileOf(failure.data)} />
        </p>
      )}
      {hashing !== null && (
        <ProgressLine words={t('models.hashing', { percent: Math.floor(hashing.fraction * 100) })} fraction={hashing.fraction} />
      )}
      <p className="model-note" role="status">
        {adding && hashing === null && t('models.adding')}
        {added !== null && t('models.added', { name: added })}
      </p>
    </form>
  );
}
