import { describe, expect, it } from 'vitest';
import { makeEntry } from '../testing/records.ts';
import { HandEnvironment, type Script, ScriptedConnection, settle } from '../testing/scripted.ts';
import { createHistoryStore } from './history-store.ts';

function setUp(script: Script) {
  const connection = new ScriptedConnection(script);
  return { connection, stores: { history: createHistoryStore(connection, new HandEnvironment()) } };
}

describe('the topics of the history', () => {
  it('narrow the list, until the last problem of one is gone', async () => {
    let topics = [{ topic: 'algebra', count: 1 }];
    const { connection, stores } = setUp({
      'history.topics': () => topics,
      'history.list': ({ topic }) => (topic === 'algebra' ? [makeEntry('a')] : [makeEntry('a'), makeEntry('b')]),
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
