/** Which sample is shown and what it came to, with the way to its neighbours. */
import { useTranslation } from 'react-i18next';
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import { Icon, paths } from '../../design/icons.tsx';
import { neighbourSample } from '../../state/selection-store.ts';
import { Formula } from '../maths/typeset-text.tsx';
import { useStores } from '../use-stores.tsx';

interface SampleHeadProps {
  readonly record: SolveRecord;
  readonly sample: SampleRecord;
}

export function SampleHead({ record, sample }: SampleHeadProps) {
  const { t } = useTranslation();
  const { selection } = useStores();
  return (
    <div className="sample-head">
      <h2>{t('sample.shown', { number: sample.index + 1, count: record.samples.length })}</h2>
      <Outcome sample={sample} />
      <span className="sample-steps">
        <button type="button" className="button button-quiet" data-testid="export-button" onClick={() => selection.export(true)}>
          {t('export.open')}
        </button>
        <Neighbour record={record} sample={sample} by={-1} />
        <Neighbour record={record} sample={sample} by={1} />
      </span>
    </div>
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
