/** Where the learner's data lie, and the ways to begin anew: settings alone, which can be undone, or everything. */
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSlice, useStores } from '../use-stores.tsx';
import { SettingsGroup } from './settings-parts.tsx';

export function DataSettings() {
  const { t } = useTranslation();
  return (
    <SettingsGroup title={t('settings.data')}>
      <Folder />
      <ResetSettings />
      <EraseAll />
    </SettingsGroup>
  );
}

function Folder() {
  const { t } = useTranslation();
  const { machine } = useStores();
  const folder = useSlice('machine', (state) => state.folder);
  const [copied, setCopied] = useState(false);

  useEffect(() => void machine.findFolder(), [machine]);

  if (folder === null) return null;
  return (
    <>
      <p className="setting-path">
        <span className="setting-hint">{t('settings.folder')}</span> <code data-testid="data-folder">{folder}</code>
      </p>
      <div className="settings-actions">
        <button type="button" className="button" onClick={() => void machine.openFolder()}>
          {t('settings.openFolder')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void navigator.clipboard.writeText(folder).then(() => setCopied(true))}
        >
          {t(copied ? 'copy.done' : 'settings.copyFolder')}
        </button>
      </div>
    </>
  );
}

function ResetSettings() {
  const { t } = useTranslation();
  const { settings } = useStores();
  const undoable = useSlice('settings', (state) => state.beforeReset !== null);
  return (
    <div className="settings-actions" role="status">
      {undoable ? (
        <>
          <span className="setting-done">{t('settings.wasReset')}</span>
          <button type="button" className="button" onClick={() => void settings.undoReset()}>
            {t('history.undo')}
          </button>
        </>
      ) : (
        <button type="button" className="button" data-testid="reset-settings" onClick={() => void settings.reset()}>
          {t('settings.reset')}
        </button>
      )}
    </div>
  );
}

/** A word typed out stands between a slip and the loss of everything. */
function EraseAll() {
  const { t } = useTranslation();
  const { machine } = useStores();
  const failure = useSlice('machine', (state) => state.failure);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const id = useId();
  const word = t('settings.eraseWord');
  if (!open) {
    return (
      <div className="settings-actions">
        <button type="button" className="button button-danger" data-testid="erase-open" onClick={() => setOpen(true)}>
          {t('settings.erase')}
        </button>
      </div>
    );
  }
  return (
    <form
      className="erase"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === word) void machine.erase(() => window.location.reload());
      }}
    >
      <label htmlFor={id}>{t('settings.eraseHint', { word })}</label>
      <div className="settings-actions">
        <input
          id={id}
          className="field"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button button-danger" disabled={typed.trim() !== word}>
          {t('settings.eraseNow')}
        </button>
        <button type="button" className="button" onClick={() => setOpen(false)}>
          {t('settings.keep')}
        </button>
      </div>
      {failure !== null && (
        <p className="setting-failure" role="alert">
          {failure.kind === 'still-solving' ? t('settings.stillSolving') : failure.message}
        </p>
      )}
    </form>
  );
}
