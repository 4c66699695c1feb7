import { entropyInteger, shareOut } from '../../entropy.ts';
import { entropyCoefficients } from '../../entropy-terms.ts';
import { power, term } from '../../polynomial.ts';
import { collectPowers, multiplyPowers, type PowerTerm, writeCoefficients } from '../../power-terms.ts';
import { rational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { timesLines } from '../../times-lines.ts';
import { splitBudget } from '../../told/budget.ts';
import { combine } from '../../told/combined.ts';
import type { Told } from '../../told/told.ts';
import { tellValue } from '../../told/values.ts';
import { budgetOf, type Composed, composedFamily, deskFor, LEVELS } from './composed-question.ts';

/** Functions may also be told as they are. */
const FUNCTION_LEVELS: readonly string[] = ['rules as they are', ...LEVELS];

function ask(maths: string, rng: Rng): string {
  return rng.pick([`What is \\(${maths}\\)?`, `Calculate \\(${maths}\\).`, `Give \\(${maths}\\).`, `Determine \\(${maths}\\).`]);
}

/** The value of a function that is told in stages, at a number that may be. */
export const composedValue = composedFamily(
  { id: 'composed-value', topic: 'algebra', title: 'The value of a function told in stages' },
  (rng, level) => {
    const { entropy, rest } = budgetOf(level, rng);
    const value = entropyInteger(rng, 1 + (rng.next() * entropy) / 3);
    const told = tellValue(value, { stages: rest.stages + 1, entropy: rest.entropy + entropy }, deskFor(rng), true);
    return { told: [{ ...told, steps: told.steps.slice(0, -1) }], ask: ask(told.name, rng), steps: [], answer: String(value) };
  },
);

/** Multiples of two functions added. */
export const composedSum = composedFamily(
  { id: 'composed-sum', topic: 'algebra', title: 'Multiples of functions added, told in stages' },
  (rng, level) => {
    const { entropy, rest } = budgetOf(level - 1, rng);
    const rule = entropyCoefficients(rng, rng.int(1, 3), entropy / 2);
    const { x, written, sentences, steps } = combine(
      rule,
      { stages: rest.stages + 1, entropy: rest.entropy + entropy / 2 },
      deskFor(rng),
    );
    const answer = writeCoefficients(rule, x);
    return {
      told: [{ name: written, sentences, steps }],
      ask: ask(written, rng),
      steps: [`Put together: $${answer}$`],
      answer,
    };
  },
  FUNCTION_LEVELS,
);

/** f(g(x)) as a polynomial. */
export const composedComposition = composedFamily(
  { id: 'composed-composition', topic: 'algebra', title: 'One function in another, told in stages' },
  composition,
  FUNCTION_LEVELS,
);

function composition(rng: Rng, level: number): Composed {
  const { entropy, rest } = budgetOf(level - 1, rng);
  const desk = deskFor(rng);
  const shares = shareOut(rng, entropy, [1, 1]);
  const [outer, inner] = shares.map((each) => entropyCoefficients(rng, rng.int(1, 2), each));
  const budgets = splitBudget(rest, 2, rng);
  const [f, g] = [outer, inner].map((rule, index) =>
    desk.polynomial(
      rule.map((n) => rational(n)),
      budgets[index],
    ),
  );
  const z = desk.letter();
  const { steps, answer } = substitute(outer, inner, f.x, z);
  const told = [f, g].map((each): Told => ({ name: each.f, sentences: each.sentences, steps: each.steps }));
  return { told, ask: ask(`${f.f}(${g.f}(${z}))`, rng), steps, answer };
}

/** The inner rule put in place of x in each term of the outer one, the square first. */
function substitute(
  outer: readonly number[],
  inner: readonly number[],
  x: string,
  z: string,
): { steps: string[]; answer: string } {
  const steps = [`Put $${writeCoefficients(inner, z)}$ in place of $${x}$`];
  const terms: PowerTerm[] = [];
  const add = (by: number, rule: readonly number[], body: string) => {
    if (by === 0) return;
    const product = rule.map((n) => n * by);
    const scratch = by === 1 ? [] : rule.flatMap((n) => timesLines(n, by));
    const line = `The term $${term(by, body)}$ becomes $${writeCoefficients(product, z)}$`;
    steps.push(...(body === '' || (by === 1 && body.endsWith('2')) ? [] : [...scratch, line]));
    terms.push(...product.flatMap((n, index): PowerTerm[] => (n === 0 ? [] : [[n, product.length - 1 - index]])));
  };
  if (outer.length === 3) {
    const { steps: squaring, terms: squared } = multiplyPowers(inner, inner, z);
    const square = collectPowers(squared, z);
    steps.push(...squaring, ...square.steps, `The square: $${writeCoefficients(square.coefficients, z)}$`);
    add(outer[0], square.coefficients, power(x, 2));
  }
  add(outer[outer.length - 2], inner, x);
  add(outer[outer.length - 1], [1], '');
  const { steps: adding, coefficients } = collectPowers(terms, z);
  const answer = writeCoefficients(coefficients, z);
  return { steps: [...steps, ...adding, `Put together: $${answer}$`], answer };
}
