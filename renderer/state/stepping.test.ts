import { describe, expect, it } from 'vitest';
import type { BranchRequest } from '#app/protocol/branch.ts';
import { settingsSchema } from '#app/protocol/calls.ts';
import { MAX_SAMPLES, type Verdict } from '#app/protocol/solve.ts';
import { finishedSample, makeRecord, makeSample, makeStep, tallyOf } from '../testing/records.ts';
import { HandEnvironment, type Script, ScriptedConnection } from '../testing/scripted.ts';
import { BRANCH_SAMPLES } from './solve-store.ts';
import { backToEarlier, changeQuestion, drawAgain, goOnFromLine, nextFailing, tryAgainFrom } from './stepping.ts';
import { createStores, openSolve } from './stores.ts';

const samples = [finishedSample(0, 'x = 5'), finishedSample(1, 'x = 6')];
const solved = makeRecord({ status: 'finished', samples, tally: tallyOf(samples) });

/** A backend that branches: the new samples keep the steps they are told to. */
function branched({ sample, keep, line, samples: count }: BranchRequest) {
  const own = line === null ? [] : [makeStep({ goal: '', body: line })];
  const steps = [...samples[sample].steps.slice(0, keep), ...own];
  const added = Array.from({ length: count }, (_, i) => makeSample(samples.length + i, { branch: 0, steps }));
  return { ...solved, status: 'queued' as const, samples: [...samples, ...added] };
}

async function setUp(script: Script = {}) {
  const connection = new ScriptedConnection({ 'history.open': () => solved, 'solve.branch': branched, ...script });
  const stores = createStores(connection, new HandEnvironment());
  await openSolve(stores, 'solve-1');
  return { connection, stores };
}

describe('trying again from a step', () => {
  it('asks for samples that keep what comes before it, and shows the first of them', async () => {
    const { connection, stores } = await setUp();
    await tryAgainFrom(stores, 1);
    expect(connection.called.at(-1)).toEqual({
      name: 'solve.branch',
      params: { id: 'solve-1', sample: 0, keep: 1, line: null, samples: BRANCH_SAMPLES },
    });
    expect(stores.selection.getState()).toMatchObject({ sample: 2, step: 0 });
  });

  it('is nothing at the first step, nor when there is no room for a sample', async () => {
    const { connection, stores } = await setUp();
    const before = connection.called.length;
    await tryAgainFrom(stores, 0);
    expect(connection.called.length).toBe(before);
    const many = Array.from({ length: MAX_SAMPLES }, (_, index) => finishedSample(index, '1'));
    const full = await setUp({ 'history.open': () => ({ ...solved, samples: many }) });
    await tryAgainFrom(full.stores, 1);
    expect(full.connection.timesCalled('solve.branch')).toBe(0);
  });
});

describe('a line of the learner’s own', () => {
  it('takes the step’s place, read as maths', async () => {
    const { connection, stores } = await setUp();
    stores.selection.rewrite(0);
    await goOnFromLine(stores, 0, 'Simplify: 3x = 15');
    expect(connection.called.at(-1)?.params).toMatchObject({ keep: 0, line: 'Simplify: $3x = 15$' });
    expect(stores.selection.getState()).toMatchObject({ sample: 2, step: 0, rewriting: null });
  });

  it('stays open while it is empty', async () => {
    const { connection, stores } = await setUp();
    stores.selection.rewrite(0);
    await goOnFromLine(stores, 0, '  ');
    expect(stores.selection.getState().rewriting).toBe(0);
    expect(connection.timesCalled('solve.branch')).toBe(0);
  });
});

describe('the next failing step', () => {
  const sample = makeSample(0, {
    steps: ['holds', 'fails', 'holds', 'fails'].map((check) => makeStep({ check: check as Verdict })),
  });

  it.each([
    [null, 1],
    [1, 3],
    [3, 1],
  ])('after %s is %s', (place, next) => expect(nextFailing(sample, place)).toBe(next));
  it('is none where every step holds', () => expect(nextFailing(makeSample(0, { steps: [makeStep()] }), 0)).toBeNull());
});

describe('drawing again', () => {
  it('is asked for the sample on screen, once it has ended', async () => {
    const { connection, stores } = await setUp({ 'solve.redraw': () => solved });
    stores.selection.choose(1);
    await drawAgain(stores);
    expect(connection.called.at(-1)).toEqual({ name: 'solve.redraw', params: { id: 'solve-1', sample: 1 } });
    const running = await setUp({ 'history.open': () => ({ ...solved, samples: [makeSample(0, { status: 'running' })] }) });
    await drawAgain(running.stores);
    expect(running.connection.timesCalled('solve.redraw')).toBe(0);
  });
});

describe('another question', () => {
  it('is solved with the same options and leads back to the one before', async () => {
    const { connection, stores } = await setUp({
      'solve.start': ({ problem, editedFrom }) => makeRecord({ id: 'solve-2', problem, editedFrom }),
    });
    await changeQuestion(stores, 'Solve 3x + 5 = 26');
    expect(connection.called.at(-1)).toMatchObject({
      name: 'solve.start',
      params: { problem: 'Solve 3x + 5 = 26', options: solved.options, editedFrom: 'solve-1' },
    });
    expect(stores.settings.getState().draft).toBe('Solve 3x + 5 = 26');
    await backToEarlier(stores);
    expect(stores.solve.getState().record?.id).toBe('solve-1');
    expect(stores.settings.getState().draft).toBe(solved.problem);
  });

  it('is read with the decimal comma of the language, and stays in the box as it was typed', async () => {
    const { connection, stores } = await setUp({
      'solve.start': ({ problem }) => makeRecord({ id: 'solve-2', problem }),
      'settings.set': (change) => settingsSchema.parse(change),
    });
    await stores.settings.change({ language: 'de' });
    await changeQuestion(stores, 'Solve 2x = 2,5');
    expect(connection.called.at(-1)).toMatchObject({ name: 'solve.start', params: { problem: 'Solve 2x = 2.5' } });
    expect(stores.settings.getState().draft).toBe('Solve 2x = 2,5');
  });

  it('is not solved when it is the same', async () => {
    const { connection, stores } = await setUp();
    await changeQuestion(stores, solved.problem);
    expect(connection.timesCalled('solve.start')).toBe(0);
  });
});
