/** What the learner can set. Every change takes effect and is kept at once. */
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_SAMPLES, type SolveOptions } from '#app/protocol/solve.ts';
import { Dialog } from '../../design/dialog.tsx';
import { LANGUAGES } from '../../i18n/index.ts';
import { useSlice, useStores } from '../use-stores.tsx';
import { HistorySettings } from './history-settings.tsx';
import { NumberField } from './number-field.tsx';
import './settings.css';

/** Longest time limit offered, in seconds. */
const MAX_BUDGET_SECONDS = 3600;

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('settings.title')} onClose={onClose}>
      <SolvingSettings />
      <AppearanceSettings />
      <Group title={t('settings.history')}>
        <HistorySettings />
      </Group>
    </Dialog>
  );
}

function SolvingSettings() {
  const { t } = useTranslation();
  const { settings } = useStores();
  const options = useSlice('settings', (state) => state.settings.solve);
  const change = (part: Partial<SolveOptions>) => void settings.change({ solve: { ...options, ...part } });
  return (
    <Group title={t('settings.solving')}>
      <NumberField
        label={t('settings.samples')}
        hint={t('compose.samplesHint')}
        value={options.samples}
        min={1}
        max={MAX_SAMPLES}
        step={1}
        onChange={(samples) => samples !== null && change({ samples })}
      />
      <NumberField
        label={t('settings.temperature')}
        hint={t('compose.temperatureHint')}
        value={options.temperature}
        min={0}
        max={2}
        step={0.1}
        onChange={(temperature) => temperature !== null && change({ temperature })}
      />
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
    </Group>
  );
}

const THEMES = ['system', 'light', 'dark'] as const;
const TEXT_SIZES = ['small', 'medium', 'large'] as const;

function AppearanceSettings() {
  const { t } = useTranslation();
  const { settings } = useStores();
  const { theme, textSize, language } = useSlice('settings', (state) => state.settings);
  return (
    <Group title={t('settings.appearance')}>
      <Choice
        label={t('settings.theme')}
        value={theme}
        choices={THEMES.map((value) => ({ value, name: t(`settings.themes.${value}`) }))}
        onChange={(value) => void settings.change({ theme: value })}
      />
      <Choice
        label={t('settings.textSize')}
        value={textSize}
        choices={TEXT_SIZES.map((value) => ({ value, name: t(`settings.textSizes.${value}`) }))}
        onChange={(value) => void settings.change({ textSize: value })}
      />
      <Choice
        label={t('settings.language')}
        value={language}
        choices={Object.entries(LANGUAGES).map(([value, { name }]) => ({ value, name }))}
        onChange={(value) => void settings.change({ language: value })}
      />
    </Group>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="settings-group">
      <legend className="label">{title}</legend>
      {children}
    </fieldset>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, choices, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <span className="number-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </span>
  );
}
