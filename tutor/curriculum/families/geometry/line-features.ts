import { divideBoth, moveConstant } from '../../equation-steps.ts';
import type { Family } from '../../family.ts';
import { sum, term } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';

type Feature = 'gradient' | 'y-axis' | 'x-axis';

const ASKED: Readonly<Record<Feature, readonly string[]>> = {
  gradient: ['what is the gradient', 'find the gradient', 'what is the slope', 'work out the gradient'],
  'y-axis': [
    'what is the y-intercept',
    'find the y-intercept',
    'what is y where it crosses the y axis',
    'find y where it meets the y-axis',
  ],
  'x-axis': [
    'what is the x-intercept',
    'find the x-intercept',
    'what is x where it crosses the x axis',
    'find x where it meets the x-axis',
  ],
};

/** The gradient and the intercepts of a line from its equation. */
export const lineFeatures: Family = {
  id: 'line-features',
  topic: 'geometry',
  title: 'Gradient and intercepts of a line',
  levels: ['y alone', 'both letters on one side'],
  phrasings: [
    'The line <eq>: {ask}?',
    'For the line <eq>, {ask}.',
    '<eq>, {ask}',
    'A line has the equation <eq>. {Ask}.',
    '{ask} of <eq>',
    '{Ask} of the line <eq>.',
    'line <eq>. {ask}',
    '{ask} for the line <eq>',
    'given <eq> {ask}',
    'A straight line is given by <eq>. {Ask}?',
    'the graph of <eq>: {ask}',
    'Question 2. For <eq>, {ask}.',
    '{ask} of the graph <eq>',
    'Look at the line <eq>. {Ask}?',
    'i have the line <eq>, {ask}',
    '{Ask} if the line is <eq>.',
    'if <eq> {ask}',
  ],
  make(rng, level) {
    const feature = rng.pick(['gradient', 'y-axis', 'x-axis', 'x-axis'] as const);
    const ask = rng.pick(ASKED[feature]);
    const words = { ask, Ask: ask[0].toUpperCase() + ask.slice(1) };
    return level === 1 ? { words, ...alone(feature, rng) } : { words, ...together(feature, rng) };
  },
};

interface Found {
  readonly maths: Readonly<Record<string, string>>;
  readonly steps: readonly string[];
  readonly answer: string;
}

/** y = mx + c. */
function alone(feature: Feature, rng: Rng): Found {
  const m = rng.nonzero(-9, 9);
  const c = rng.chance(0.7) ? m * rng.nonzero(-8, 8) : rng.nonzero(-20, 20);
  const right = sum(term(m, 'x'), String(c));
  const maths = { eq: `y = ${rng.chance(0.2) && m < 0 && c > 0 ? sum(String(c), term(m, 'x')) : right}` };
  switch (feature) {
    case 'gradient':
      return { maths, steps: [`In $y = mx + c$ the gradient is the number before $x$: $m = ${m}$`], answer: String(m) };
    case 'y-axis':
      return { maths, steps: [`There $x = 0$: $y = ${c}$`], answer: String(c) };
    case 'x-axis': {
      const { steps, value } = divideBoth(m, -c, 'x');
      return {
        maths,
        steps: [`There $y = 0$: $${right} = 0$`, zeroMoved(m, c), ...steps],
        answer: value,
      };
    }
  }
}

function zeroMoved(m: number, c: number): string {
  const moved = moveConstant(term(m, 'x'), c, 0);
  return moved.replace('= 0 - ', '= -').replace('= 0 + ', '= ');
}

/** ax + by = c. */
function together(feature: Feature, rng: Rng): Found {
  const [a, b] = [rng.int(1, 9), rng.chance(0.3) ? -rng.int(1, 6) : rng.int(1, 6)];
  const c = rng.chance(0.7) ? a * b * rng.nonzero(-3, 3) : rng.nonzero(-20, 30);
  const maths = { eq: `${sum(term(a, 'x'), term(b, 'y'))} = ${c}` };
  if (feature === 'gradient') {
    const { steps, value } = divideBoth(b, -a, 'm');
    return {
      maths,
      steps: [
        `On the other side of the equation $x$ has the factor $${-a}$, and $y$ has $${b}$`,
        `The gradient $m$ is the first divided by the second: $${term(b, 'm')} = ${-a}$`,
        ...steps,
      ],
      answer: value,
    };
  }
  const [letter, other, k] = feature === 'y-axis' ? (['y', 'x', b] as const) : (['x', 'y', a] as const);
  const { steps, value } = divideBoth(k, c, letter);
  return { maths, steps: [`There $${other} = 0$: $${term(k, letter)} = ${c}$`, ...steps], answer: value };
}
