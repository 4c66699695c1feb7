import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#app/protocol/calls.ts';
import { HandEnvironment, type Script, ScriptedConnection, settle } from '../testing/scripted.ts';
import { createHistoryStore } from './history-store.ts';

const entry = (id: string): HistoryEntry => ({
  id,
  problem: id,
  answer: null,
  createdAt: 0,
  status: 'finished',
  topic: null,
  title: null,
  favourite: false,
});

function setUp(script: Script) {
  const connection = new ScriptedConnection(script);
  return { connection, stores: { history: createHistoryStore(connection, new HandEnvironment()) } };
}

describe('the topics of the history', () => {
  it('narrow the list, until the last problem of one is gone', async () => {
    let topics = [{ topic: 'algebra', count: 1 }];
    const { connection, stores } = setUp({
      'history.topics': () => topics,
      'history.list': ({ topic }) => (topic === 'algebra' ? [entry('a')] : [entry('a'), entry('b')]),
    });
    await stores.history.load();
    stores.history.filter('algebra');
    await settle();
    expect(stores.history.getState()).toMatchObject({ topic: 'algebra', entries: [{ id: 'a' }] });
    topics = [];
    await stores.history.load();
    await settle();
    expect(stores.history.getState().topic).toBeNull();
    expect(connection.called.at(-1)?.name).toBe('history.topics');
    expect(stores.history.getState().entries).toHaveLength(2);
  });
});
