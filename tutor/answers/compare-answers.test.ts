import { ComputeEngine } from '@cortex-js/compute-engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAIRS } from './answer-pairs.ts';
import { canonicalAnswer } from './canonical-answer.ts';
import { compareAnswers } from './compare-answers.ts';
import { installAlgebra } from './symbolic.ts';

installAlgebra(new ComputeEngine());

const MEANING = new Map<boolean | null, string>([
  [true, 'is'],
  [false, 'is not'],
  [null, 'may or may not be'],
]);

describe.each(Object.entries(PAIRS))('%s', (_, pairs) => {
  it.each(pairs.map(([a, b, equal]) => [a, MEANING.get(equal), b, equal] as const))('%s %s %s', (a, _words, b, equal) => {
    expect(compareAnswers(a, b)).toMatchObject({ equal });
    expect(compareAnswers(b, a)).toMatchObject({ equal });
  });
});

describe('compareAnswers', () => {
  const written = Object.values(PAIRS)
    .flat()
    .flatMap((pair) => [pair[0], pair[1]])
    .filter((text) => text !== '');

  it('finds every answer equal to itself, and never undecided', () => {
    for (const text of written) expect(compareAnswers(text, text).equal, text).toBe(true);
  });

  it('is symmetric for any two answers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...written), fc.constantFrom(...written), (a, b) => {
        expect(compareAnswers(a, b).equal).toBe(compareAnswers(b, a).equal);
      }),
      { numRuns: 150 },
    );
  });

  it('agrees with exact fractions', () => {
    const whole = fc.integer({ min: -40, max: 40 });
    const natural = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(whole, natural, whole, natural, (a, b, c, d) => {
        expect(compareAnswers(`\\frac{${a}}{${b}}`, `\\frac{${c}}{${d}}`).equal).toBe(a * d === c * b);
      }),
    );
  });

  it('refuses an answer beyond the limit, and survives deep and hostile ones', () => {
    expect(compareAnswers(`${'1+'.repeat(3000)}1`, '3001')).toEqual({ equal: null, method: 'too-long' });
    expect(compareAnswers(`${'('.repeat(1500)}1${')'.repeat(1500)}`, '2').equal).toBeNull();
    expect(compareAnswers('9^{9^{9^{9}}}', '1').equal).toBeNull();
  });
});

describe('canonicalAnswer', () => {
  it.each([
    ['\\left( 1 , 2 \\right)', '(1, 2)'],
    ['\\dfrac{1}{2}.', '\\frac{1}{2}'],
    ['$x = 5$', 'x=5'],
    ['12\\,345', '12345'],
    ['1,234,567', '1234567'],
    ['1,5', '1, 5'],
    ['5 \\text{ cm}', '5\\text{cm}'],
    ['\\pi r^2', '\\pi r^2'],
    ['x = 1 \\text{ or } x = 2', 'x=1, x=2'],
  ])('writes %s as %s', (latex, canonical) => {
    expect(canonicalAnswer(latex)).toBe(canonical);
  });

  it('changes nothing the second time', () => {
    for (const text of Object.values(PAIRS)
      .flat()
      .map(([a]) => a)) {
      expect(canonicalAnswer(canonicalAnswer(text))).toBe(canonicalAnswer(text));
    }
  });
});
