import type { Family } from '../../family.ts';
import { growingDifferences, halving, lastAndBefore, multiplyAndAdd, settled, twoBefore } from '../../sequence-patterns.ts';

const PATTERNS = [multiplyAndAdd, twoBefore, halving, growingDifferences, settled, lastAndBefore] as const;

/** Sequences whose next term comes from the last one or two: multiply and add, add the two before, halve. */
export const recursiveSequence: Family = {
  id: 'recursive-sequence',
  topic: 'algebra',
  title: 'The next term by a rule',
  levels: [
    'multiply and add',
    'add the two before',
    'halve and round down',
    'growing differences',
    'settled at one number',
    'the last and the one before, unevenly',
  ],
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
      const { terms, steps } = PATTERNS[level - 1](rng);
      const differences = terms.slice(1).map((value, index) => value - terms[index]);
      if (new Set(differences).size === 1 || terms.some((value) => Math.abs(value) > 1500)) continue;
      if (level !== 5 && terms[terms.length - 2] === terms[terms.length - 3] && terms[0] !== terms[1]) continue;
      const shown = terms.slice(0, -1);
      return {
        maths: {},
        words: { seq: shown.join(', ') },
        steps,
        answer: String(terms[terms.length - 1]),
      };
    }
  },
};
