import { freeLetters } from '../../composed.ts';
import { shareOut } from '../../entropy.ts';
import { entropyCoefficients, smallValueRule, splitInTwo } from '../../entropy-terms.ts';
import type { Family, Worked } from '../../family.ts';
import { horner } from '../../horner.ts';
import { power, sum, term } from '../../polynomial.ts';
import {
  collectPowers,
  multiplyPowers,
  type PowerTerm,
  scatterPowers,
  writeCoefficients,
  writePowers,
} from '../../power-terms.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { timesLines } from '../../times-lines.ts';

const ASK: readonly string[] = [
  '{told}What is <ask>?',
  '{told}Calculate <ask>.',
  '{told}Give <ask>.',
  '{told}Determine <ask>.',
  '{told}Find <ask>.',
  '{told}Work out <ask>.',
  '{told}what is <ask>',
  '{told}Evaluate <ask> and simplify.',
  '{told}<ask> = ?',
  '{told}Compute <ask>.',
  '{told}What does <ask> come to?',
  '{told}I need <ask>.',
  '{told}State <ask>.',
  '{told}Can you work out <ask>?',
  '{told}Write <ask> as simply as possible.',
  '{told}calculate <ask> step by step',
  '{told}Question 3. Find <ask>.',
];

/** "Let f(x) = 3x - 2. ": terms may come in any order, some of them split. */
function letRule(
  f: string,
  x: string,
  coefficients: readonly number[],
  rng: Rng,
  extra = 0,
): { sentence: string; steps: string[] } {
  const ordered = inOrder(coefficients);
  const plain = rng.chance(0.3) ? rng.shuffle(ordered) : ordered;
  const terms = extra === 0 ? plain : scatterPowers(coefficients, extra, rng.pick([9, 40, 999]), rng);
  const { steps } = extra === 0 ? { steps: [] } : collectPowers(terms, x);
  return {
    sentence: `Let \\(${f}(${x}) = ${writePowers(terms, x)}\\). `,
    steps: extra === 0 ? [] : [...steps, `The rule of $${f}$: $${writeCoefficients(coefficients, x)}$`],
  };
}

function inOrder(coefficients: readonly number[]): PowerTerm[] {
  const terms = coefficients.flatMap((n, index): PowerTerm[] => (n === 0 ? [] : [[n, coefficients.length - 1 - index]]));
  return terms.length === 0 ? [[0, 0]] : terms;
}

/** f(a) by Horner's rule, which needs no powers. */
export const valueOfFunction: Family = {
  id: 'value-of-function',
  topic: 'algebra',
  title: 'Large values of functions',
  levels: ['linear and quadratic', 'large numbers', 'large numbers, some rules not collected'],
  phrasings: ASK,
  make(rng, level) {
    return shortWorked(() => value(rng, level));
  },
};

function value(rng: Rng, level: number): Worked {
  const [f, x] = freeLetters(rng, []);
  const { coefficients, at } = level === 1 ? smallRule(rng) : smallValueRule(rng, 3 + 6 * rng.next());
  const rule = letRule(f, x, coefficients, rng, level === 3 && rng.chance(0.3) ? rng.int(1, 3) : 0);
  return {
    maths: { ask: `${f}(${at})` },
    words: { told: rule.sentence },
    steps: [...rule.steps, ...horner(coefficients, at)],
    answer: String(coefficients.reduce((total, each) => total * at + each, 0)),
  };
}

function smallRule(rng: Rng): { coefficients: number[]; at: number } {
  const degree = rng.int(1, 2);
  const at = rng.int(-15, 20);
  const coefficients = Array.from({ length: degree }, (_, index) =>
    index === 0 ? rng.nonzero(-9, 9) : rng.chance(0.85) ? rng.int(-40, 40) : 0,
  );
  // The constant is often such that the value comes out small.
  const before = coefficients.reduce((total, each) => (total + each) * at, 0);
  coefficients.push(rng.chance(0.6) ? rng.int(-99, 99) - before : rng.int(-40, 40));
  return { coefficients, at };
}

/** a·f(x) + b·g(x). */
export const sumOfFunctions: Family = {
  id: 'sum-of-functions',
  topic: 'algebra',
  title: 'Multiples of functions added',
  levels: ['linear', 'up to cubes', 'large numbers that cancel'],
  phrasings: ASK,
  make(rng, level) {
    return shortWorked(() => combined(rng, level));
  },
};

function combined(rng: Rng, level: number): Worked {
  const [f, g, x, y, z] = freeLetters(rng, []);
  const degree = level === 1 ? 1 : rng.int(1, 3);
  const entropy = 4 + 5 * rng.next();
  const { a, b, first, second } =
    level === 3 ? splitInTwo(target(rng, degree, entropy / 2), rng, entropy / 2) : loose(rng, degree);
  const [one, two] = [letRule(f, x, first, rng, rng.chance(0.1) ? 1 : 0), letRule(g, y, second, rng, rng.chance(0.1) ? 1 : 0)];
  const scaled = [
    { by: a, rule: first, name: f },
    { by: b, rule: second, name: g },
  ].map(({ by, rule: each, name }) => {
    const product = each.map((n) => n * by);
    const line = `$${term(by, `${name}(${z})`)}$ is $${writeCoefficients(product, z)}$`;
    return { product, lines: [...(by === 1 ? [] : each.flatMap((n) => timesLines(n, by))), line] };
  });
  const terms = scaled.flatMap(({ product }) => inOrder(product)).filter(([n]) => n !== 0);
  const { steps, coefficients } = collectPowers(terms, z);
  const answer = writeCoefficients(coefficients, z);
  return {
    maths: { ask: sum(term(a, `${f}(${z})`), term(b, `${g}(${z})`)) },
    words: { told: one.sentence + two.sentence },
    steps: [...one.steps, ...two.steps, ...scaled.flatMap(({ lines }) => lines), ...steps, `Put together: $${answer}$`],
    answer,
  };
}

function target(rng: Rng, degree: number, entropy: number): number[] {
  const coefficients = entropyCoefficients(rng, degree, entropy);
  return rng.chance(0.4) ? [...coefficients.slice(0, -1), rng.int(-9, 9)] : coefficients;
}

function loose(rng: Rng, degree: number): ReturnType<typeof splitInTwo> {
  const wide = rng.pick([9, 30, 60]);
  const rule = (top: number) =>
    Array.from({ length: top + 1 }, (_, index) => (index === 0 || rng.chance(0.75) ? rng.nonzero(-wide, wide) : 0));
  const second = rule(rng.chance(0.7) ? degree : rng.int(0, degree));
  return { a: rng.nonzero(-9, 9), b: rng.nonzero(-12, 12), first: rule(degree), second };
}

/** f(g(x)) as a polynomial. */
export const functionOfFunction: Family = {
  id: 'function-of-function',
  topic: 'algebra',
  title: 'Composed functions as polynomials',
  levels: ['one of them linear', 'large numbers', 'rules not collected'],
  phrasings: ASK,
  make(rng, level) {
    return shortWorked(() => composed(rng, level));
  },
};

function composed(rng: Rng, level: number): Worked {
  const [f, g, x, y, z] = freeLetters(rng, []);
  const entropy = 2 + 6 * rng.next();
  const shares = shareOut(rng, entropy, [1, 1]);
  const outer = level === 1 ? smallCoefficients(rng, 1) : entropyCoefficients(rng, rng.int(1, 2), shares[0]);
  const inner = level === 1 ? smallCoefficients(rng, rng.int(1, 2)) : entropyCoefficients(rng, rng.int(1, 2), shares[1]);
  const [one, two] = [
    letRule(f, x, outer, rng, level === 3 ? rng.int(0, 2) : 0),
    letRule(g, y, inner, rng, level === 3 ? rng.int(0, 2) : 0),
  ];
  const shown = writeCoefficients(inner, z);
  const steps = [...one.steps, ...two.steps, `Put $${shown}$ in place of $${x}$`];
  const terms: PowerTerm[] = [];
  const linear = outer[outer.length - 2];
  if (outer.length === 3) {
    const { steps: squaring, terms: squared } = multiplyPowers(inner, inner, z);
    const square = collectPowers(squared, z);
    steps.push(...squaring, ...square.steps, `The square: $${writeCoefficients(square.coefficients, z)}$`);
    steps.push(...scale(outer[0], square.coefficients, z, power(x, 2)));
    terms.push(...inOrder(square.coefficients.map((n) => n * outer[0])));
  }
  if (linear !== 0) {
    steps.push(...scale(linear, inner, z, x));
    terms.push(...inOrder(inner.map((n) => n * linear)));
  }
  const constant = outer[outer.length - 1];
  if (constant !== 0) terms.push([constant, 0]);
  const { steps: adding, coefficients } = collectPowers(terms, z);
  const answer = writeCoefficients(coefficients, z);
  return {
    maths: { ask: `${f}(${g}(${z}))` },
    words: { told: rng.chance(0.5) ? one.sentence + two.sentence : two.sentence + one.sentence },
    steps: [...steps, ...adding, `Put together: $${answer}$`],
    answer,
  };
}

function smallCoefficients(rng: Rng, degree: number): number[] {
  const wide = rng.pick([6, 20, 40]);
  return Array.from({ length: degree + 1 }, (_, index) => (index === 0 || rng.chance(0.6) ? rng.nonzero(-wide, wide) : 0));
}

function scale(by: number, coefficients: readonly number[], z: string, body: string): string[] {
  const product = coefficients.map((n) => n * by);
  if (by === 1) return [];
  return [
    ...coefficients.flatMap((n) => timesLines(n, by)),
    `The term $${term(by, body)}$ becomes $${writeCoefficients(product, z)}$`,
  ];
}
