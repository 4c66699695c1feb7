import { describe, expect, test } from 'vitest';
import { CallError } from '#app/protocol/calls.ts';
import type { Exercise, Practice, PracticeTry } from '#app/protocol/practice.ts';
import { type Script, ScriptedConnection } from '../testing/scripted.ts';
import { createPracticeStore } from './practice-store.ts';

const RIGHT: PracticeTry = { typed: '5', latex: '5', verdict: 'right', hint: null };
const WRONG: PracticeTry = { ...RIGHT, typed: '-5', latex: '-5', verdict: 'wrong', hint: 'sign' };

function makeExercise(change: Partial<Exercise> = {}): Exercise {
  const made = { family: 'gcd', title: 'GCD', level: 1, seed: 7, question: 'Find it', review: false, tries: [], solution: null };
  return { ...made, ...change };
}

function makePractice(exercise: Exercise | null = null): Practice {
  return { families: [], choice: { families: ['gcd'], level: null }, exercise };
}

async function open(exercise: Exercise | null, script: Script = {}) {
  const connection = new ScriptedConnection({ 'practice.get': () => makePractice(exercise), ...script });
  const store = createPracticeStore(connection);
  await store.load();
  return { connection, store };
}

describe('practice on the page', () => {
  test('begins with the choice, and after a reload with the exercise that was on screen', async () => {
    expect((await open(null)).store.getState().mode).toBe('choose');
    expect((await open(makeExercise())).store.getState().mode).toBe('exercise');
    expect((await open(makeExercise({ tries: [RIGHT] }))).store.getState().typed).toBe('5');
  });

  test('Enter checks what is typed, for the exercise that is shown', async () => {
    const { store, connection } = await open(makeExercise(), {
      'practice.answer': () => makePractice(makeExercise({ tries: [WRONG] })),
    });
    store.type('-5');
    await store.submit();
    expect(connection.called.at(-1)).toEqual({
      name: 'practice.answer',
      params: { family: 'gcd', level: 1, seed: 7, typed: '-5' },
    });
    expect(store.getState()).toMatchObject({ typed: '-5', busy: false, practice: { exercise: { tries: [WRONG] } } });
  });

  test('Enter goes on after a right answer, and on an empty box once the solution is shown', async () => {
    for (const exercise of [makeExercise({ tries: [RIGHT] }), makeExercise({ solution: [] })]) {
      const { store, connection } = await open(exercise, { 'practice.next': () => makePractice(makeExercise({ seed: 8 })) });
      await store.submit();
      expect(connection.called.at(-1)?.name).toBe('practice.next');
      expect(store.getState()).toMatchObject({ typed: '', practice: { exercise: { seed: 8 } } });
    }
  });

  test('Enter on an empty box with nothing shown asks nothing', async () => {
    const { store, connection } = await open(makeExercise());
    await store.submit();
    expect(connection.called).toHaveLength(1);
  });

  test('Enter pressed again while an answer is being checked sends nothing more', async () => {
    const { store, connection } = await open(makeExercise(), { 'practice.answer': () => makePractice(makeExercise()) });
    store.type('4');
    await Promise.all([store.submit(), store.submit()]);
    expect(connection.timesCalled('practice.answer')).toBe(1);
  });

  test('a choice shows at once, and the newest of two is what stays', async () => {
    const replies: ((practice: Practice) => void)[] = [];
    const { store } = await open(null, { 'practice.choose': () => new Promise((resolve) => replies.push(resolve)) });
    const first = store.choose({ families: ['lcm'], level: null });
    const second = store.choose({ families: ['lcm', 'gcd'], level: 2 });
    expect(store.getState().practice?.choice.families).toEqual(['lcm', 'gcd']);
    replies[1]({ ...makePractice(), choice: { families: ['lcm', 'gcd'], level: 2 } });
    await second;
    replies[0]({ ...makePractice(), choice: { families: ['lcm'], level: null } });
    await first;
    expect(store.getState().practice?.choice).toEqual({ families: ['lcm', 'gcd'], level: 2 });
  });

  test('a refused call says why and keeps what is on screen', async () => {
    const { store } = await open(makeExercise(), {
      'practice.next': () => {
        throw new CallError({ kind: 'nothing-chosen', message: 'Choose one.', data: {} });
      },
    });
    await store.next();
    expect(store.getState()).toMatchObject({ busy: false, mode: 'exercise', failure: { kind: 'nothing-chosen' } });
  });
});
