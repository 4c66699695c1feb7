import { describe, expect, it } from 'vitest';
import { blankStep, fillBlank } from './blank-step.ts';
import { makeLadder } from './make-ladder.ts';
import { placeLine } from './place-line.ts';
import { sameLine } from './same-line.ts';
import { whatIsAsked } from './what-is-asked.ts';

describe('a step with a blank', () => {
  it.each([
    ['$3x = 15$', '$3x = \\square$', '15'],
    ['$(x - 2)(x - 3) = 0$', '$(x - 2)(x - \\square) = 0$', '3'],
    ['$x = \\frac{15}{3} = 5$', '$x = \\frac{15}{3} = \\square$', '5'],
    ['$(x + 2)(x + 3) = x^2 + 5x + 6$', '$(x + 2)(x + 3) = x^2 + 5x + \\square$', '6'],
    ['$x = 2$ or $x = 3$', '$x = 2$ or $x = \\square$', '3'],
    ['$y = a + b$', '$y = \\square$', 'a + b'],
    ['$5 \\cdot 3 = 1{,}500.5$', '$5 \\cdot 3 = \\square$', '1{,}500.5'],
    ['$\\boxed{x = 5}$', '$\\boxed{x = \\square}$', '5'],
  ])('%s leaves out one thing', (body, text, missing) => {
    expect(blankStep(body)).toEqual({ text, missing });
  });

  it.each([
    ['$3x = 15$', '14', '$3x = 14$'],
    ['$\\boxed{x = \\frac{1}{2}, x = 3}$', '4', '$x = \\frac{1}{2}, x = 4$'],
    ['$x = 2$ or $x = 3$', '$1', '$x = 2$ or $x = $1$'],
  ])('%s with %s written into it is a line', (body, fill, line) => {
    const blank = blankStep(body);
    expect(blank === null ? null : fillBlank(blank, fill)).toBe(line);
  });

  it('is not made of words alone', () => {
    expect(blankStep('Think of a number')).toBeNull();
    expect(blankStep('')).toBeNull();
    expect(blankStep('Find two numbers with product $6$ and sum $-5$')).toBeNull();
  });
});

describe('the ladder', () => {
  const steps = [
    { goal: 'Subtract $5$', body: '$3x = 15$' },
    { goal: 'Find two numbers', body: '' },
    { goal: '', body: '$\\boxed{x = 5}$' },
  ];

  it('says what is asked once, then for each step the idea, a blank, the whole', () => {
    expect(makeLadder('Solve 3x + 5 = 20', steps).steps.map(({ rungs }) => rungs)).toEqual([
      ['asked', 'idea', 'blank', 'full'],
      ['full'],
      ['blank', 'full'],
    ]);
  });

  it.each([
    ['Solve 3x + 5 = 20', 'solve'],
    ['Find the derivative of x^2', 'differentiate'],
    ['What is 15% of 80?', 'value'],
    ['3x + 5', 'other'],
  ])('knows what %j asks for', (problem, asked) => {
    expect(whatIsAsked(problem)).toBe(asked);
  });
});

describe('two lines', () => {
  it.each([
    ['$15 = 3x$', '$3x = 15$', 'form'],
    ['$3x = 15$', '$3x = 20 - 5$', 'value'],
    ['$x = 5$', '$3x = 15$', null],
    ['$x = 2$', '$x = 2$ or $x = 3$', null],
    ['$x = 3$ or $x = 2$', '$x = 2$ or $x = 3$', 'form'],
    ['$6 + 5x + x^2$', '$(x + 2)(x + 3) = x^2 + 5x + 6$', 'form'],
    ['$(x + 2)(x + 3)$', '$\\boxed{x^2 + 5x + 6}$', null],
    ['$5x < 10$', '$5x > 10$', null],
  ])('%s and %s are alike in %s', (line, step, likeness) => {
    expect(sameLine(line, step)).toBe(likeness);
  });
});

describe('a line among solutions', () => {
  const short = ['$3x = 20 - 5$', '$3x = 15$', '$x = 5$', '$3 \\cdot 5 + 5 = 20$', '$\\boxed{x = 5}$'];
  const other = ['$x + \\frac{5}{3} = \\frac{20}{3}$', '$\\boxed{x = 5}$'];

  it('is placed at the step in its own form rather than at one of the same value', () => {
    expect(placeLine('$3x = 15$', [short], 0)).toEqual({ solution: 0, step: 1 });
  });

  it('that gives the answer is placed at the end', () => {
    expect(placeLine('$x = 5$', [short], 0)).toEqual({ solution: 0, step: 4 });
  });

  it('is placed in another solution when only that one goes its way', () => {
    expect(placeLine('$x + 5/3 = 20/3$', [short, other], 0)).toEqual({ solution: 1, step: 0 });
  });

  it('that no solution has is placed nowhere', () => {
    expect(placeLine('$6x = 30$', [short, other], 0)).toBeNull();
  });
});
