/** Asks for a name of an earlier problem. An empty name gives the problem's own words back. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#app/protocol/calls.ts';
import { MAX_TITLE_LENGTH } from '#app/protocol/exchange.ts';
import { Dialog } from '../../design/dialog.tsx';
import { useStores } from '../use-stores.tsx';

export function RenameDialog({ entry, onClose }: { readonly entry: HistoryEntry; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { history } = useStores();
  const [name, setName] = useState(entry.title ?? '');
  const id = useId();
  return (
    <Dialog title={t('history.rename')} onClose={onClose}>
      <form
        className="rename"
        onSubmit={(event) => {
          event.preventDefault();
          void history.mark(entry, { title: name.trim() === '' ? null : name.trim() });
          onClose();
        }}
      >
        <label className="label" htmlFor={id}>
          {t('history.name')}
        </label>
        <input
          id={id}
          className="field"
          maxLength={MAX_TITLE_LENGTH}
          value={name}
          placeholder={entry.problem.trim().split('\n', 1)[0].slice(0, MAX_TITLE_LENGTH)}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button button-primary">
          {t('history.save')}
        </button>
      </form>
    </Dialog>
  );
}
