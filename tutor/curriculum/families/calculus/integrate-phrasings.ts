/** How an indefinite integral is asked for. Its function `<e>` of `<x>` is each family's own. */
import type { Worked } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import type { Rng } from '../../rng.ts';

/** Ways of asking for an indefinite integral with its sign written out. */
export const INTEGRAL: readonly string[] = askTo(
  ['Find the indefinite integral:', 'Calculate the antiderivative:', 'Evaluate the indefinite integral:', 'Work out'],
  '∫ <e> d<x>',
  '∫ <e> d<x>',
  'What is ∫ <e> d<x>?',
  'Integrate <e> with respect to <x>.',
  'Find an antiderivative of <e>, with + C.',
);

/** Now and then the letter is a capital. */
export function inSomeLetter(worked: Worked, rng: Rng): Worked {
  if (rng.chance(0.6)) return worked;
  const capital = (latex: string) => latex.replaceAll(/x(?!p)/g, 'X');
  const inMaths = (line: string) => line.replaceAll(/\$[^$]*\$/g, capital);
  const maths = Object.fromEntries(Object.entries(worked.maths).map(([name, latex]) => [name, capital(latex)]));
  return { ...worked, maths, steps: worked.steps.map(inMaths), answer: capital(worked.answer) };
}
