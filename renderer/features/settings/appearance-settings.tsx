/** How Quorum looks and in which language it speaks. */
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../i18n/index.ts';
import { useSlice, useStores } from '../use-stores.tsx';
import { Choice, SettingsGroup } from './settings-parts.tsx';

const THEMES = ['system', 'light', 'dark'] as const;
const TEXT_SIZES = ['small', 'medium', 'large'] as const;
const MOTIONS = ['system', 'reduced', 'full'] as const;

export function AppearanceSettings() {
  const { t } = useTranslation();
  const { settings } = useStores();
  const { theme, textSize, motion, language } = useSlice('settings', (state) => state.settings);
  return (
    <SettingsGroup title={t('settings.appearance')}>
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
        label={t('settings.motion')}
        value={motion}
        choices={MOTIONS.map((value) => ({ value, name: t(`settings.motions.${value}`) }))}
        onChange={(value) => void settings.change({ motion: value })}
      />
      <Choice
        label={t('settings.language')}
        value={language}
        choices={Object.entries(LANGUAGES).map(([value, { name }]) => ({ value, name }))}
        onChange={(value) => void settings.change({ language: value })}
      />
    </SettingsGroup>
  );
}
