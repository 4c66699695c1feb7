import type { Family } from '../../family.ts';
import { equalities, sum, term } from '../../polynomial.ts';
import { signedColumns } from '../../signed-sum.ts';
import { timesLines } from '../../times-lines.ts';
import { ordinal } from './arithmetic-sequence.ts';

/** A term, or the first terms, of a sequence whose rule in n is given. */
export const termOfRule: Family = {
  id: 'term-of-rule',
  topic: 'algebra',
  title: 'Terms from the rule of a sequence',
  levels: ['one term, linear', 'the first terms, linear', 'rules with a square'],
  phrasings: [
    'The nth term of a sequence is <rule>. Find {ask}.',
    '{ask} of <rule>',
    'nth term is <rule>, find {ask}',
    'Find {ask} of the sequence with nth term <rule>.',
    'A sequence has nth term <rule>. Work out {ask}.',
    'what is {ask} of the sequence <rule>',
    'What is {ask} if the nth term is <rule>?',
    'Work out {ask} of the sequence with the rule <rule>.',
    'the rule is <rule>. what is {ask}',
    'Given the nth term <rule>, write down {ask}.',
    'Find {ask} of <rule>.',
    'Question 3. The nth term is <rule>. Find {ask}.',
    'how do i get {ask} from the nth term <rule>',
    'nth term <rule>. {ask}?',
    'if the nth term is <rule> what is {ask}',
    'A sequence is given by <rule>. Calculate {ask}.',
    'sequence: nth term = <rule>, {ask}?',
    'Use the rule <rule> to find {ask}.',
  ],
  make(rng, level) {
    const square = level === 3;
    const a = square ? (rng.chance(0.6) ? 1 : rng.int(2, 5)) : rng.chance(0.25) ? -rng.int(1, 9) : rng.int(2, 12);
    const b = rng.chance(0.15) && square ? 0 : rng.nonzero(-20, 30);
    const body = square ? 'n^2' : 'n';
    const rule = a < 0 && b > 0 && rng.chance(0.7) ? sum(String(b), term(a, body)) : sum(term(a, body), b === 0 ? '' : String(b));
    const at = (n: number): { steps: string[]; value: number } => {
      const base = square ? n * n : n;
      const value = a * base + b;
      const product = a === 1 ? String(base) : a === -1 ? `-${base}` : `${a} \\cdot ${base}`;
      const constant = b === 0 ? '' : String(b);
      return {
        steps: [
          ...(square ? timesLines(n, n) : []),
          ...(square && n > 1 ? [`> ${n} * ${n} = ${base}`] : []),
          ...timesLines(a, base),
          ...(Math.abs(a * base) > 999 ? signedColumns(a * base, b) : []),
          `At $n = ${n}$: $${equalities(sum(product, constant), sum(String(a * base), constant), String(value))}$`,
        ],
        value,
      };
    };
    if (level === 2 || (square && rng.chance(0.5))) {
      const count = rng.int(3, 5);
      const terms = Array.from({ length: count }, (_, index) => at(index + 1));
      return {
        maths: { rule },
        words: { ask: rng.pick([`the first ${count} terms`, `the first ${WORDS[count]} terms`]) },
        steps: terms.flatMap(({ steps }) => steps),
        answer: terms.map(({ value }) => value).join(', '),
      };
    }
    const n = rng.chance(0.4) ? 10 * rng.int(1, square ? 2 : 10) : rng.int(3, square ? 20 : 99);
    const { steps, value } = at(n);
    return {
      maths: { rule },
      words: { ask: rng.pick([`the ${ordinal(n)} term`, `the ${ordinal(n)} term`, `term ${n}`]) },
      steps,
      answer: String(value),
    };
  },
};

const WORDS: Readonly<Record<number, string>> = { 3: 'three', 4: 'four', 5: 'five' };
