/** What stands in the way of a solution, in words that name the remedy. */
import { useTranslation } from 'react-i18next';
import type { SolveRecord } from '#app/protocol/solve.ts';
import { useSlice, useStores } from '../use-stores.tsx';

/** The engine itself does not run: solving would fail too. */
export function EngineNotice() {
  const { t } = useTranslation();
  const failed = useSlice('status', (state) => state.status?.engine === 'failed');
  const reason = useSlice('status', (state) => state.status?.reason ?? null);
  if (!failed) return null;
  return (
    <div className="notice" role="alert">
      <h2>{t('solve.engineFailed')}</h2>
      {reason !== null && <p>{reason}</p>}
      <ChooseModel />
    </div>
  );
}

export function FailureNotice({ record }: { readonly record: SolveRecord }) {
  const { t } = useTranslation();
  const engineFailed = useSlice('status', (state) => state.status?.engine === 'failed');
  return (
    <div className="notice" role="alert">
      <h2>{t('solve.failedTitle')}</h2>
      {record.failure !== null && <p>{record.failure.message}</p>}
      <p className="notice-ways">
        <Again record={record} label={t('solve.retry')} />
        {engineFailed && <ChooseModel />}
      </p>
    </div>
  );
}

/** Why steps are not coming, or will not come any more. */
export function ProgressNote({ record }: { readonly record: SolveRecord }) {
  const { t } = useTranslation();
  const loading = useSlice('status', (state) => state.status?.engine === 'loading' || state.status?.engine === 'starting');
  switch (record.status) {
    case 'queued':
      return <p className="solution-note">{loading ? t('solve.loading') : t('solve.queued')}</p>;
    case 'stopped':
      return <p className="solution-note">{t('solve.stoppedNote')}</p>;
    case 'interrupted':
      return (
        <p className="solution-note">
          {t('solve.interruptedNote')} <Again record={record} label={t('solve.again')} />
        </p>
      );
    case 'running':
    case 'finished':
    case 'failed':
      return null;
  }
}

/** Where an engine that does not run is given another model. */
function ChooseModel() {
  const { t } = useTranslation();
  const { view } = useStores();
  return (
    <button type="button" className="button" onClick={() => view.show('models')}>
      {t('models.choose')}
    </button>
  );
}

/** The model declined: what it is for, and where to see all of it. */
export function UnsupportedNote() {
  const { t } = useTranslation();
  const { view } = useStores();
  return (
    <div className="solution-note unsupported" data-testid="unsupported">
      <p>{t('practice.notLearnt')}</p>
      <button type="button" className="button" onClick={() => view.show('practice')}>
        {t('practice.seeKinds')}
      </button>
    </div>
  );
}

function Again({ record, label }: { readonly record: SolveRecord; readonly label: string }) {
  const { solve, selection } = useStores();
  const busy = useSlice('solve', (state) => state.busy);
  return (
    <button
      type="button"
      className="button"
      disabled={busy}
      onClick={() => {
        selection.reset();
        void solve.start(record.problem, record.options);
      }}
    >
      {label}
    </button>
  );
}
