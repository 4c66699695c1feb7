import { describe, expect, test } from 'vitest';
import { CallError } from '#app/protocol/calls.ts';
import { type Model, type ModelActivity, modelOptionsSchema } from '#app/protocol/models.ts';
import { HandEnvironment, type Script, ScriptedConnection } from '../testing/scripted.ts';
import { createModelsStore, UNDO_MS } from './models-store.ts';

const IDLE: ModelActivity = { loading: null, hashing: null, failed: null };
const OPTIONS = modelOptionsSchema.parse({});

function makeModel(id: string, change: Partial<Model> = {}): Model {
  const made = { id, name: id, kind: 'added', path: `/models/${id}`, bytes: 1, inUse: false, outdated: false } as const;
  return { ...made, options: OPTIONS, facts: null, problem: null, ...change };
}

const BUNDLED = makeModel('bundled', { kind: 'bundled', inUse: true });

async function open(script: Script = {}) {
  const connection = new ScriptedConnection({
    'models.list': () => ({ models: [BUNDLED, makeModel('tiny')], activity: IDLE }),
    ...script,
  });
  const environment = new HandEnvironment();
  const store = createModelsStore(connection, environment);
  await store.load(8);
  return { connection, environment, store };
}

const refuse = (kind: string) => () => {
  throw new CallError({ kind, message: kind, data: {} });
};

describe('the models on the page', () => {
  test('are listed for the samples of a solve', async () => {
    const { store, connection } = await open();
    expect(store.getState().models?.map(({ id }) => id)).toEqual(['bundled', 'tiny']);
    expect(connection.called.at(-1)).toEqual({ name: 'models.list', params: { samples: 8 } });
  });

  test('show how far a load is, and are asked for anew only when it has begun or ended', async () => {
    const { store, connection } = await open();
    const loading = (fraction: number) => ({ ...IDLE, loading: { id: 'tiny', stage: 'reading', fraction } as const });
    connection.push({ type: 'models', activity: loading(0) });
    connection.push({ type: 'models', activity: loading(0.5) });
    expect(store.getState().activity.loading?.fraction).toBe(0.5);
    expect(connection.timesCalled('models.list')).toBe(2);
    connection.push({ type: 'models', activity: IDLE });
    expect(connection.timesCalled('models.list')).toBe(3);
  });

  test('are not asked for while nobody has looked at them', () => {
    const connection = new ScriptedConnection({});
    createModelsStore(connection, new HandEnvironment());
    connection.push({ type: 'models', activity: IDLE });
    connection.link(true);
    expect(connection.called).toEqual([]);
  });

  test('an older list that comes later is not shown', async () => {
    const answers: ((models: Model[]) => void)[] = [];
    const { store } = await open();
    const connection = new ScriptedConnection({
      'models.list': () => new Promise((resolve) => answers.push((models) => resolve({ models, activity: IDLE }))),
    });
    expect(store.getState().models).toHaveLength(2);
    const late = createModelsStore(connection, new HandEnvironment());
    const [first, second] = [late.load(4), late.load(8)];
    answers[1]([BUNDLED]);
    await second;
    answers[0]([BUNDLED, makeModel('gone')]);
    await first;
    expect(late.getState().models).toEqual([BUNDLED]);
  });
});

describe('adding a folder', () => {
  test('empties the box and says what was added', async () => {
    const { store, connection } = await open({ 'models.add': () => ({ id: 'tiny' }) });
    store.type('/models/tiny');
    await Promise.all([store.add(), store.add()]);
    expect(connection.timesCalled('models.add')).toBe(1);
    expect(store.getState()).toMatchObject({ path: '', added: 'tiny', adding: false, failure: null });
  });

  test('that is refused keeps what was typed, with the reason, until more is typed', async () => {
    const { store } = await open({ 'models.add': refuse('model-damaged') });
    store.type('/models/tiny');
    await store.add();
    expect(store.getState()).toMatchObject({ path: '/models/tiny', failure: { id: null, error: { kind: 'model-damaged' } } });
    store.type('/models/tiny2');
    expect(store.getState().failure).toBeNull();
  });

  test('with the desktop’s dialog adds what was picked, and nothing when it was closed', async () => {
    const picked = ['/models/tiny', null];
    const { store, connection } = await open({
      'models.pick-folder': () => ({ path: picked.shift() ?? null }),
      'models.add': () => ({ id: 'tiny' }),
    });
    await store.pickFolder();
    await store.pickFolder();
    expect(connection.timesCalled('models.add')).toBe(1);
  });
});

describe('removing a model', () => {
  test('takes it off at once and can be undone for a while', async () => {
    const { store, environment, connection } = await open({ 'models.remove': () => ({}), 'models.restore': () => ({}) });
    await store.remove(makeModel('tiny'));
    expect(store.getState().models?.map(({ id }) => id)).toEqual(['bundled']);
    await store.undoRemove();
    expect(connection.called.some(({ name }) => name === 'models.restore')).toBe(true);
    expect(store.getState()).toMatchObject({ removed: null, models: [{ id: 'bundled' }, { id: 'tiny' }] });
    await store.remove(makeModel('tiny'));
    environment.pass(UNDO_MS);
    expect(store.getState().removed).toBeNull();
  });

  test('that is refused puts it back', async () => {
    const { store } = await open({ 'models.remove': refuse('model-in-use') });
    await store.remove(makeModel('tiny'));
    expect(store.getState()).toMatchObject({ removed: null, failure: { id: 'tiny', error: { kind: 'model-in-use' } } });
    expect(store.getState().models).toHaveLength(2);
  });
});

test('a refused choice is told at its model', async () => {
  const { store } = await open({ 'models.choose': refuse('out-of-memory') });
  await store.choose('tiny');
  expect(store.getState().failure).toMatchObject({ id: 'tiny', error: { kind: 'out-of-memory' } });
});

test('what a check of the files found is told at its model until the next move', async () => {
  const { store } = await open({ 'models.verify': () => ({ files: 5, changed: ['config.json'] }), 'models.choose': () => ({}) });
  await store.verify('tiny');
  expect(store.getState().checked).toEqual({ id: 'tiny', files: 5, changed: ['config.json'] });
  await store.choose('tiny');
  expect(store.getState().checked).toBeNull();
});
