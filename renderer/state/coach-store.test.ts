import { describe, expect, it } from 'vitest';
import type { Attempt, Ladder } from '#app/protocol/coach.ts';
import { makeRecord, makeSettings } from '../testing/records.ts';
import { HandEnvironment, type Script, ScriptedConnection, settle } from '../testing/scripted.ts';
import { createCoachStore, givenRungs, isClimbed, isCoached } from './coach-store.ts';
import { chooseMode, openSolutionBeside, submitProblem } from './modes.ts';
import { createStores, newProblem } from './stores.ts';

const LADDER: Ladder = {
  sample: 0,
  asked: 'solve',
  steps: [
    { rungs: ['asked', 'idea', 'blank', 'full'], blank: '$3x = \\square$' },
    { rungs: ['blank', 'full'], blank: '$x = \\square$' },
  ],
};
const OTHER: Ladder = { ...LADDER, sample: 3, steps: [...LADDER.steps, { rungs: ['full'], blank: null }] };
const attempt = (change: Partial<Attempt>): Attempt => ({ read: '$x$', verdict: 'holds', place: null, ...change });

async function onLadder(answer: Attempt = attempt({})) {
  const connection = new ScriptedConnection({
    'coach.ladder': ({ sample }) => ({ ladder: sample === 3 ? OTHER : LADDER }),
    'coach.attempt': () => answer,
  });
  const coach = createCoachStore(connection);
  coach.begin('solve-1');
  await coach.fetchLadder();
  return { connection, coach };
}

describe('the coach', () => {
  it('gives the rungs of a step one after the other, the last of which is the step', async () => {
    const { coach } = await onLadder();
    coach.hint();
    coach.hint();
    expect(givenRungs(coach.getState())).toEqual(['asked', 'idea']);
    coach.hint();
    coach.hint();
    expect(coach.getState()).toMatchObject({ step: 1, given: 0, hints: 4, skipped: 4 });
    coach.hint();
    coach.hint();
    expect(isClimbed(coach.getState())).toBe(true);
  });

  it('counts a hint as skipped only when no line was tried before it', async () => {
    const { coach } = await onLadder(attempt({ verdict: 'fails', note: 'try x = 2' }));
    await coach.try('x = 2');
    expect(coach.getState()).toMatchObject({ tried: true, step: 0, attempt: { outcome: 'fails' } });
    coach.hint();
    expect(coach.getState()).toMatchObject({ tried: false, hints: 1, skipped: 0 });
  });

  it('goes on from the step that a line has reached', async () => {
    const { coach } = await onLadder(attempt({ place: { sample: 0, step: 0 } }));
    coach.hint();
    await coach.try('3x = 15');
    expect(coach.getState()).toMatchObject({ step: 1, given: 0, attempt: { outcome: 'step' } });
    await coach.try('3x = 15');
    expect(coach.getState()).toMatchObject({ step: 1, attempt: { outcome: 'known' } });
  });

  it('takes up the ladder of the sample that goes the way of the line', async () => {
    const { coach } = await onLadder(attempt({ place: { sample: 3, step: 1 } }));
    await coach.try('x + 5/3 = 20/3');
    expect(coach.getState()).toMatchObject({ ladder: { sample: 3 }, step: 2, attempt: { outcome: 'step' } });
  });

  it('ends with the answer', async () => {
    const { coach } = await onLadder(attempt({ place: { sample: 0, step: 1 } }));
    await coach.try('x = 5');
    expect(coach.getState().attempt?.outcome).toBe('answer');
    expect(isClimbed(coach.getState())).toBe(true);
  });

  it('drops an answer that comes after another solve began', async () => {
    const { coach } = await onLadder(attempt({ place: { sample: 0, step: 1 } }));
    const late = coach.try('x = 5');
    coach.begin('solve-2');
    await late;
    expect(coach.getState()).toMatchObject({ id: 'solve-2', step: 0, attempt: null, ladder: undefined });
  });
});

function setUp(script: Script) {
  const connection = new ScriptedConnection({
    'settings.set': (change) => ({ ...makeSettings(), ...change, solve: makeSettings().solve }),
    ...script,
  });
  const stores = createStores(connection, new HandEnvironment());
  return { connection, stores };
}

describe('the modes', () => {
  it('Coach keeps the solve out of sight until it is ended', async () => {
    const { stores } = setUp({ 'solve.start': () => makeRecord() });
    chooseMode(stores, 'coach');
    stores.settings.type('Solve 3x + 5 = 20');
    await submitProblem(stores);
    const record = stores.solve.getState().record;
    expect(isCoached(stores.coach.getState(), record)).toBe(true);
    expect(isCoached(stores.coach.getState(), makeRecord({ id: 'from-history' }))).toBe(false);
    stores.coach.end();
    expect(isCoached(stores.coach.getState(), record)).toBe(false);
  });

  it('Check my work sends the lines that are not blank, and solves only when asked to', async () => {
    const { connection, stores } = setUp({
      'work.check': ({ lines }) => ({
        lines: lines.map((text) => ({ text, read: text, verdict: 'holds', follows: null })),
        firstWrong: null,
      }),
      'solve.start': () => makeRecord(),
    });
    chooseMode(stores, 'work');
    stores.settings.type('Solve 3x = 15');
    stores.work.write('3x = 15\n\n  \nx = 5');
    await submitProblem(stores);
    expect(connection.called.find(({ name }) => name === 'work.check')?.params).toEqual({
      problem: 'Solve 3x = 15',
      lines: ['3x = 15', 'x = 5'],
    });
    expect(connection.timesCalled('solve.start')).toBe(0);
    await openSolutionBeside(stores, 'Solve 3x = 15');
    expect(stores.solve.getState().record?.id).toBe('solve-1');
    newProblem(stores);
    expect(stores.work.getState()).toMatchObject({ checked: null, beside: false });
  });

  it('Check my work asks for lines before it asks the backend', async () => {
    const { connection, stores } = setUp({});
    chooseMode(stores, 'work');
    await settle();
    stores.settings.type('Solve 3x = 15');
    await submitProblem(stores);
    expect(stores.work.getState().failure?.kind).toBe('no-lines');
    expect(connection.timesCalled('work.check')).toBe(0);
  });
});
