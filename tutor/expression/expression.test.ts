import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivative } from './derivative.ts';
import { evaluateExact } from './evaluate-exact.ts';
import { evaluateNumber } from './evaluate-number.ts';
import { parseExpression, parseStatement } from './parse-statement.ts';
import * as Q from './rational.ts';
import { PLAIN_READING } from './reading.ts';
import { sameValue } from './same-value.ts';
import { readUnit } from './units.ts';

function exact(latex: string, values: Readonly<Record<string, number>> = {}): string | null {
  const expression = parseExpression(latex);
  const points = new Map(Object.entries(values).map(([name, value]) => [name, Q.fromInteger(value)]));
  const value = expression === null ? null : evaluateExact(expression, points, PLAIN_READING);
  return value === null ? null : value.bottom === 1n ? String(value.top) : `${value.top}/${value.bottom}`;
}

function numeric(latex: string, values: Readonly<Record<string, number>> = {}): number {
  const expression = parseExpression(latex);
  const value = expression === null ? null : evaluateNumber(expression, new Map(Object.entries(values)), PLAIN_READING);
  return value === null || Math.abs(value.im) > 1e-12 ? Number.NaN : value.re;
}

describe('the reader and the exact evaluator', () => {
  it.each([
    ['1 + 2 \\cdot 3', '7'],
    ['(1 + 2) \\cdot 3', '9'],
    ['12 \\div 4 \\div 3', '1'],
    ['-3^2', '-9'],
    ['(-3)^2', '9'],
    ['2\\frac{1}{3}', '7/3'],
    ['\\frac{1}{2}\\frac{1}{3}', '1/6'],
    ['2^{-2}', '1/4'],
    ['27^{\\frac{2}{3}}', '9'],
    ['(-8)^{\\frac{1}{3}}', '-2'],
    ['\\sqrt{\\frac{4}{9}}', '2/3'],
    ['\\sqrt{2}', null],
    ['1,234 + 1', '1235'],
    ['0.\\overline{142857}', '1/7'],
    ['17 \\bmod 5', '2'],
    ['10 + 7 \\bmod 5', '2'],
    ['\\gcd(12, 18)', '6'],
    ['\\operatorname{lcm}(4, 6)', '12'],
    ['|3 - 5|', '2'],
    ['5!', '120'],
    ['20\\% \\text{ of } 50', '10'],
    ['\\log_2 8', '3'],
    ['\\log_9 27', '3/2'],
    ['0^0', null],
    ['\\frac{1}{0}', null],
    ['3 \\cdot -2', '-6'],
    ['\\frac12', '1/2'],
    ['x²', null],
  ])('%s is %s', (latex, value) => {
    expect(exact(latex)).toBe(value);
  });

  it('multiplies side by side, and binds powers to the nearest factor', () => {
    expect(exact('2xy^2', { x: 3, y: 5 })).toBe('150');
    expect(exact('x(x+1)', { x: 3 })).toBe('12');
    expect(exact('3(x+1)(x-1)', { x: 3 })).toBe('24');
    expect(exact('x_1 + x_{2}', { x_1: 1, x_2: 2 })).toBe('3');
  });

  it('agrees with whole-number arithmetic', () => {
    const whole = fc.integer({ min: -99, max: 99 });
    fc.assert(
      fc.property(whole, whole, whole, (a, b, c) => {
        expect(exact(`${a} + (${b}) \\cdot (${c})`)).toBe(String(a + b * c));
      }),
    );
  });

  it.each([
    '',
    '1 +',
    '(1',
    '1)',
    '\\frac{1}',
    '2 3',
    'x = ',
    '= 3',
    '1 = = 2',
    '\\left[x\\right]_0^1',
    '\\foo',
    '1 & 2',
    '{',
    '\\text{',
    'x^',
    '(1 \\text{ apple}',
  ])('refuses %s', (latex) => {
    expect(parseExpression(latex)).toBeNull();
  });

  it('never throws, whatever it is given', () => {
    const piece = fc.constantFrom(
      ...'\\frac \\sqrt { } ( ) [ ] | ^ _ + - * / = < , ; \\text{a} \\begin{pmatrix} \\end{pmatrix} & \\\\ \\int d x 1 2.5 f \\sin \\pm \\pmod ! % \\circ'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(' ')),
        ),
        (text) => {
          expect(() => parseStatement(text)).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the numeric evaluator', () => {
  it.each([
    ['\\sin \\frac{\\pi}{6}', 0.5],
    ['\\sin 30^\\circ', 0.5],
    ['\\sin^2 x + \\cos^2 x', 1],
    ['\\sin^{-1} 1', Math.PI / 2],
    ['e^{\\ln 5}', 5],
    ['\\log 1000', 3],
    ['\\int_0^1 x^2 \\, dx', 1 / 3],
    ['\\frac{d}{dx} (x^3)', 12],
    ['i^2', -1],
  ])('%s is %d', (latex, value) => {
    expect(numeric(latex, { x: 2 })).toBeCloseTo(value, 10);
  });

  it('finds the derivative that difference quotients find', () => {
    for (const latex of [
      'x^3 - 2x',
      '\\frac{x}{x+1}',
      '\\sin(2x)',
      'e^{x^2}',
      'x^x',
      '\\ln(x+1)',
      '\\sqrt{x}',
      '\\tan x',
      '\\arctan x',
      '\\log_2 x',
      'x \\cos x',
    ]) {
      const expression = parseExpression(latex);
      const slope = expression === null ? null : derivative(expression, 'x');
      const found = slope === null ? null : evaluateNumber(slope, new Map([['x', 1.3]]), PLAIN_READING);
      const h = 1e-6;
      expect(found?.re, latex).toBeCloseTo((numeric(latex, { x: 1.3 + h }) - numeric(latex, { x: 1.3 - h })) / (2 * h), 5);
    }
  });
});

describe('sameValue', () => {
  const same = (a: string, b: string) => {
    const [left, right] = [parseExpression(a), parseExpression(b)];
    if (left === null || right === null) throw new Error(`cannot read ${a} or ${b}`);
    return sameValue(left, right);
  };

  it('says where two expressions differ', () => {
    expect(same('x^2', '2x')).toMatchObject({ equal: false, counterexample: { left: 9, right: 6 } });
  });

  it('notes that two sides have different domains', () => {
    expect(same('\\ln x^2', '2\\ln x')).toMatchObject({ equal: true, method: 'sampling-domain' });
  });

  it('leaves names of functions open', () => {
    expect(same('f(x)', 'x').equal).toBeNull();
  });
});

describe('readUnit', () => {
  it('reads powers, quotients and plurals', () => {
    expect(readUnit('km/h')).toEqual({ factor: 1000 / 3600, dimension: 'm^1 s^-1' });
    expect(readUnit('cm^2')?.dimension).toBe('m^2');
    expect(readUnit('litres')?.factor).toBeCloseTo(0.001);
    expect(readUnit('apples')).toBeNull();
  });
});
