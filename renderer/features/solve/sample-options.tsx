/** The two choices that shape a vote, beside the button that starts it. */
import { useTranslation } from 'react-i18next';
import { MAX_SAMPLES } from '#app/protocol/solve.ts';
import { NumberField } from '../settings/number-field.tsx';
import { useSlice, useStores } from '../use-stores.tsx';

export function SampleOptions() {
  const { t } = useTranslation();
  const { settings } = useStores();
  const options = useSlice('settings', (state) => state.settings.solve);
  return (
    <div className="sample-options">
      <NumberField
        label={t('compose.samples')}
        hint={t('compose.samplesHint')}
        value={options.samples}
        min={1}
        max={MAX_SAMPLES}
        step={1}
        onChange={(samples) => samples !== null && void settings.change({ solve: { ...options, samples } })}
      />
      <NumberField
        label={t('compose.temperature')}
        hint={t('compose.temperatureHint')}
        value={options.temperature}
        min={0}
        max={2}
        step={0.1}
        onChange={(temperature) => temperature !== null && void settings.change({ solve: { ...options, temperature } })}
      />
    </div>
  );
}
