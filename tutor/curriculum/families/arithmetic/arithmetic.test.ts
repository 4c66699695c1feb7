import { describe, expect, test } from 'vitest';
import { columnDifference, columnSum, divisionLines, euclidLines, productLines } from '../../column-arithmetic.ts';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { expectFamilyLaws, problemsOf } from '../family-laws.ts';
import { ARITHMETIC } from './index.ts';

expectFamilyLaws(ARITHMETIC);

function family(id: string) {
  const found = ARITHMETIC.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no family ${id}`);
  return found;
}

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

test.each(
  ARITHMETIC.filter(({ id }) => !['rounding', 'division-with-remainder', 'nearest-root', 'power-figures'].includes(id)).map(
    ({ id }) => id,
  ),
)('%s answers with the value of its expression', (id) => {
  for (const seed of SEEDS) {
    const { maths, answer } = family(id).make(makeRng(seed), 1 + (seed % family(id).levels.length));
    const value = latexValue(maths.expr);
    expect(Math.abs(latexValue(answer) - value), maths.expr).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
  }
});

test('division with remainder multiplies back, and the remainder is smaller than the divisor', () => {
  for (const seed of SEEDS) {
    const { maths, answer } = family('division-with-remainder').make(makeRng(seed), 1 + (seed % 3));
    const [, quotient, rest] = (/^(\d+) \\text\{ remainder \} (\d+)$/.exec(answer) ?? []).map(Number);
    expect(quotient * Number(maths.b) + rest).toBe(Number(maths.a));
    expect(rest).toBeLessThan(Number(maths.b));
  }
});

test('rounding agrees with the nearest multiple of the place kept', () => {
  const units: Record<string, number> = { ten: 10, hundred: 100, thousand: 1000, 'ten thousand': 10_000 };
  for (const seed of SEEDS) {
    const { maths, words, answer } = family('rounding').make(makeRng(seed), 1 + (seed % 3));
    const target = words?.target ?? '';
    const n = Number(maths.n.replaceAll('{,}', ''));
    const told = `${maths.n} to ${target}`;
    const unit = units[/nearest (.*)$/.exec(target)?.[1] ?? ''];
    if (unit !== undefined) expect(Number(answer), told).toBe(Math.sign(n) * Math.round(Math.abs(n) / unit) * unit + 0);
    const places = /(\d) (decimal|d\.p)/.exec(target)?.[1];
    if (places !== undefined) expect(Math.abs(Number(answer) - n), told).toBeLessThanOrEqual(0.5 * 10 ** -Number(places) + 1e-9);
    const figures = /(\d) (s|sig)/.exec(target)?.[1];
    if (figures !== undefined) expect(Number(answer), told).toBe(Number((n * (1 + 1e-12)).toPrecision(Number(figures))));
  }
});

test('a root is rounded to the nearest whole number', () => {
  for (const { question, answer } of problemsOf(family('nearest-root'))) {
    const root = /(\w+) root of (\d+)/i.exec(question);
    const power = /(\d+) to the power of 1\/(\d+)/.exec(question);
    const names = ['square', 'cube', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
    const name = root?.[1].toLowerCase().replace('third', 'cube') ?? '';
    const degree = power === null ? names.indexOf(name) + 2 : Number(power[2]);
    const n = Number(power === null ? root?.[2] : power[1]);
    expect(Number(answer), question).toBe(Math.round(n ** (1 / (degree ?? Number.NaN))));
  }
});

test('a decimal expression has its value to twelve digits', () => {
  for (const seed of SEEDS) {
    const { maths, answer } = family('decimal-expression').make(makeRng(seed), 1 + (seed % 3));
    const value = latexValue(maths.expr);
    expect(Math.abs(Number(answer) - value), maths.expr).toBeLessThanOrEqual(2e-11 * Math.max(1, Math.abs(value)));
    expect(answer.replace(/^-?0?\.?0*/, '').replace('.', '').length, answer).toBeLessThanOrEqual(12);
  }
});

test('powers keep three figures of their value', () => {
  for (const seed of SEEDS) {
    const { words, answer } = family('power-figures').make(makeRng(seed), 1 + (seed % 4));
    const [base, exponent] = (words?.power ?? '').replaceAll(/[()]/g, '').split(/\*\*|\^/);
    const [figures, power] = (Number(base) ** Number(exponent)).toExponential(2).split('e');
    expect(answer, words?.power).toBe(`${figures} \\times 10^{${Number(power)}}`);
  }
});

describe('scratch lines', () => {
  test('a column sum carries', () => {
    expect(columnSum(4738, 592)).toBe('> 4738 + 592: 8 + 2 = 10, 3 + 9 + 1 = 13, 7 + 5 + 1 = 13, 4 + 1 = 5, so 5330');
  });

  test('a column difference borrows across zeros', () => {
    expect(columnDifference(1002, 7)).toBe('> 1002 - 7: 12 - 7 = 5, 10 - 1 = 9, 10 - 1 = 9, 1 - 1 = 0, so 995');
  });

  test('a product is built from partial products', () => {
    expect(productLines(347, 26)).toEqual([
      '> 347 * 6: 7 * 6 = 42, 4 * 6 + 4 = 28, 3 * 6 + 2 = 20, so 2082',
      '> 347 * 20: 7 * 2 = 14, 4 * 2 + 1 = 9, 3 * 2 = 6, so 6940',
      '> 2082 + 6940: 2 + 0 = 2, 8 + 4 = 12, 0 + 9 + 1 = 10, 2 + 6 + 1 = 9, so 9022',
    ]);
    expect(productLines(7, 8)).toEqual([]);
  });

  test('a division brings digits down', () => {
    expect(divisionLines(7654, 23).slice(1)).toEqual([
      '> 76: 3 * 23 = 69, 76 - 69 = 7',
      '> 75: 3 * 23 = 69, 75 - 69 = 6',
      '> 64: 2 * 23 = 46, 64 - 46 = 18',
    ]);
  });

  test('Euclid ends with the last remainder above zero', () => {
    expect(euclidLines(126, 48).at(-1)).toBe('> gcd(126, 48) = 6');
  });
});
