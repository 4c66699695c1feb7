/** The solution shown before anything was solved. Written by hand; the test has every line checked. */
import type { StepRecord } from '#app/protocol/solve.ts';

export const EXAMPLE_PROBLEM = 'Solve x^2 - 5x + 6 = 0';

const step = (goal: string, body: string, scratch: readonly string[] = []): StepRecord => ({
  goal,
  body,
  scratch: [...scratch],
  final: false,
  check: 'holds',
});

export const EXAMPLE_STEPS: readonly StepRecord[] = [
  step('Find two numbers with product $6$ and sum $-5$', '$-2 \\cdot (-3) = 6$', ['$-2 + (-3) = -5$', '$-2 \\cdot (-3) = 6$']),
  step('Write the left side as a product', '$(x - 2)(x - 3) = 0$'),
  step('A product is zero when a factor is', '$x - 2 = 0$ or $x - 3 = 0$'),
  { goal: '', body: '$\\boxed{x = 2, x = 3}$', scratch: [], final: true, check: 'holds' },
];

/** Work with a slip in it, for Check my work to find. */
export const EXAMPLE_WORK = { problem: 'Solve 3x + 5 = 20', lines: '3x + 5 = 20\n3x = 25\nx = 25/3' };

/** Problems to begin with, one from each corner of what the bundled model has learnt. */
export const STARTERS: readonly string[] = [
  'Solve 3x + 5 = 20',
  'Work out 3/4 + 1/6',
  'Simplify sqrt(50)',
  'Differentiate x^3 - 4x',
  'What is 15% of 80?',
  'Find the greatest common divisor of 48 and 36',
];
