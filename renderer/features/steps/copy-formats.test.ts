import { expect, it } from 'vitest';
import { makeStep } from '../../testing/records.ts';
import { copyStep } from './copy-formats.ts';

const step = makeStep({ goal: 'Divide by $3$', body: '$x = \\frac{15}{3}$\n$x = 5$', scratch: ['15 / 3 = 5'] });

it('copies the formulas of a step as LaTeX', () => expect(copyStep(step, 'latex')).toBe('x = \\frac{15}{3} \\\\\nx = 5'));
it('copies a step as Markdown', () => expect(copyStep(step, 'markdown')).toBe('**Divide by $3$:** $x = \\frac{15}{3}$\n$x = 5$'));
it('copies a step as plain text', () => expect(copyStep(step, 'plain')).toBe('Divide by 3: x = 15/3\nx = 5'));
it('copies prose without maths as it stands', () =>
  expect(copyStep(makeStep({ goal: '', body: 'no maths' }), 'latex')).toBe('no maths'));
it('copies a line of words alone', () =>
  expect(copyStep(makeStep({ goal: 'The remainder is $4$', body: '' }), 'markdown')).toBe('The remainder is $4$'));
it('copies the formulas of a step as MathML, one element each', () => {
  const [first, second] = copyStep(step, 'mathml').split('\n');
  expect(first).toMatch(/^<math xmlns="http:\/\/www.w3.org\/1998\/Math\/MathML".*<mfrac>.*<\/math>$/);
  expect(second).toContain('<mn>5</mn>');
});
it('copies words without maths as text inside MathML, with its signs escaped', () =>
  expect(copyStep(makeStep({ goal: '', body: '\\frac{ < ' }), 'mathml')).toContain('<mtext>\\frac{ &lt; </mtext>'));
