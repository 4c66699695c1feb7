import { columnSum } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { EVALUATE } from './evaluate-phrasings.ts';

/** Whole numbers added in columns; several numbers by a running total. */
export const add: Family = {
  id: 'add',
  topic: 'arithmetic',
  title: 'Addition',
  levels: ['two numbers up to three digits', 'two numbers up to ten digits', 'three to five numbers'],
  phrasings: [
    ...EVALUATE,
    'Add {list}.',
    'What is the sum of {list}?',
    'Find the total of {list}',
    'add up {list}',
    'Add together {list}',
    'sum of {list}',
    'what do you get when you add {list}',
    'Find the sum of {list}.',
    'what is the total of {list}',
    'How much is {list} together?',
    '{list} added together',
    'how much do {list} make',
    'Work out the sum of {list}.',
    'What do {list} add up to?',
    'help me add {list}',
    'If I add {list}, what do I get?',
  ],
  make(rng, level) {
    const values = drawValues(rng, level);
    const steps: string[] = [];
    let total = values[0];
    values.slice(1).forEach((value, index) => {
      const reason = values.length === 2 ? 'Add' : index === 0 ? 'Add the first two numbers' : `Add $${value}$`;
      if (Math.min(total, value) > 9) steps.push(columnSum(total, value));
      steps.push(`${reason}: $${total} + ${value} = ${total + value}$`);
      total += value;
    });
    return {
      maths: { expr: values.join(' + ') },
      words: { list: `${values.slice(0, -1).join(', ')} and ${values[values.length - 1]}` },
      steps,
      answer: String(total),
    };
  },
};

function drawValues(rng: Rng, level: number): number[] {
  switch (level) {
    case 1:
      return [rng.sized(0, 999), rng.sized(0, 999)];
    case 2:
      return [rng.sized(10, 9_999_999_999), rng.sized(10, 9_999_999_999)];
    default:
      return Array.from({ length: rng.int(3, 5) }, () => rng.sized(1, 9999));
  }
}
