/** A sheet of problems with its answers, for print. Choice, count and seed make the same sheet again. */
import { CallError } from '#app/protocol/calls.ts';
import type { PracticeChoice, Worksheet } from '#app/protocol/practice.ts';
import { makeRng } from '#tutor/curriculum/rng.ts';
import { makeExercise, PRACTICE_FAMILIES } from '#tutor/practice/exercise.ts';

/** Draws after which a problem may stand on the sheet twice: some families make only a few. */
const PATIENCE = 20;

/** @throws CallError when no family is chosen */
export function makeWorksheet({ families, level }: PracticeChoice, count: number, seed: number): Worksheet {
  const chosen = PRACTICE_FAMILIES.filter(({ id }) => families.includes(id));
  if (chosen.length === 0) {
    throw new CallError({ kind: 'nothing-chosen', message: 'Choose at least one kind of problem for the sheet.', data: {} });
  }
  const rng = makeRng(seed);
  const order = rng.shuffle(chosen);
  const seen = new Set<string>();
  const items = Array.from({ length: count }, (_, place) => {
    // Each family in turn, so that a short sheet holds as many kinds as it can.
    const family = order[place % order.length];
    const draw = () => {
      const at = level === null ? rng.int(1, family.levels.length) : Math.min(level, family.levels.length);
      return makeExercise(family, at, rng.int(0, 0xffffffff));
    };
    let made = draw();
    for (let tries = 0; seen.has(made.question) && tries < PATIENCE; tries++) made = draw();
    seen.add(made.question);
    return { title: family.title, question: made.question, answer: made.answer };
  });
  return { seed, items };
}
