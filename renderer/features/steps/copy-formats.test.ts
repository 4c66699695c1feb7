import { expect, it } from 'vitest';
import { makeSample, makeStep } from '../../testing/records.ts';
import { copyStep, solutionAsMarkdown } from './copy-formats.ts';

const step = makeStep({ goal: 'Divide by $3$', body: '$x = \\frac{15}{3}$\n$x = 5$', scratch: ['15 / 3 = 5'] });

it('copies the formulas of a step as LaTeX', () => expect(copyStep(step, 'latex')).toBe('x = \\frac{15}{3} \\\\\nx = 5'));
it('copies a step as Markdown', () => expect(copyStep(step, 'markdown')).toBe('**Divide by $3$:** $x = \\frac{15}{3}$\n$x = 5$'));
it('copies a step as plain text', () => expect(copyStep(step, 'plain')).toBe('Divide by 3: x = \\frac{15}{3}\nx = 5'));
it('copies prose without maths as it stands', () =>
  expect(copyStep(makeStep({ goal: '', body: 'no maths' }), 'latex')).toBe('no maths'));
it('copies a line of words alone', () =>
  expect(copyStep(makeStep({ goal: 'The remainder is $4$', body: '' }), 'markdown')).toBe('The remainder is $4$'));
it('copies a whole solution with its working', () =>
  expect(solutionAsMarkdown('Solve $3x = 15$', makeSample(0, { steps: [step] }))).toBe(
    '# Solve $3x = 15$\n\n1. **Divide by $3$:** $x = \\frac{15}{3}$\n$x = 5$\n   > 15 / 3 = 5\n',
  ));
