/** How problems are solved: how many samples, how different, how long, and what computes them. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { SolveOptions } from '#app/protocol/solve.ts';
import { useSlice, useStores } from '../use-stores.tsx';
import { NumberField } from './number-field.tsx';
import { SamplesField, TemperatureField } from './sample-fields.tsx';
import { Choice, SettingsGroup } from './settings-parts.tsx';

/** Longest time limit offered, in seconds. */
const MAX_BUDGET_SECONDS = 3600;
const AUTOMATIC = '';
const CPU = 'cpu';

export function SolvingSettings() {
  const { t } = useTranslation();
  const { settings } = useStores();
  const options = useSlice('settings', (state) => state.settings.solve);
  const change = (part: Partial<SolveOptions>) => void settings.change({ solve: { ...options, ...part } });
  return (
    <SettingsGroup title={t('settings.solving')}>
      <SamplesField />
      <TemperatureField />
      <p className="setting-hint">{t('compose.temperatureHint')}</p>
      <NumberField
        label={t('settings.budget')}
        hint={t('settings.budgetHint')}
        value={options.budgetSeconds}
        min={1}
        max={MAX_BUDGET_SECONDS}
        step={1}
        optional
        onChange={(budgetSeconds) => change({ budgetSeconds })}
      />
      <p className="setting-hint">{t('settings.budgetHint')}</p>
      <label className="setting-check">
        <input type="checkbox" checked={options.stopEarly} onChange={(event) => change({ stopEarly: event.target.checked })} />
        {t('settings.stopEarly')}
      </label>
      <AdapterChoice />
    </SettingsGroup>
  );
}

/** A choice takes effect at once: what runs goes on there. */
function AdapterChoice() {
  const { t } = useTranslation();
  const { settings, machine } = useStores();
  const chosen = useSlice('settings', (state) => state.settings.adapter);
  const adapters = useSlice('machine', (state) => state.adapters);
  const running = useSlice('status', (state) => state.status?.adapter ?? null);
  const reason = useSlice('status', (state) => state.status?.reason ?? null);

  useEffect(() => void machine.findAdapters(), [machine]);

  const names = new Set((adapters.found ?? []).filter(({ usable }) => usable).map(({ name }) => name));
  if (chosen !== null && chosen !== CPU) names.add(chosen);
  const choices = [
    { value: AUTOMATIC, name: t('settings.automatic') },
    { value: CPU, name: t('settings.cpu') },
    ...[...names].map((name) => ({ value: name, name })),
  ];
  return (
    <>
      <Choice
        label={t('settings.adapter')}
        value={chosen ?? AUTOMATIC}
        choices={choices}
        testId="adapter-choice"
        onChange={(value) => void settings.change({ adapter: value === AUTOMATIC ? null : value })}
      />
      <p className="setting-hint" role="status">
        {adapters.asking
          ? t('settings.adaptersAsked')
          : adapters.found === null
            ? t('settings.adaptersSilent')
            : running === null
              ? t('settings.adapterNone')
              : t('settings.adapterNow', { adapter: running })}
        {reason !== null && ` ${reason}`}
      </p>
    </>
  );
}
