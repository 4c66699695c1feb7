/** Which sample is shown and what it came to, with the way to its neighbours and what can be done with it. */
import { useTranslation } from 'react-i18next';
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import { Icon, paths } from '../../design/icons.tsx';
import { neighbourSample } from '../../state/selection-store.ts';
import { canDrawAgain, drawAgain, nextFailing } from '../../state/stepping.ts';
import { useVerdict } from '../agreement/use-verdict.ts';
import { Formula } from '../maths/typeset-text.tsx';
import { useSlice, useStores } from '../use-stores.tsx';

interface SampleHeadProps {
  readonly record: SolveRecord;
  readonly sample: SampleRecord;
}

export function SampleHead({ record, sample }: SampleHeadProps) {
  const { t } = useTranslation();
  const stores = useStores();
  const busy = useSlice('solve', (state) => state.busy);
  const unfolded = useSlice('selection', (state) => state.working.open);
  const hasWorking = sample.steps.some(({ scratch }) => scratch.length > 0);
  return (
    <div className="sample-head">
      <h2>{t('sample.shown', { number: sample.index + 1, count: record.samples.length })}</h2>
      <Outcome sample={sample} />
      <Failing sample={sample} />
      <span className="sample-steps">
        {hasWorking && (
          <button
            type="button"
            className="button button-quiet"
            aria-pressed={unfolded}
            data-testid="fold-all"
            title={`${t(unfolded ? 'stepping.foldAll' : 'stepping.unfoldAll')} (f)`}
            onClick={() => stores.selection.toggleAllWorking()}
          >
            {t(unfolded ? 'stepping.foldAll' : 'stepping.unfoldAll')}
          </button>
        )}
        {canDrawAgain(sample) && (
          <button
            type="button"
            className="button button-quiet"
            data-testid="draw-again"
            disabled={busy}
            onClick={() => void drawAgain(stores)}
          >
            {t('stepping.drawAgain')}
          </button>
        )}
        <button
          type="button"
          className="button button-quiet"
          data-testid="export-button"
          onClick={() => stores.selection.export(true)}
        >
          {t('export.open')}
        </button>
        <Neighbour record={record} sample={sample} by={-1} />
        <Neighbour record={record} sample={sample} by={1} />
      </span>
      <SampleOrigin record={record} sample={sample} />
    </div>
  );
}

/** Where a sample comes from, unless it simply began with the problem. */
function SampleOrigin({ record, sample }: SampleHeadProps) {
  const { t } = useTranslation();
  const { selection } = useStores();
  const branch = sample.branch === undefined ? undefined : record.branches[sample.branch];
  const verdict = useVerdict(record, sample.branch);
  const redrawn = sample.redrawn ?? 0;
  if (branch === undefined) {
    return redrawn === 0 ? null : <p className="sample-origin">{t('stepping.drawnAgain', { count: redrawn })}</p>;
  }
  const { from, kept, edited } = branch;
  const words = { step: edited ? kept : kept + 1, sample: from + 1 };
  return (
    <p className="sample-origin" data-testid="sample-origin">
      {t(edited ? 'stepping.branchOwnNote' : 'stepping.branchNote', { ...words, verdict })}{' '}
      <button type="button" className="link" onClick={() => selection.choose(from)}>
        {t('stepping.showOrigin', { sample: from + 1 })}
      </button>
    </p>
  );
}

/** How many of its steps fail, and the way to the next of them. */
function Failing({ sample }: { readonly sample: SampleRecord }) {
  const { t } = useTranslation();
  const { selection } = useStores();
  const current = useSlice('selection', (state) => state.step);
  const count = sample.steps.filter(({ check }) => check === 'fails').length;
  const next = nextFailing(sample, current);
  if (next === null) return null;
  return (
    <button
      type="button"
      className="link sample-failing"
      data-testid="failing-steps"
      title={`${t('keys.failing')} (n)`}
      onClick={() => selection.goToStep(next, sample.steps.length)}
    >
      {t('stepping.failing', { count })}
    </button>
  );
}

function Outcome({ sample }: { readonly sample: SampleRecord }) {
  const { t } = useTranslation();
  if (sample.answer !== null) {
    return (
      <p>
        {t('sample.gave')} <Formula tex={sample.answer} />
      </p>
    );
  }
  if (sample.status === 'running') return <p>{t('sample.running')}</p>;
  if (sample.status === 'waiting') return <p>{t('sample.waiting')}</p>;
  return <p>{t('sample.noAnswer')}</p>;
}

function Neighbour({ record, sample, by }: SampleHeadProps & { readonly by: 1 | -1 }) {
  const { t } = useTranslation();
  const { selection } = useStores();
  const neighbour = neighbourSample(record, sample.index, by);
  return (
    <button
      type="button"
      className="button button-quiet"
      aria-label={t(by < 0 ? 'sample.previous' : 'sample.next')}
      disabled={neighbour === null}
      onClick={() => neighbour !== null && selection.choose(neighbour)}
    >
      <Icon path={by < 0 ? paths.left : paths.right} />
    </button>
  );
}
