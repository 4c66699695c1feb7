import { entropyInteger } from '../../entropy.ts';
import type { Rng } from '../../rng.ts';
import { openDesk } from '../../told/desk.ts';
import { toldSystem } from '../../told/equations.ts';
import { freeLetters } from '../../told/letters.ts';
import { type Composed, composedFamily } from './composed-question.ts';

function make(unknowns: 1 | 2, rng: Rng, level: number): Composed {
  const entropy = rng.chance(0.6) ? 8 : 3 + 7 * rng.next();
  const desk = openDesk(rng, freeLetters(rng, []));
  const own = entropy / (level + 1);
  const value = entropyInteger(rng, Math.max(1, own / 4));
  const { x, written, sentences, steps } = toldSystem(value, unknowns, { stages: level + 1, entropy }, desk);
  const answer = `${x} = ${value}`;
  const named = steps[steps.length - 1]?.endsWith(`$${answer}$`) === true;
  return {
    told: [{ name: x, sentences, steps: [] }],
    ask: `Solve ${written.map((each) => `\\(${each}\\)`).join(', ')} for \\(${x}\\).`,
    steps: named ? steps : [...steps, `So $${answer}$`],
    answer,
  };
}

/** One unknown, some numbers of the equation told first. */
export const composedEquation = composedFamily(
  { id: 'composed-equation', topic: 'algebra', title: 'An equation with numbers told first' },
  (rng, level) => make(1, rng, level),
);

/** Two unknowns, some numbers of the equations told first. */
export const composedTwoEquations = composedFamily(
  { id: 'composed-two-equations', topic: 'algebra', title: 'Two equations with numbers told first' },
  (rng, level) => make(2, rng, level),
);
