/** The bottom line: what computes, how much memory it takes, how fast it writes. */
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '#app/protocol/calls.ts';
import { useSlice, useStores } from '../use-stores.tsx';

export function StatusStrip() {
  const { t } = useTranslation();
  const status = useSlice('status', (state) => state.status);
  return (
    <section className="strip" aria-label={t('strip.label')} data-testid="status-strip">
      {status === null ? (
        <span>{t('strip.connecting')}</span>
      ) : status.engine === 'ready' ? (
        <Running status={status} />
      ) : (
        <NotReady status={status} />
      )}
    </section>
  );
}

function Running({ status }: { readonly status: AppStatus }) {
  const { t, i18n } = useTranslation();
  const { solve } = useStores();
  const kind = status.backend === null ? '' : t(`strip.${status.backend}`);
  // The CPU's own name begins with what it is.
  const adapter = status.adapter?.startsWith(kind) ? status.adapter : [kind, status.adapter].filter(Boolean).join(' · ');
  const { samplesRunning: running, samplesWaiting: waiting } = status;
  return (
    <>
      <span className="strip-adapter" title={status.reason ?? undefined}>
        {adapter}
      </span>
      {status.model !== null && <span className="strip-model">{status.model}</span>}
      {status.memoryBytes !== null && (
        <span>{t('strip.memory', { amount: formatBytes(status.memoryBytes, i18n.language) })}</span>
      )}
      <span className="strip-end">
        {running + waiting === 0
          ? t('strip.idle')
          : t(waiting > 0 ? 'strip.runningWaiting' : 'strip.running', { running, waiting })}
      </span>
      {running > 0 && <span>{t('strip.tokensPerSecond', { rate: Math.round(status.tokensPerSecond) })}</span>}
      {running + waiting > 0 && (
        <button type="button" className="strip-stop" onClick={() => void solve.stopAll()}>
          {t('strip.stopAll')}
        </button>
      )}
    </>
  );
}

function NotReady({ status }: { readonly status: AppStatus }) {
  const { t } = useTranslation();
  const { engine, progress } = status;
  if (engine !== 'loading') return <span>{t(`strip.${engine === 'ready' ? 'idle' : engine}`)}</span>;
  if (progress === null) return <span>{t('strip.loadingPlain')}</span>;
  return (
    <>
      <span className="strip-progress" style={{ transform: `scaleX(${progress})` }} aria-hidden="true" />
      <span>{t('strip.loading', { percent: Math.round(progress * 100) })}</span>
    </>
  );
}

function formatBytes(bytes: number, language: string): string {
  const [amount, unit] = bytes >= 1e9 ? [bytes / 1e9, 'gigabyte'] : [bytes / 1e6, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: amount < 10 ? 1 : 0 }).format(amount);
}
