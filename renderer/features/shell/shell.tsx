/** The window: rail, solution, votes and the bottom line, and what lies over them. */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCoached } from '../../state/coach-store.ts';
import { hasSamplesToShow } from '../../state/solve-store.ts';
import { AgreementPanel } from '../agreement/agreement-panel.tsx';
import { UndoToast } from '../history/undo-toast.tsx';
import { ModelsScreen } from '../models/models-screen.tsx';
import { PracticeScreen } from '../practice/practice-screen.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { useAppearance } from '../settings/use-appearance.ts';
import { SolveScreen } from '../solve/solve-screen.tsx';
import { Tour } from '../tour/tour.tsx';
import { useSlice } from '../use-stores.tsx';
import { Announcer } from './announcer.tsx';
import { Banners } from './banners.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Rail } from './rail.tsx';
import { StatusStrip } from './status-strip.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { useViewAddress } from './use-view-address.ts';
import './shell.css';

type Overlay = 'settings' | 'keys' | null;

export function Shell() {
  const { t } = useTranslation();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [railOpen, setRailOpen] = useState(false);
  // Not the record itself, which changes with every token.
  const shownId = useSlice('solve', (state) => state.record?.id);
  const view = useViewAddress();
  const touring = useSlice('view', (state) => state.touring);
  const showKeys = useCallback(() => setOverlay('keys'), []);
  const close = useCallback(() => setOverlay(null), []);
  // On a narrow window the rail covers the page: choosing a problem uncovers it.
  useEffect(() => {
    if (shownId !== undefined || view !== 'solve') setRailOpen(false);
  }, [shownId, view]);
  useShortcuts(showKeys);
  useAppearance();
  return (
    <div className="shell">
      {shownId !== undefined && view === 'solve' && (
        <a className="skip-link" href="#solution">
          {t('app.skipToSolution')}
        </a>
      )}
      <Banners />
      <Rail open={railOpen} onToggle={() => setRailOpen(!railOpen)} onSettings={() => setOverlay('settings')} onKeys={showKeys} />
      {view === 'solve' && <SolveScreen />}
      {view === 'practice' && <PracticeScreen />}
      {view === 'models' && <ModelsScreen />}
      {view === 'solve' && <Votes />}
      <StatusStrip />
      <Announcer />
      <UndoToast />
      {touring && <Tour />}
      {overlay === 'settings' && <SettingsDialog onClose={close} />}
      {overlay === 'keys' && <KeysDialog onClose={close} />}
    </div>
  );
}

/** How the samples of the shown problem vote, where nothing else takes their place. */
function Votes() {
  const record = useSlice('solve', (state) => state.record);
  const coached = useSlice('coach', (state) => isCoached(state, record));
  const working = useSlice('settings', (state) => state.settings.mode === 'work');
  const checked = useSlice('work', (state) => state.checked !== null);
  if (record === null || !hasSamplesToShow(record) || coached || (working && checked)) return null;
  return <AgreementPanel record={record} />;
}
