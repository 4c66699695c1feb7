/** The centre of the window: the problem box, then the solution or, before there is one, a worked example. */
import { useTranslation } from 'react-i18next';
import { isCoached } from '../../state/coach-store.ts';
import { CoachPanel } from '../coach/coach-panel.tsx';
import { useSlice } from '../use-stores.tsx';
import { Welcome } from '../welcome/welcome.tsx';
import { WorkScreen } from '../work/work-screen.tsx';
import { Composer } from './composer.tsx';
import { EngineNotice } from './notices.tsx';
import { Solution } from './solution.tsx';
import './solve.css';

export function SolveScreen() {
  const { t } = useTranslation();
  const failed = useSlice('solve', (state) => state.record?.status === 'failed');
  return (
    <main className="solve" aria-label={t('solve.label')}>
      <div className="solve-column">
        <Composer />
        {!failed && <EngineNotice />}
        <Below />
      </div>
    </main>
  );
}

/** What the mode has to show under the problem box. */
function Below() {
  const record = useSlice('solve', (state) => state.record);
  const busy = useSlice('solve', (state) => state.busy);
  const working = useSlice('settings', (state) => state.settings.mode === 'work');
  const checked = useSlice('work', (state) => state.checked !== null);
  const coached = useSlice('coach', (state) => isCoached(state, record));
  if (working && (checked || record === null)) return <WorkScreen />;
  if (record === null) return busy ? null : <Welcome />;
  return coached ? <CoachPanel key={record.id} record={record} /> : <Solution record={record} />;
}
