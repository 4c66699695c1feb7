import type { Family } from '../../family.ts';
import { factor, signedTerm } from '../../latex.ts';
import type { Rng } from '../../rng.ts';

/** Sequences whose next term comes from the last one or two: multiply and add, add the two before, halve. */
export const recursiveSequence: Family = {
  id: 'recursive-sequence',
  topic: 'algebra',
  title: 'The next term by a rule',
  levels: ['multiply and add', 'add the two before', 'halve and round down', 'growing differences'],
  phrasings: [
    '{seq}, ?',
    'Find the next number: {seq}, ?',
    'What comes next: {seq}, ...',
    'What is the next number of {seq}?',
    'next number: {seq}, ?',
    'Continue the sequence {seq}',
    'Complete the sequence: {seq}, ?',
    '{seq}, what is next',
    'Here is a number pattern: {seq}. What is the next number?',
    'Find the rule and the next term: {seq}',
    'which number comes after {seq}',
    'A sequence begins {seq}. Find the next term.',
    '{seq}, ...',
    'What number replaces the question mark: {seq}, ?',
    'Work out the next term of {seq}.',
    'The numbers {seq} follow a rule. What comes next?',
    'Give the number that comes next: {seq}',
  ],
  make(rng, level) {
    for (;;) {
      const made = [linear, previous, halving, quadratic][level - 1](rng);
      const differences = made.terms.slice(1).map((value, index) => value - made.terms[index]);
      const constant = new Set(differences).size === 1;
      if (constant && !(level === 3 && made.terms[0] === made.terms[1])) continue;
      if (made.terms.some((value) => Math.abs(value) > 2000)) continue;
      const shown = made.terms.slice(0, -1);
      return {
        maths: {},
        words: { seq: shown.join(', ') },
        steps: made.steps,
        answer: String(made.terms[made.terms.length - 1]),
      };
    }
  },
};

interface Pattern {
  /** The last one is asked for. */
  readonly terms: readonly number[];
  readonly steps: readonly string[];
}

function grow(first: readonly number[], count: number, next: (terms: readonly number[]) => number): number[] {
  const terms = [...first];
  while (terms.length < count) terms.push(next(terms));
  return terms;
}

function subtractions(terms: readonly number[]): string[] {
  return terms.slice(1).map((value, index) => `> ${value} - ${factor(terms[index])} = ${value - terms[index]}`);
}

function linear(rng: Rng): Pattern {
  const by = rng.pick([2, 2, 2, 3, -1, -2, 4]);
  const plus = rng.nonzero(-10, 10);
  const terms = grow([rng.nonzero(-10, 10)], rng.int(5, by === 2 || by === -1 ? 8 : 6), (all) => all[all.length - 1] * by + plus);
  const last = terms[terms.length - 2];
  const differences = terms.slice(1, -1).map((value, index) => value - terms[index]);
  const check = [0, 1].map((index) => `> ${terms[index]} * ${factor(by)} ${signedTerm(plus)} = ${terms[index + 1]}`);
  return {
    terms,
    steps: [
      ...subtractions(terms.slice(0, 4)),
      `Each difference is $${by}$ times the one before: $${differences.slice(0, 2).join(', ')}$`,
      ...check,
      `The rule: multiply by $${by}$ and ${plus < 0 ? 'subtract' : 'add'} $${Math.abs(plus)}$`,
      `Next: $${last} \\cdot ${factor(by)} ${signedTerm(plus)} = ${terms[terms.length - 1]}$`,
    ],
  };
}

function previous(rng: Rng): Pattern {
  const terms = grow(
    [rng.nonzero(-10, 10), rng.nonzero(-10, 10)],
    rng.int(6, 9),
    (all) => all[all.length - 1] + all[all.length - 2],
  );
  const sums = [0, 1, 2].map((index) => `> ${terms[index]} ${signedTerm(terms[index + 1])} = ${terms[index + 2]}`);
  const [a, b, c] = terms.slice(-3);
  return { terms, steps: [...sums, 'Each term is the sum of the two before', `Next: $${a} ${signedTerm(b)} = ${c}$`] };
}

function halving(rng: Rng): Pattern {
  const first = rng.chance(0.5) ? rng.nonzero(-10, 10) : rng.sized(10, 999);
  const terms = grow([first], rng.int(5, 9), (all) => Math.floor(all[all.length - 1] / 2));
  const lines = [0, 1, 2].map((index) => `> half of ${terms[index]}, rounded down: ${terms[index + 1]}`);
  const [last, next] = terms.slice(-2);
  return {
    terms,
    steps: [...lines, 'Each term is half of the one before, rounded down', `Half of $${last}$, rounded down, is $${next}$`],
  };
}

function quadratic(rng: Rng): Pattern {
  const second = rng.nonzero(-6, 6);
  const start = rng.int(-9, 9);
  const terms: number[] = [rng.int(-20, 30)];
  const count = rng.int(5, 8);
  for (let i = 1; i < count; i++) terms.push(terms[i - 1] + start + second * (i - 1));
  const shown = terms.slice(0, -1);
  const differences = shown.slice(1).map((value, index) => value - shown[index]);
  const lastDifference = differences[differences.length - 1];
  const last = shown[shown.length - 1];
  return {
    terms,
    steps: [
      ...subtractions(shown),
      `The differences change by $${second}$ each time`,
      `Next difference: $${lastDifference} ${signedTerm(second)} = ${lastDifference + second}$`,
      `Next: $${last} ${signedTerm(lastDifference + second)} = ${terms[terms.length - 1]}$`,
    ],
  };
}
