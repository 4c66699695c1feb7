/** The two numbers that shape a vote: how many samples, also beside the button that starts it, and how different they are. */
import { useTranslation } from 'react-i18next';
import { MAX_SAMPLES } from '#app/protocol/solve.ts';
import { useSlice, useStores } from '../use-stores.tsx';
import { NumberField } from './number-field.tsx';

export function SamplesField() {
  const { t } = useTranslation();
  const { settings } = useStores();
  const options = useSlice('settings', (state) => state.settings.solve);
  return (
    <NumberField
      label={t('compose.samples')}
      hint={t('compose.samplesHint')}
      value={options.samples}
      min={1}
      max={MAX_SAMPLES}
      step={1}
      onChange={(samples) => samples !== null && void settings.change({ solve: { ...options, samples } })}
    />
  );
}

export function TemperatureField() {
  const { t } = useTranslation();
  const { settings } = useStores();
  const options = useSlice('settings', (state) => state.settings.solve);
  return (
    <NumberField
      label={t('compose.temperature')}
      hint={t('compose.temperatureHint')}
      value={options.temperature}
      min={0}
      max={2}
      step={0.1}
      onChange={(temperature) => temperature !== null && void settings.change({ solve: { ...options, temperature } })}
    />
  );
}
