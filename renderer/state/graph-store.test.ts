import { describe, expect, it } from 'vitest';
import type { Graph, PlaneGraph } from '#app/protocol/graph.ts';
import { HandEnvironment, ScriptedConnection, settle } from '../testing/scripted.ts';
import { createGraphStore } from './graph-store.ts';

const plane = (latex: string): PlaneGraph => ({
  kind: 'plane',
  axes: ['x', 'y'],
  window: { x: [0, 1], y: [0, 1] },
  sameScale: false,
  curves: [{ latex, role: 'given', dashed: false, pieces: [] }],
  shaded: [],
  spans: null,
  points: [],
});

function setUp(answer: (problem: string, looked: boolean) => Graph | null) {
  const connection = new ScriptedConnection({
    'graph.of': ({ problem, window }) => ({ graph: answer(problem, window !== null) }),
  });
  const environment = new HandEnvironment();
  return { connection, environment, store: createGraphStore(connection, environment) };
}

describe('the graph store', () => {
  it('fetches a graph once for a problem and its answer', async () => {
    const { connection, store } = setUp(plane);
    await store.follow('a', null);
    await store.follow('a', null);
    expect(connection.timesCalled('graph.of')).toBe(1);
    await store.follow('a', 'x = 1');
    expect(connection.timesCalled('graph.of')).toBe(2);
  });

  it('never shows the graph of another problem', async () => {
    const { store } = setUp((problem) => (problem === 'a' ? plane('a') : null));
    await store.follow('a', null);
    const next = store.follow('b', null);
    expect(store.getState().graph).toBeNull();
    await next;
    expect(store.getState().graph).toBeNull();
  });

  it('traces where the learner has come to rest, and keeps the first window to come back to', async () => {
    const { connection, environment, store } = setUp((_, looked) =>
      looked ? { ...plane('far'), window: { x: [5, 9], y: [5, 9] } } : plane('near'),
    );
    await store.follow('a', null);
    for (let at = 0; at < 5; at++) store.look({ x: [at, at + 1], y: [0, 1] });
    environment.pass(100);
    await settle();
    expect(connection.timesCalled('graph.of')).toBe(2);
    expect(store.getState().graph).toMatchObject({ curves: [{ latex: 'far' }], window: { x: [0, 1] } });
  });
});
