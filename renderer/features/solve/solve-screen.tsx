/** The centre of the window: the problem box, then the solution or, before there is one, a worked example. */
import { useTranslation } from 'react-i18next';
import { useSlice } from '../use-stores.tsx';
import { Welcome } from '../welcome/welcome.tsx';
import { Composer } from './composer.tsx';
import { EngineNotice } from './notices.tsx';
import { Solution } from './solution.tsx';
import './solve.css';

export function SolveScreen() {
  const { t } = useTranslation();
  const record = useSlice('solve', (state) => state.record);
  const busy = useSlice('solve', (state) => state.busy);
  return (
    <main className="solve" aria-label={t('solve.label')}>
      <div className="solve-column">
        <Composer />
        {record?.status !== 'failed' && <EngineNotice />}
        {record !== null ? <Solution key={record.id} record={record} /> : !busy && <Welcome />}
      </div>
    </main>
  );
}
