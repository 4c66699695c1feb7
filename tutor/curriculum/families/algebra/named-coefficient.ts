import { scatteredTerms } from '../../entropy-terms.ts';
import type { Family, Worked } from '../../family.ts';
import { power } from '../../polynomial.ts';
import { expandTree, growTree, type PolynomialTree, writeTree } from '../../polynomial-tree.ts';
import { writeCoefficients } from '../../power-terms.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

/** A polynomial set against one with named coefficients, of which one is asked for. */
export const namedCoefficient: Family = {
  id: 'named-coefficient',
  topic: 'algebra',
  title: 'A coefficient by its name',
  levels: ['terms to collect', 'larger numbers', 'products of brackets', 'several products'],
  phrasings: [
    'Express <e> as <form> and give <ask>.',
    'Rearrange <e> to <form> and give <ask>.',
    'Express <e> in the form <form> and give <ask>.',
    'Rearrange <e> to the form <form> and give <ask>.',
    'Write <e> in the form <form>. What is <ask>?',
    'Write <e> as <form> and find <ask>.',
    'If <e> is written as <form>, what is <ask>?',
    '<e> in the form <form>, find <ask>',
    'Put <e> into the form <form> and state <ask>.',
    'Find <ask> when <e> is expressed as <form>.',
    'Given that <e> is the same as <form>, find <ask>.',
    'rearrange <e> into <form> and tell me <ask>',
    'Bring <e> to the form <form> and read off <ask>.',
    'Express <e> in the form <form>. Find <ask>.',
    'how do i write <e> as <form> and get <ask>',
    'Question 2. Express <e> as <form> and give <ask>.',
    'Compare <e> with <form> and find <ask>.',
  ],
  make(rng, level) {
    return shortWorked(() => named(rng, level));
  },
};

function named(rng: Rng, level: number): Worked {
  const [x, ...names] = rng.shuffle([...'abcdefghijklmnopqrstuvwxyz']);
  const degree = rng.int(1, 4);
  const tree = expression(rng, level, degree);
  const { steps, coefficients } = expandTree(tree, x);
  const order = rng.shuffle(Array.from({ length: degree + 1 }, (_, exponent) => exponent));
  const slots = order.map((exponent) => `${names[exponent]}${power(x, exponent)}`);
  const full = [...new Array<number>(Math.max(0, degree + 1 - coefficients.length)).fill(0), ...coefficients];
  const present = full.flatMap((n, index) => (n === 0 ? [] : [degree - index]));
  const exponent = present.length === 0 || rng.chance(0.2) ? rng.int(0, degree) : rng.pick(present);
  const value = full[degree - exponent];
  const what = exponent === 0 ? 'the number alone' : `the coefficient of $${power(x, exponent)}$`;
  return {
    maths: { e: writeTree(tree, x), form: slots.join(' + '), ask: names[exponent] },
    steps: [
      ...steps,
      `All together: $${writeCoefficients(full, x)}$`,
      // Term by term of the form: a power that is missing has the coefficient zero.
      ...order.map((each, place) => `> ${slots[place]}: ${full[degree - each]}`),
      `$${names[exponent]}$ is ${what}: $${value}$`,
    ],
    answer: String(value),
  };
}

function expression(rng: Rng, level: number, degree: number): PolynomialTree {
  if (level <= 2) return { kind: 'terms', terms: scatteredTerms(rng, degree, level === 1 ? rng.int(2, 5) : rng.int(5, 9)) };
  return growTree(rng, { degree, length: level === 3 ? rng.int(2, 4) : rng.int(3, 7), size: rng.pick([12, 60, 900]) });
}
