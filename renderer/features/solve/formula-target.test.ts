import { describe, expect, it } from 'vitest';
import { formulaAt, plainLatex, putFormula } from './formula-target.ts';

describe('the formula at the caret', () => {
  it('is found however it was typed', () => {
    const text = 'Solve x^2 = 4 and $\\frac{x}{2} = 1$';
    expect(formulaAt(text, 8)).toEqual({ from: 6, to: 13, latex: 'x^2 = 4' });
    expect(formulaAt(text, text.length)).toMatchObject({ from: 18, to: text.length, latex: '\\frac{x}{2} = 1' });
  });

  it('is an empty place where only words stand', () => {
    expect(formulaAt('Solve this', 5)).toEqual({ from: 5, to: 5, latex: '' });
  });
});

describe('putting a formula', () => {
  it('keeps it apart from the words beside it', () => {
    const { text, target } = putFormula('Solve', { from: 5, to: 5, latex: '' }, 'x = 2');
    expect(text).toBe('Solve $x = 2$');
    expect(text.slice(target.from, target.to)).toBe('$x = 2$');
  });

  it('replaces it as it grows, and takes it away when it is empty', () => {
    const start = 'Solve x = 2, please';
    const grown = putFormula(start, formulaAt(start, 8), 'x = 23');
    expect(grown.text).toBe('Solve $x = 23$, please');
    expect(putFormula(grown.text, grown.target, '').text).toBe('Solve , please');
  });
});

it.each([
  ['\\int x\\,\\differentialD x', '\\int x\\,dx'],
  ['\\exponentialE^{x}', 'e^{x}'],
  ['\\frac{1}{\\placeholder{}}', '\\frac{1}{}'],
  ['f^{\\prime}(x)', "f'(x)"],
  ['a$b', 'ab'],
])('%s is written %s', (given, wanted) => {
  expect(plainLatex(given)).toBe(wanted);
});
