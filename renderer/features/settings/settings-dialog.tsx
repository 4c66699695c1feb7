/** What the learner can set. Every change takes effect and is kept at once. */
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../design/dialog.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { DataSettings } from './data-settings.tsx';
import { HistorySettings } from './history-settings.tsx';
import { SettingsGroup } from './settings-parts.tsx';
import { SolvingSettings } from './solving-settings.tsx';
import './settings.css';

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('settings.title')} onClose={onClose} wide>
      <div className="settings-columns">
        <div>
          <SolvingSettings />
          <AppearanceSettings />
        </div>
        <div>
          <SettingsGroup title={t('settings.history')}>
            <HistorySettings />
          </SettingsGroup>
          <DataSettings />
        </div>
      </div>
    </Dialog>
  );
}
