/** The graph of a solved problem, when it has one. What draws it is loaded with the first graph, not with the page. */
import { lazy, Suspense, useEffect } from 'react';
import type { SolveRecord } from '#app/protocol/solve.ts';
import { isActive } from '../../state/solve-store.ts';
import { soleLeader } from '../agreement/verdict-words.ts';
import { useSlice, useStores } from '../use-stores.tsx';

const GraphView = lazy(async () => ({ default: (await import('./graph-view.tsx')).GraphView }));

export function GraphFigure({ record }: { readonly record: SolveRecord }) {
  const { graph: store } = useStores();
  const { problem } = record;
  const answer = isActive(record) ? null : (soleLeader(record.tally)?.answer ?? null);
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
