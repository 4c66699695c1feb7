/** The learner's checked lines, and beside them, when asked for, the model's own solution. */
import type { SolveRecord } from '#app/protocol/solve.ts';
import { useVerdict } from '../agreement/use-verdict.ts';
import { Solution } from '../solve/solution.tsx';
import { useSlice } from '../use-stores.tsx';
import { ModeLead } from '../welcome/mode-lead.tsx';
import '../welcome/welcome.css';
import { WorkResult } from './work-result.tsx';
import './work.css';

export function WorkScreen() {
  const checked = useSlice('work', (state) => state.checked);
  const beside = useSlice('work', (state) => state.beside);
  const record = useSlice('solve', (state) => state.record);
  if (checked === null) return <ModeLead />;
  return (
    <div className="work-columns">
      <WorkResult checked={checked} />
      {beside && record !== null && <Beside record={record} />}
    </div>
  );
}

function Beside({ record }: { readonly record: SolveRecord }) {
  const verdict = useVerdict(record);
  return (
    <div className="work-solution" data-testid="work-solution">
      <Solution key={record.id} record={record} />
      <p className="solution-note">{verdict}</p>
    </div>
  );
}
