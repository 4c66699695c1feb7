import type { Family, Worked } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import { power } from '../../polynomial.ts';
import { collectPowers, multiplyPowers, scatterPowers, writeCoefficients, writePowers } from '../../power-terms.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

const LETTERS: readonly string[] = [...'abcdfghijklmnopqrstuvwxyz'];

/** Long sums in one letter with large coefficients, many of which cancel. */
export const collectManyTerms: Family = {
  id: 'collect-many-terms',
  topic: 'algebra',
  title: 'Collecting many terms',
  levels: ['one power', 'several powers', 'large numbers'],
  phrasings: askTo(
    ['Collect the terms in', 'Collect terms in', 'Gather the terms in', 'Collect and simplify'],
    '<e>',
    'What is left when the terms of <e> are collected?',
  ),
  make(rng, level) {
    return shortWorked(() => make(rng, level));
  },
};

function make(rng: Rng, level: number): Worked {
  const x = rng.pick(LETTERS);
  const degree = rng.int(1, 3);
  const size = level === 3 ? rng.pick([999, 9999, 999_999]) : 99;
  const signed = () => (rng.chance(0.5) ? -1 : 1) * rng.sized(0, size);
  const coefficients = Array.from({ length: degree + 1 }, (_, index) =>
    index === 0 || (level > 1 && rng.chance(0.5)) ? signed() : 0,
  );
  const terms = scatterPowers(coefficients, rng.int(1, level === 3 ? 3 : 5), size, rng);
  const { steps, coefficients: collected } = collectPowers(terms, x);
  const answer = writeCoefficients(collected, x);
  return { maths: { e: writePowers(terms, x) }, steps: [...steps, `Put together: $${answer}$`], answer };
}

/** A polynomial set against one with named coefficients, of which one is asked for. */
export const namedCoefficient: Family = {
  id: 'named-coefficient',
  topic: 'algebra',
  title: 'A coefficient by its name',
  levels: ['collected terms', 'a product of brackets', 'a product and more terms'],
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
  const [x, ...names] = rng.shuffle(LETTERS);
  const { e, steps, coefficients, degree } = level === 1 ? collected(rng, x) : multiplied(rng, x, level === 3);
  const form = rng
    .shuffle(Array.from({ length: degree + 1 }, (_, exponent) => `${names[exponent]}${power(x, exponent)}`))
    .join(' + ');
  const full = [...new Array<number>(degree + 1 - coefficients.length).fill(0), ...coefficients];
  const present = full.flatMap((n, index) => (n === 0 ? [] : [degree - index]));
  const exponent = present.length === 0 || rng.chance(0.2) ? rng.int(0, degree) : rng.pick(present);
  const value = full[degree - exponent];
  const what = exponent === 0 ? 'the number alone' : `the coefficient of $${power(x, exponent)}$`;
  return {
    maths: { e, form, ask: names[exponent] },
    steps: [...steps, `All together: $${writeCoefficients(full, x)}$`, `$${names[exponent]}$ is ${what}: $${value}$`],
    answer: String(value),
  };
}

interface Expression {
  readonly e: string;
  readonly steps: readonly string[];
  readonly coefficients: readonly number[];
  readonly degree: number;
}

function collected(rng: Rng, x: string): Expression {
  const degree = rng.int(1, 4);
  const wide = rng.pick([12, 99, 999]);
  const values = Array.from({ length: degree + 1 }, (_, index) =>
    index === 0 || rng.chance(0.7) ? rng.nonzero(-wide, wide) : 0,
  );
  const terms = scatterPowers(values, rng.int(1, 5), wide, rng);
  return { e: writePowers(terms, x), ...collectPowers(terms, x), degree };
}

function multiplied(rng: Rng, x: string, more: boolean): Expression {
  const { e, steps, coefficients } = bracketProduct(rng, x, rng.int(1, 3), more);
  return { e, steps, coefficients, degree: coefficients.length - 1 };
}

/** (a few terms)(a few terms), with loose terms behind it when wanted; the brackets hold like terms. */
export function bracketProduct(rng: Rng, x: string, degree: number, more: boolean): Omit<Expression, 'degree'> {
  const low = rng.int(0, degree);
  const sparse = (top: number) =>
    Array.from({ length: top + 1 }, (_, index) =>
      index === 0 ? rng.nonzero(-9, 9) : rng.chance(top > 1 ? 0.4 : 0.7) ? rng.nonzero(-20, 20) : 0,
    );
  const [left, right] = [sparse(low), sparse(degree - low)];
  const parts = [left, right].map((each) => {
    const terms = scatterPowers(each, rng.int(0, 2), 9, rng);
    return { ...collectPowers(terms, x), written: writePowers(terms, x) };
  });
  const loose = more
    ? scatterPowers([rng.nonzero(-20, 20), ...(rng.chance(0.5) ? [rng.nonzero(-9, 9)] : [])], rng.int(0, 2), 12, rng)
    : [];
  const shown = parts.map(({ coefficients }) => writeCoefficients(coefficients, x));
  const product = multiplyPowers(left, right, x);
  const { steps, coefficients } = collectPowers([...product.terms, ...loose], x);
  const tail = loose.length === 0 ? '' : writePowers(loose, x);
  return {
    e: `(${parts[0].written})(${parts[1].written})${tail === '' ? '' : tail.startsWith('-') ? ` - ${tail.slice(1)}` : ` + ${tail}`}`,
    steps: [
      ...parts.flatMap((part, index) => [
        ...part.steps,
        ...(part.steps.length > 0 ? [`Bracket ${index + 1}: $${shown[index]}$`] : []),
      ]),
      ...product.steps,
      ...steps,
    ],
    coefficients,
  };
}
