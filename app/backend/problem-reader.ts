/** What the backend asks about a problem as a whole: the verifier answers, or a stand-in for it in tests. */
import type { Graph, Window } from '#tutor/graph/graph.ts';
import type { Guess } from '#tutor/practice/guess-family.ts';

export interface ProblemReader {
  graph(problem: string, answer: string | null, window: Window | null): Promise<Graph | null>;
  guess(problem: string): Promise<Guess | null>;
}
