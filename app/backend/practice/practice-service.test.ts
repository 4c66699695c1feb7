import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Exercise, Practice } from '#app/protocol/practice.ts';
import { PLAIN_CHECKER } from '#app/testing/plain-checker.ts';
import { makeExercise, PRACTICE_FAMILIES } from '#tutor/practice/exercise.ts';
import { judgeAnswer } from '#tutor/practice/judge-answer.ts';
import { REST_MS } from '#tutor/practice/schedule.ts';
import { History } from '../history.ts';
import { PracticeService } from './practice-service.ts';
import { makeWorksheet } from './worksheet.ts';

const FAMILY = 'quadratic-factoring';
const CHECKER = {
  ...PLAIN_CHECKER,
  judge: async (given: string, expected: string, question: string) => judgeAnswer(given, expected, question),
};

let folder: string;
let history: History;
let now: number;
let practice: PracticeService;

function open(): void {
  history = new History(folder);
  practice = new PracticeService({ store: history.practice, checker: CHECKER, onSave: () => {}, now: () => now });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorum-practice-'));
  now = 1_000_000;
  open();
});
afterEach(() => history.close());

function reopen(): void {
  history.close();
  open();
}

function begin(families = [FAMILY], level: number | null = 1): Exercise {
  practice.choose({ families, level });
  return shown(practice.next());
}

function shown({ exercise }: Practice): Exercise {
  if (exercise === null) throw new Error('there is no exercise');
  return exercise;
}

const id = ({ family, level, seed }: Exercise) => ({ family, level, seed });

function solved({ family, level, seed }: Exercise): string {
  return makeExercise(PRACTICE_FAMILIES.find((each) => each.id === family)!, level, seed).answer;
}

const progress = (id = FAMILY) => practice.get().families.find((family) => family.id === id);

describe('practice', () => {
  test('holds the answer and the solution back until they are asked for', async () => {
    const exercise = begin();
    expect(JSON.stringify(practice.get())).not.toContain(JSON.stringify(solved(exercise)).slice(1, -1));
    expect(exercise.solution).toBeNull();
    const after = shown(await practice.reveal(id(exercise)));
    expect(after.solution?.at(-1)).toMatchObject({ final: true, body: `$\\boxed{${solved(exercise)}}$` });
  });

  test('counts a right first answer and schedules nothing', async () => {
    const exercise = begin();
    const after = shown(await practice.answer(id(exercise), solved(exercise)));
    expect(after.tries).toMatchObject([{ verdict: 'right', hint: null }]);
    expect(progress()).toMatchObject({ attempts: 1, rightFirst: 1, due: 0 });
    now += REST_MS[5];
    expect(progress()).toMatchObject({ due: 0 });
  });

  test('only the first judged answer counts, and an unreadable one does not', async () => {
    const exercise = begin();
    await practice.answer(id(exercise), '))((');
    expect(progress()).toMatchObject({ attempts: 0 });
    await practice.answer(id(exercise), '12345');
    await practice.answer(id(exercise), solved(exercise));
    expect(progress()).toMatchObject({ attempts: 1, rightFirst: 0 });
    expect(shown(practice.get()).tries.map(({ verdict }) => verdict)).toEqual(['undecided', 'wrong', 'right']);
  });

  test('the very problem that went wrong comes back when it is due, before anything new', async () => {
    const exercise = begin([FAMILY, 'gcd']);
    await practice.answer(id(exercise), '12345');
    expect(shown(practice.next()).review).toBe(false);
    now += REST_MS[0];
    expect(practice.get().families.reduce((sum, { due }) => sum + due, 0)).toBe(1);
    expect(shown(practice.next())).toMatchObject({ ...id(exercise), review: true, tries: [] });
  });

  test('a review answered right rests longer and then asks with new numbers', async () => {
    const first = begin();
    await practice.answer(id(first), '12345');
    now += REST_MS[0];
    const review = shown(practice.next());
    await practice.answer(id(review), solved(review));
    now += REST_MS[0];
    expect(progress()).toMatchObject({ due: 0 });
    now += REST_MS[1];
    const second = shown(practice.next());
    expect(second).toMatchObject({ family: FAMILY, review: true });
    expect(second.seed).not.toBe(first.seed);
  });

  test('giving up counts as not right at once', async () => {
    const exercise = begin();
    await practice.reveal(id(exercise));
    await practice.answer(id(exercise), solved(exercise));
    expect(progress()).toMatchObject({ attempts: 1, rightFirst: 0 });
  });

  test('choice, exercise and progress survive a restart', async () => {
    const exercise = begin();
    await practice.answer(id(exercise), '12345');
    const before = practice.get();
    reopen();
    expect(practice.get()).toEqual(before);
  });

  test('an answer to an exercise that is not shown any more is refused', async () => {
    const exercise = begin();
    practice.next();
    await expect(practice.answer(id(exercise), '1')).rejects.toMatchObject({ kind: 'another-exercise' });
  });

  test('of two answers sent at once only one is taken', async () => {
    const exercise = begin();
    await Promise.all([practice.answer(id(exercise), '12345'), practice.answer(id(exercise), '12345')]);
    expect(shown(practice.get()).tries).toHaveLength(1);
  });

  test('nothing chosen is said, and unknown families are dropped', () => {
    practice.choose({ families: ['no-such-family'], level: null });
    expect(() => practice.next()).toThrow(/at least one/);
  });

  test('goes on where nothing can be written, and says so', async () => {
    const errors: (Error | null)[] = [];
    history.practice.record = () => {
      throw new Error('disk is full');
    };
    practice = new PracticeService({
      store: history.practice,
      checker: CHECKER,
      onSave: (error) => errors.push(error),
      now: () => now,
    });
    const exercise = begin();
    expect(shown(await practice.answer(id(exercise), solved(exercise))).tries).toHaveLength(1);
    expect(errors.at(-1)?.message).toBe('disk is full');
  });
});

describe('makeWorksheet', () => {
  test('the same seed makes the same sheet, with no problem twice and every family on it', () => {
    const choice = { families: [FAMILY, 'gcd', 'percent-of'], level: 2 };
    const sheet = makeWorksheet(choice, 12, 7);
    expect(makeWorksheet(choice, 12, 7)).toEqual(sheet);
    expect(makeWorksheet(choice, 12, 8)).not.toEqual(sheet);
    expect(new Set(sheet.items.map(({ question }) => question)).size).toBe(12);
    expect(new Set(sheet.items.map(({ title }) => title)).size).toBe(3);
  });
});

test('an exercise of one family is started beside what is chosen', () => {
  practice.choose({ families: ['add'], level: 1 });
  const { exercise, choice } = practice.start(FAMILY);
  expect(exercise?.family).toBe(FAMILY);
  expect(choice.families).toEqual(['add']);
  expect(practice.next().exercise?.family).toBe('add');
  expect(() => practice.start('gone')).toThrow(/gone/);
});
