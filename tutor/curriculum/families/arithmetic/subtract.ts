import { columnDifference } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import { EVALUATE } from './evaluate-phrasings.ts';

/** Whole numbers subtracted in columns, the result of either sign. */
export const subtract: Family = {
  id: 'subtract',
  topic: 'arithmetic',
  title: 'Subtraction',
  levels: ['up to three digits', 'up to ten digits', 'the result may be negative'],
  phrasings: [
    ...EVALUATE,
    'Subtract <b> from <a>.',
    'What is <a> minus <b>?',
    'Take <b> away from <a>',
    '<a> take away <b>',
    'Find the difference <a> minus <b>.',
    'subtract <b> from <a>',
    'What is left when <b> is taken from <a>?',
    'How much is <a> less <b>?',
    '<a> less <b>',
    'What is <a> less <b>?',
    'Work out <a> less <b>.',
    'how much do you get if you take <b> from <a>',
    'what do you get when you subtract <b> from <a>',
    'From <a> subtract <b>.',
    'Start at <a> and take off <b>',
    'take <b> off <a>',
    'What do I get if I take away <b> from <a>?',
    'Reduce <a> by <b>.',
    'what remains if you take <b> from <a>',
  ],
  make(rng, level) {
    let a = rng.sized(level === 2 ? 100 : 0, [999, 9_999_999_999, 9999][level - 1]);
    let b = rng.sized(0, level === 2 ? a : [999, 0, 9999][level - 1]);
    if (level < 3 && b > a) [a, b] = [b, a];
    const [high, low] = [Math.max(a, b), Math.min(a, b)];
    const steps: string[] = [];
    if (a < b) steps.push(`$${b}$ is larger than $${a}$, so the result is negative: $${a} - ${b} = -(${b} - ${a})$`);
    if (low > 9 || (low > 0 && high > 99)) steps.push(columnDifference(high, low));
    steps.push(`Subtract: $${a} - ${b} = ${a - b}$`);
    return {
      maths: { expr: `${a} - ${b}`, a: String(a), b: String(b) },
      steps,
      answer: String(a - b),
    };
  },
};
