/** Everything solved so far, out to a file and back in from one. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallErrorData } from '#app/protocol/calls.ts';
import { MAX_IMPORT_LENGTH } from '#app/protocol/exchange.ts';
import { callFailure } from '../../state/call-failure.ts';
import { openSolve } from '../../state/stores.ts';
import { saveFile } from '../export/save-file.ts';
import { useStores } from '../use-stores.tsx';

type Outcome =
  | { readonly kind: 'imported' | 'exported'; readonly count?: number }
  | { readonly kind: 'nothing' | 'busy' }
  | { readonly kind: 'failed'; readonly failure: CallErrorData };

export function HistorySettings() {
  const { t } = useTranslation();
  const stores = useStores();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const picker = useRef<HTMLInputElement>(null);

  async function attempt(work: () => Promise<Outcome>): Promise<void> {
    setOutcome({ kind: 'busy' });
    setOutcome(await work().catch((error): Outcome => ({ kind: 'failed', failure: callFailure(error) })));
  }

  async function exportAll(): Promise<Outcome> {
    const text = await stores.history.exportAll();
    if (text === null) return { kind: 'nothing' };
    saveFile('quorum-history.json', 'application/json', text);
    return { kind: 'exported' };
  }

  async function importFile(file: File): Promise<Outcome> {
    if (file.size > MAX_IMPORT_LENGTH) {
      return { kind: 'failed', failure: { kind: 'import-too-large', message: '', data: { limit: MAX_IMPORT_LENGTH } } };
    }
    const ids = await stores.history.importText(await file.text());
    if (ids.length === 1) await openSolve(stores, ids[0]);
    return { kind: 'imported', count: ids.length };
  }

  return (
    <>
      <div className="settings-actions">
        <button type="button" className="button" onClick={() => void attempt(exportAll)}>
          {t('exchange.exportAll')}
        </button>
        <button type="button" className="button" onClick={() => picker.current?.click()}>
          {t('exchange.import')}
        </button>
        <input
          ref={picker}
          className="visually-hidden"
          type="file"
          accept="application/json,.json"
          aria-label={t('exchange.file')}
          tabIndex={-1}
          data-testid="import-file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            // Emptied, so that the same file can be chosen again.
            event.target.value = '';
            if (file !== undefined) void attempt(() => importFile(file));
          }}
        />
      </div>
      <p className="setting-hint" role="status">
        {outcome === null ? t('exchange.hint') : <OutcomeWords outcome={outcome} />}
      </p>
    </>
  );
}

function OutcomeWords({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation();
  switch (outcome.kind) {
    case 'imported':
      return t('exchange.imported', { count: outcome.count ?? 0 });
    case 'exported':
    case 'nothing':
    case 'busy':
      return t(`exchange.${outcome.kind}`);
    case 'failed':
      return <FailureWords failure={outcome.failure} />;
  }
}

function FailureWords({ failure: { kind, message, data } }: { readonly failure: CallErrorData }) {
  const { t } = useTranslation();
  switch (kind) {
    case 'import-too-large':
      return t('exchange.tooLarge', { megabytes: MAX_IMPORT_LENGTH / 1_000_000 });
    case 'import-not-json':
      return t('exchange.notJson');
    case 'import-foreign':
      return t('exchange.foreign');
    case 'import-newer':
      return t('exchange.newer');
    case 'import-invalid':
      return t('exchange.invalid', { at: data.at });
    default:
      return message;
  }
}
