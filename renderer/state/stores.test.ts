import { describe, expect, it } from 'vitest';
import { CallError, type Settings } from '#app/protocol/calls.ts';
import { MAX_PROBLEM_LENGTH } from '#app/protocol/solve.ts';
import {
  finishedSample,
  makeEntry,
  makeRecord,
  makeSample,
  makeSettings,
  makeStatus,
  makeStep,
  tallyOf,
} from '../testing/records.ts';
import { HandEnvironment, type Script, ScriptedConnection, settle } from '../testing/scripted.ts';
import { neighbourSample, shownSample } from './selection-store.ts';
import { createStores, loadAll, newProblem, openSolve, removeSolve, startSolve } from './stores.ts';

function setUp(script: Script = {}) {
  const connection = new ScriptedConnection({ 'history.topics': () => [], ...script });
  const environment = new HandEnvironment();
  return { connection, environment, stores: createStores(connection, environment) };
}

describe('the solve store', () => {
  it('commits many patches once a frame', async () => {
    const { connection, environment, stores } = setUp({ 'solve.start': () => makeRecord() });
    stores.settings.type('1 + 1');
    await startSolve(stores);
    environment.paint();
    let commits = 0;
    stores.solve.subscribe(() => commits++);
    for (let revision = 1; revision <= 50; revision++) {
      connection.push({ type: 'solve', patch: { id: 'solve-1', revision, samples: [{ index: 0, tail: `${revision}` }] } });
    }
    environment.paint();
    expect(commits).toBe(1);
    expect(stores.solve.getState().record?.samples[0].tail).toBe('50');
  });

  it('keeps finished steps the same objects while others stream in', async () => {
    const record = makeRecord({ samples: [makeSample(0, { steps: [makeStep()] })] });
    const { connection, environment, stores } = setUp({ 'solve.start': () => record });
    stores.settings.type('1 + 1');
    await startSolve(stores);
    connection.push({
      type: 'solve',
      patch: { id: 'solve-1', revision: 1, samples: [{ index: 0, steps: [{ at: 1, step: makeStep() }] }] },
    });
    environment.paint();
    expect(stores.solve.getState().record?.samples[0].steps[0]).toBe(record.samples[0].steps[0]);
  });

  it('asks for the whole record again when the connection comes back', async () => {
    const { connection, environment, stores } = setUp({
      'solve.start': () => makeRecord(),
      'history.open': () => makeRecord({ revision: 9, status: 'finished' }),
    });
    stores.settings.type('1 + 1');
    await startSolve(stores);
    connection.link(false);
    connection.link(true);
    await settle();
    environment.paint();
    expect(stores.solve.getState().record?.status).toBe('finished');
  });

  it('refuses an empty and a too long problem without a call', async () => {
    const { connection, stores } = setUp();
    stores.settings.type('  \n ');
    await startSolve(stores);
    expect(stores.solve.getState().failure?.kind).toBe('empty-problem');
    stores.settings.type('1'.repeat(MAX_PROBLEM_LENGTH + 1));
    await startSolve(stores);
    expect(stores.solve.getState().failure?.kind).toBe('problem-too-long');
    expect(connection.called).toEqual([]);
  });

  it('shows why the backend refused, and forgets it at the next try', async () => {
    let refuse = true;
    const { stores } = setUp({
      'solve.start': () => {
        if (refuse) throw new CallError({ kind: 'engine-failed', message: 'Free some memory.', data: {} });
        return makeRecord();
      },
    });
    stores.settings.type('1 + 1');
    await startSolve(stores);
    expect(stores.solve.getState()).toMatchObject({ busy: false, failure: { message: 'Free some memory.' } });
    refuse = false;
    await startSolve(stores);
    expect(stores.solve.getState()).toMatchObject({ busy: false, failure: null, record: { id: 'solve-1' } });
  });

  it('shows the solve asked for last when answers cross', async () => {
    const answers = new Map<string, () => void>();
    const { stores } = setUp({
      'history.open': ({ id }) => new Promise((resolve) => answers.set(id, () => resolve(makeRecord({ id })))),
    });
    const first = openSolve(stores, 'first');
    const second = openSolve(stores, 'second');
    answers.get('second')?.();
    answers.get('first')?.();
    await Promise.all([first, second]);
    expect(stores.solve.getState().record?.id).toBe('second');
  });

  it('adds no more samples than the limit allows', async () => {
    const samples = Array.from({ length: 60 }, (_, index) => finishedSample(index, '1'));
    const full = makeRecord({ status: 'finished', samples, tally: tallyOf(samples) });
    const { connection, stores } = setUp({ 'history.open': () => full, 'solve.more': () => full });
    await openSolve(stores, 'solve-1');
    await stores.solve.more(8);
    expect(connection.called.at(-1)).toEqual({ name: 'solve.more', params: { id: 'solve-1', samples: 4 } });
  });

  it('stops every active solve, not only the shown one', async () => {
    const { connection, stores } = setUp({
      'history.list': () => [
        makeEntry('done'),
        { ...makeEntry('a'), status: 'running' },
        { ...makeEntry('b'), status: 'queued' },
      ],
      'solve.stop': () => ({}),
    });
    await stores.solve.stopAll();
    expect(connection.called.filter(({ name }) => name === 'solve.stop').map(({ params }) => params)).toEqual([
      { id: 'a' },
      { id: 'b' },
    ]);
  });
});

describe('the first load', () => {
  it('brings a solve that goes on back on screen', async () => {
    const { stores } = setUp({
      'settings.get': makeSettings,
      'status.get': () => makeStatus(),
      'history.list': () => [makeEntry('done'), { ...makeEntry('on'), status: 'running' }],
      'history.open': ({ id }) => makeRecord({ id }),
    });
    await loadAll(stores);
    expect(stores.solve.getState().record?.id).toBe('on');
  });

  it('keeps a choice made while the saved settings are on their way', async () => {
    let answer: (settings: Settings) => void = () => {};
    const { stores } = setUp({
      'settings.get': () =>
        new Promise<Settings>((resolve) => {
          answer = resolve;
        }),
      'settings.set': (change) => ({ ...makeSettings(), mode: change.mode ?? 'solution' }),
    });
    const loading = stores.settings.load();
    const changing = stores.settings.change({ mode: 'coach' });
    answer({ ...makeSettings(), theme: 'dark' });
    await loading;
    expect(stores.settings.getState().settings.mode).toBe('coach');
    await changing;
    expect(stores.settings.getState().settings.mode).toBe('coach');
  });

  it('goes on without a history that cannot be read', async () => {
    const { stores } = setUp({ 'settings.get': () => ({ ...makeSettings(), theme: 'dark' }) });
    await loadAll(stores);
    expect(stores.settings.getState().settings.theme).toBe('dark');
    expect(stores.history.getState().failed).toBe(true);
  });
});

describe('the draft', () => {
  it('is saved after a pause, once', () => {
    const { connection, environment, stores } = setUp({ 'settings.set': makeSettings });
    for (const text of ['1', '1 +', '1 + 1']) stores.settings.type(text);
    environment.pass(1000);
    expect(connection.called).toEqual([{ name: 'settings.set', params: { draft: '1 + 1' } }]);
  });

  it('keeps what was typed before the saved one arrived', async () => {
    const { stores } = setUp({ 'settings.get': () => ({ ...makeSettings(), draft: 'old' }) });
    stores.settings.type('new');
    await stores.settings.load();
    expect(stores.settings.getState().draft).toBe('new');
  });

  it('is not overwritten by opening an earlier problem, unless it was solved', async () => {
    const { stores } = setUp({ 'history.open': ({ id }) => makeRecord({ id, problem: `problem ${id}` }) });
    await openSolve(stores, 'a');
    expect(stores.settings.getState().draft).toBe('problem a');
    await openSolve(stores, 'b');
    expect(stores.settings.getState().draft).toBe('problem b');
    stores.settings.type('unsolved');
    await openSolve(stores, 'a');
    expect(stores.settings.getState().draft).toBe('unsolved');
  });

  it('is empty for a new problem', () => {
    const { stores } = setUp();
    stores.settings.type('1 + 1');
    newProblem(stores);
    expect(stores.settings.getState().draft).toBe('');
  });
});

describe('the history store', () => {
  it('takes a deleted solve off the screen', async () => {
    const { stores } = setUp({ 'history.open': ({ id }) => makeRecord({ id }), 'history.delete': () => ({}) });
    await openSolve(stores, 'a');
    await removeSolve(stores, makeEntry('b'));
    expect(stores.solve.getState().record?.id).toBe('a');
    await removeSolve(stores, makeEntry('a'));
    expect(stores.solve.getState().record).toBeNull();
  });

  it('takes a delete back', async () => {
    let kept = [makeEntry('a'), makeEntry('b')];
    const { stores } = setUp({
      'history.list': () => kept,
      'history.delete': ({ id }) => {
        kept = kept.filter((other) => other.id !== id);
        return {};
      },
      'history.restore': ({ id }) => {
        kept = [makeEntry(id), ...kept];
        return {};
      },
    });
    await stores.history.load();
    await stores.history.remove(makeEntry('a'));
    expect(stores.history.getState()).toMatchObject({ entries: [{ id: 'b' }], removed: { id: 'a' } });
    await stores.history.undo();
    expect(stores.history.getState()).toMatchObject({ entries: [{ id: 'a' }, { id: 'b' }], removed: null });
  });

  it('puts an entry back when deleting it failed', async () => {
    const { stores } = setUp({ 'history.list': () => [makeEntry('a')] });
    await stores.history.load();
    await stores.history.remove(makeEntry('a'));
    expect(stores.history.getState()).toMatchObject({ entries: [{ id: 'a' }], removed: null });
  });

  it('shows a favourite at once, and takes it back when it could not be kept', async () => {
    let answer = () => {};
    const kept = new Promise<Record<string, never>>((_, reject) => {
      answer = () => reject(new Error('disk full'));
    });
    const { stores } = setUp({ 'history.list': () => [makeEntry('a')], 'history.mark': () => kept });
    await stores.history.load();
    const marked = stores.history.mark(makeEntry('a'), { favourite: true });
    expect(stores.history.getState().entries[0].favourite).toBe(true);
    answer();
    await marked;
    expect(stores.history.getState().entries[0].favourite).toBe(false);
  });

  it('fetches once for a burst of changes', async () => {
    const { connection, environment } = setUp({ 'history.list': () => [] });
    for (let count = 0; count < 20; count++) connection.push({ type: 'history' });
    environment.pass(500);
    await settle();
    expect(connection.timesCalled('history.list')).toBe(1);
  });
});

describe('the status store', () => {
  it('shows at most four updates a second, and always the last', () => {
    const { connection, environment, stores } = setUp();
    let commits = 0;
    stores.status.subscribe(() => commits++);
    for (let tick = 0; tick < 100; tick++) {
      connection.push({ type: 'status', status: makeStatus({ tokensPerSecond: tick }) });
      environment.pass(10);
    }
    environment.pass(250);
    expect(commits).toBeLessThanOrEqual(5);
    expect(stores.status.getState().status?.tokensPerSecond).toBe(99);
  });

  it('shows nothing while hidden, and the latest when seen again', () => {
    const { connection, environment, stores } = setUp();
    environment.isVisible = false;
    connection.push({ type: 'status', status: makeStatus({ tokensPerSecond: 7 }) });
    expect(stores.status.getState().status).toBeNull();
    environment.show();
    expect(stores.status.getState().status?.tokensPerSecond).toBe(7);
  });
});

describe('the shown sample', () => {
  const samples = [finishedSample(0, 'x = 1'), finishedSample(1, 'x = 2'), finishedSample(2, 'x = 2')];
  const record = makeRecord({ status: 'finished', samples, tally: tallyOf(samples) });

  it('is one that gave the leading answer', () => expect(shownSample(record, null)?.index).toBe(1));
  it('is the chosen one', () => expect(shownSample(record, 2)?.index).toBe(2));
  it('stays the first while samples run', () => expect(shownSample({ ...record, status: 'running' }, null)?.index).toBe(0));
  it('has neighbours up to the ends', () => {
    expect(neighbourSample(record, 0, -1)).toBeNull();
    expect(neighbourSample(record, 0, 1)).toBe(1);
    expect(neighbourSample(record, 2, 1)).toBeNull();
  });
});
