/** What a model is and what it takes here, as a row of figures. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Model, ModelFacts } from '#app/protocol/models.ts';
import { Icon, paths } from '../../design/icons.tsx';
import { byteSize } from './byte-size.ts';

interface ModelFactsRowProps {
  readonly model: Model;
  readonly facts: ModelFacts;
}

export function ModelFactsRow({ model, facts }: ModelFactsRowProps) {
  const { t, i18n } = useTranslation();
  const count = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumSignificantDigits: 3 });
  const stored = facts.stored.join(' + ');
  return (
    <dl className="model-facts">
      <Fact name={t('models.parameters')}>{count.format(facts.parameters)}</Fact>
      <Fact name={t('models.stored')}>
        {facts.weights === 'stored' ? stored : t('models.heldAs', { stored, held: facts.weights })}
      </Fact>
      <Fact name={t('models.onDisk')}>{byteSize(model.bytes, i18n.language)}</Fact>
      <Fact name={t('models.context')}>{t('models.tokens', { count: facts.modelContext })}</Fact>
      <Fact name={t('models.memory', { count: facts.samples })}>
        <Fit facts={facts} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="label">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Fit({ facts: { neededBytes, availableBytes, samples, samplesAtOnce } }: { readonly facts: ModelFacts }) {
  const { t, i18n } = useTranslation();
  const sizes = { needed: byteSize(neededBytes, i18n.language), available: byteSize(availableBytes, i18n.language) };
  const fits = samplesAtOnce > 0;
  return (
    <span className="model-fit" data-fits={fits} data-testid="model-fit">
      <Icon path={fits ? paths.tick : paths.cross} size={14} />
      {samplesAtOnce >= samples
        ? t('models.fits', sizes)
        : fits
          ? t('models.fitsSome', { ...sizes, count: samplesAtOnce })
          : t('models.fitsNot', sizes)}
    </span>
  );
}
