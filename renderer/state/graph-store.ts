/** The graph of the problem on screen, and the part of the plane that the learner looks at. Knows calls, not React or maths. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Graph, GraphWindow } from '#app/protocol/graph.ts';
import type { Connection } from '../transport/connection.ts';
import type { Environment } from './environment.ts';

/** Pause in moving about after which the new part is asked for, in ms. */
const SETTLE_MS = 60;

export interface GraphState {
  /** What `graph` was asked for; null before the first problem. */
  readonly subject: { readonly problem: string; readonly answer: string | null } | null;
  /** null: nothing to draw, or not known yet. Its window stays the first one, wherever the learner looks. */
  readonly graph: Graph | null;
}

export interface GraphStore extends StoreApi<GraphState> {
  /** Fetches the graph of a problem and its leading answer (LaTeX) unless it is there. */
  follow(problem: string, answer: string | null): Promise<void>;
  /** Has the curves traced where the learner looks. */
  look(window: GraphWindow): void;
}

export function createGraphStore(connection: Connection, environment: Environment): GraphStore {
  const store = createStore<GraphState>(() => ({ subject: null, graph: null }));
  let turn = 0;
  let cancelLook = () => {};

  async function ask(window: GraphWindow | null): Promise<Graph | null> {
    const { subject } = store.getState();
    if (subject === null) return null;
    try {
      return (await connection.call('graph.of', { ...subject, window })).graph;
    } catch {
      // A picture less; the solution stands without it.
      return null;
    }
  }

  return {
    ...store,
    async follow(problem, answer) {
      const { subject, graph } = store.getState();
      if (subject?.problem === problem && subject.answer === answer) return;
      cancelLook();
      const mine = ++turn;
      // The picture of the problem stays until its answer joins it.
      store.setState({ subject: { problem, answer }, graph: subject?.problem === problem ? graph : null });
      const next = await ask(null);
      if (mine === turn) store.setState({ graph: next });
    },
    look(window) {
      cancelLook();
      const mine = turn;
      cancelLook = environment.after(SETTLE_MS, async () => {
        const next = await ask(window);
        const { graph } = store.getState();
        if (mine !== turn || next?.kind !== 'plane' || graph?.kind !== 'plane') return;
        store.setState({ graph: { ...graph, curves: next.curves, shaded: next.shaded } });
      });
    },
  };
}
