/** Tells a screen reader when a step is done and how the vote ended; never tokens. */
import { useTranslation } from 'react-i18next';
import type { SolveRecord } from '#app/protocol/solve.ts';
import { isCoached } from '../../state/coach-store.ts';
import { shownSample } from '../../state/selection-store.ts';
import { isActive } from '../../state/solve-store.ts';
import { useVerdict } from '../agreement/use-verdict.ts';
import { progressOf } from '../samples/sample-status.ts';
import { useSlice } from '../use-stores.tsx';

export function Announcer() {
  const record = useSlice('solve', (state) => state.record);
  // Of a solve kept out of sight the coach tells what there is to tell.
  const coached = useSlice('coach', (state) => isCoached(state, record));
  return (
    <p className="visually-hidden" aria-live="polite">
      {record !== null && !coached && <Announcement record={record} />}
    </p>
  );
}

function Announcement({ record }: { readonly record: SolveRecord }) {
  const { t } = useTranslation();
  const chosen = useSlice('selection', (state) => state.sample);
  const verdict = useVerdict(record);
  if (isActive(record)) {
    const steps = shownSample(record, chosen)?.steps.length ?? 0;
    const { done, asked } = progressOf(record.samples);
    // Told of in quarters: a voice that counts to 64 says nothing else.
    const quarters = Math.floor((4 * done) / asked);
    const told = [
      steps > 0 && t('announce.step', { number: steps }),
      quarters > 0 && t('stepping.doneSpoken', { count: Math.ceil((quarters * asked) / 4), asked }),
    ];
    return told.filter(Boolean).join(' ');
  }
  return record.status === 'finished'
    ? t('announce.finished', { verdict })
    : record.status === 'stopped'
      ? t('announce.stopped')
      : null;
}
