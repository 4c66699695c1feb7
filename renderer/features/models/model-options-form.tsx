/** How a model is to be held: the format of its numbers, and how long a sample may become. */
import { useTranslation } from 'react-i18next';
import { type Model, type WeightsChoice, weightsSchema } from '#app/protocol/models.ts';
import { Choice } from '../settings/settings-parts.tsx';
import { useStores } from '../use-stores.tsx';

/** Shorter ones hold no solution. */
const SHORTEST_CONTEXT = 1024;

export function ModelOptionsForm({ model }: { readonly model: Model }) {
  const { t, i18n } = useTranslation();
  const { models } = useStores();
  const { options, facts } = model;
  const number = new Intl.NumberFormat(i18n.language);
  const formats = weightsSchema.options.map((value) => ({ value, name: t(`models.formats.${value}`) }));
  const lengths = contextLengths(facts?.modelContext ?? 0, options.contextLength).map((length) => ({
    value: String(length),
    name: number.format(length),
  }));
  return (
    <>
      <Choice<WeightsChoice>
        label={t('models.numbers')}
        value={options.weights}
        choices={formats}
        testId="model-weights"
        onChange={(weights) => void models.set(model.id, { ...options, weights })}
      />
      <Choice
        label={t('models.contextLength')}
        value={options.contextLength === null ? '' : String(options.contextLength)}
        choices={[{ value: '', name: t('models.automatic') }, ...lengths]}
        testId="model-context"
        onChange={(length) => void models.set(model.id, { ...options, contextLength: length === '' ? null : Number(length) })}
      />
    </>
  );
}

/** Doubling up to what the model was made for, and what is chosen now. */
function contextLengths(most: number, chosen: number | null): number[] {
  const lengths = new Set<number>();
  for (let length = SHORTEST_CONTEXT; length < most; length *= 2) lengths.add(length);
  if (most > 0) lengths.add(most);
  if (chosen !== null) lengths.add(chosen);
  return [...lengths].sort((a, b) => a - b);
}
