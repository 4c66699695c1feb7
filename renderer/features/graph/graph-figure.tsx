/** The graph of a problem, when it has one. What draws it is loaded with the first graph, not with the page. */
import { lazy, Suspense, useEffect } from 'react';
import type { SolveRecord } from '#app/protocol/solve.ts';
import { isActive } from '../../state/solve-store.ts';
import { soleLeader } from '../agreement/verdict-words.ts';
import { useSlice, useStores } from '../use-stores.tsx';

const GraphView = lazy(async () => ({ default: (await import('./graph-view.tsx')).GraphView }));

interface ProblemGraphProps {
  readonly problem: string;
  /** LaTeX; null while there is none, and where it is still to be found. */
  readonly answer: string | null;
}

export function ProblemGraph({ problem, answer }: ProblemGraphProps) {
  const { graph: store } = useStores();
  const subject = useSlice('graph', (state) => state.subject);
  const graph = useSlice('graph', (state) => state.graph);

  useEffect(() => void store.follow(problem, answer), [store, problem, answer]);

  if (graph === null || subject?.problem !== problem) return null;
  return (
    <Suspense>
      <GraphView graph={graph} />
    </Suspense>
  );
}

/** With the answer that leads, once the vote is over. */
export function GraphFigure({ record }: { readonly record: SolveRecord }) {
  const answer = isActive(record) ? null : (soleLeader(record.tally)?.answer ?? null);
  return <ProblemGraph problem={record.problem} answer={answer} />;
}
