/** What the backend needs to draw a graph: the verifier, or a stand-in for it in tests. */
import type { Graph, Window } from '#tutor/graph/graph.ts';

export interface Grapher {
  graph(problem: string, answer: string | null, window: Window | null): Promise<Graph | null>;
}
