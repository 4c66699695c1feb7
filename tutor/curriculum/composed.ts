/**
 * Numbers told through small problems ahead of a question: "Suppose 3*a + 2 = 11. Let b be a - 1." Any family may put
 * the letter in the place of the number; its solution starts with the steps that find it.
 *
 *   const letters = freeLetters(rng, ['x']);
 *   const told = tellNumber(6, rng, letters, 2);
 *   words: { told: told.sentences.join(' ') }, maths: { a: told.letter }, steps: [...told.steps, …]
 *
 * with a phrasing such as "{told} What is the highest common factor of <a> and <b>?". The sentences keep their maths
 * between `\(` and `\)`; each step list ends with the line that says what the letter is worth. `told/` makes them.
 */
import { rational } from './rational.ts';
import type { Rng } from './rng.ts';
import { openDesk } from './told/desk.ts';

export { freeLetters } from './told/letters.ts';

export interface ToldNumber {
  /** Stands for the number in the question. */
  readonly letter: string;
  readonly value: number;
  readonly sentences: readonly string[];
  readonly steps: readonly string[];
}

/** The whole number told in `depth` stages, one inside another or side by side. */
export function tellNumber(value: number, rng: Rng, letters: string[], depth = 1): ToldNumber {
  const entropy = depth * (1.5 + 2.5 * rng.next());
  const { name, sentences, steps } = openDesk(rng, letters).number(rational(value), { stages: depth, entropy });
  return { letter: name, value, sentences, steps };
}
