import { solveTwoStep } from '../../equation-steps.ts';
import type { Family } from '../../family.ts';

/** Consecutive numbers with a given sum, every one of them asked for. */
export const allConsecutive: Family = {
  id: 'all-consecutive',
  topic: 'words',
  title: 'Finding consecutive numbers',
  levels: ['whole numbers', 'even or odd numbers'],
  phrasings: [
    '{k} consecutive {kind} add up to {s}, what are they',
    '{K} consecutive {kind} add up to {s}. What are they?',
    'The sum of {k} consecutive {kind} is {s}. Find the numbers.',
    'Find {k} consecutive {kind} that add up to {s}.',
    'find {k} consecutive {kind} with a sum of {s}',
    'Which {k} consecutive {kind} add to {s}?',
    'What are the {k} consecutive {kind} whose sum is {s}?',
    '{K} consecutive {kind} have a total of {s}. Work out all of them.',
    'i have {k} consecutive {kind} that total {s}. what are the numbers',
    'the sum of {k} consecutive {kind} is {s} what are the numbers',
    'what {k} consecutive {kind} make {s}',
    'Work out the {k} consecutive {kind} that sum to {s}.',
    '{k} {kind} in a row add up to {s}. what are they',
    'List the {k} consecutive {kind} which add to {s}.',
    'If {k} consecutive {kind} add up to {s}, what are the numbers?',
    '{k} consecutive {kind} with sum {s}, find all of them',
    'When you add {k} consecutive {kind} you get {s}. What are they?',
    'Determine {k} consecutive {kind} with total {s}.',
    '{k} consecutive {kind} sum to {s}. find them',
    'Question 4. The sum of {k} consecutive {kind} is {s}. Work out the numbers.',
  ],
  make(rng, level) {
    const count = rng.pick([2, 3, 3, 3, 4, 5]);
    const step = level === 1 ? 1 : 2;
    const start = level === 1 ? rng.int(1, rng.chance(0.7) ? 60 : 200) : 2 * rng.int(1, 40) + rng.int(0, 1);
    const numbers = Array.from({ length: count }, (_, index) => start + step * index);
    const extra = (step * count * (count - 1)) / 2;
    const total = count * start + extra;
    const kind =
      level === 1 ? rng.pick(['numbers', 'numbers', 'integers', 'whole numbers']) : `${start % 2 === 0 ? 'even' : 'odd'} numbers`;
    const k = rng.chance(0.75) ? ['two', 'three', 'four', 'five'][count - 2] : String(count);
    const parts = numbers.map((_, index) => (index === 0 ? 'x' : `x + ${step * index}`));
    const others = numbers.slice(1).map((value, index) => `$${start} + ${step * (index + 1)} = ${value}$`);
    return {
      maths: {},
      words: { k, K: k[0].toUpperCase() + k.slice(1), kind, s: String(total) },
      steps: [
        `Let the smallest be $x$, then they are $${parts.join('$, $')}$`,
        `Add them: $${count}x + ${extra} = ${total}$`,
        ...solveTwoStep(count, extra, total, 'x').steps,
        `The others: ${others.join(', ')}`,
      ],
      answer: numbers.join(', '),
    };
  },
};
