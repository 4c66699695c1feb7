import { expect, test } from 'vitest';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { expectFamilyLaws } from '../family-laws.ts';
import { NUMBER } from './index.ts';

expectFamilyLaws(NUMBER);

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

function made(id: string) {
  const family = NUMBER.find((each) => each.id === id);
  if (family === undefined) throw new Error(`no family ${id}`);
  return SEEDS.map((seed) => family.make(makeRng(seed), 1 + (seed % family.levels.length)));
}

function numbersIn(text: string | undefined): number[] {
  return (text?.match(/\d+/g) ?? []).map(Number);
}

test('the gcd divides every number and nothing larger does', () => {
  for (const { maths, answer } of made('gcd')) {
    const numbers = numbersIn(maths.expr);
    let common = Math.min(...numbers);
    while (numbers.some((n) => n % common !== 0)) common--;
    expect(Number(answer), maths.expr).toBe(common);
  }
});

test('the lcm is the first multiple that all numbers divide', () => {
  for (const { words, answer } of made('lcm')) {
    const numbers = numbersIn(words?.list);
    let multiple = Math.max(...numbers);
    while (numbers.some((n) => multiple % n !== 0)) multiple += Math.max(...numbers);
    expect(Number(answer), words?.list).toBe(multiple);
  }
});

function isPrimeNumber(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return n > 1;
}

test('a factorisation multiplies back and its bases are primes in order', () => {
  for (const { maths, answer } of made('prime-factorise')) {
    expect(latexValue(answer)).toBe(Number(maths.n));
    const bases = answer.split(' \\cdot ').map((power) => Number(power.split('^')[0]));
    expect(bases.every(isPrimeNumber), answer).toBe(true);
    expect(bases).toEqual([...bases].sort((a, b) => a - b));
  }
});

test('prime factors written out are primes that multiply back', () => {
  for (const { maths, answer } of made('prime-factor-product')) {
    const factors = answer.split(' \\cdot ').map(Number);
    expect(factors.reduce((a, b) => a * b, 1)).toBe(Number(maths.n));
    expect(factors.every(isPrimeNumber), answer).toBe(true);
    expect(factors).toEqual([...factors].sort((a, b) => a - b));
  }
});

test('primes and other numbers are told apart', () => {
  for (const { maths, words, answer } of made('is-prime')) {
    const n = Number(maths.n);
    const claimed = words?.claim.includes('prime') === true ? isPrimeNumber(n) : n > 1 && !isPrimeNumber(n);
    expect(answer, maths.n).toBe(claimed ? '\\text{True}' : '\\text{False}');
  }
});

test('a remainder agrees with exact arithmetic', () => {
  for (const { maths, answer } of made('modular')) {
    const source = maths.expr
      .replace('\\cdot', '*')
      .replace(/\^\{?(\d+)\}?/, '**$1')
      .replace(/-?\d+/g, '$&n');
    const [left, op, right] = source.split(/ ?(\*\*|\*|\+) ?/);
    const [a, b] = [BigInt(left.slice(0, -1)), right === undefined ? 0n : BigInt(right.slice(0, -1))];
    const value = op === '**' ? a ** b : op === '*' ? a * b : op === '+' ? a + b : a;
    const m = BigInt(maths.m);
    expect(BigInt(answer), maths.full).toBe(((value % m) + m) % m);
  }
});

test.each([
  ['surds', 'expr'],
  ['surd-expressions', 'expr'],
  ['nested-surds', 'expr'],
  ['standard-form', 'n'],
  ['from-standard-form', 'n'],
])('%s keeps the value', (id, slot) => {
  for (const { maths, answer } of made(id)) {
    const value = latexValue(maths[slot]);
    expect(Math.abs(latexValue(answer) - value), maths[slot]).toBeLessThanOrEqual(1e-9 * Math.abs(value) + 1e-9);
  }
});

test('standard form starts with a number from 1 to 10', () => {
  for (const { answer } of made('standard-form')) {
    const first = Number(answer.split(' \\times ')[0]);
    expect(first).toBeGreaterThanOrEqual(1);
    expect(first).toBeLessThan(10);
  }
});

function baseOf(name: string | undefined): number {
  const named: Record<string, number> = {
    binary: 2,
    'base two': 2,
    octal: 8,
    decimal: 10,
    denary: 10,
    'base ten': 10,
    hexadecimal: 16,
    hex: 16,
  };
  return named[name ?? ''] ?? numbersIn(name)[0];
}

test('a number keeps its value in another base', () => {
  for (const { maths, words, answer } of made('base-conversion')) {
    expect(Number.parseInt(answer, baseOf(words?.to)), maths.n).toBe(Number.parseInt(maths.n, baseOf(words?.from)));
  }
});

test('the factors are all the divisors in order', () => {
  for (const { maths, answer } of made('factors-of')) {
    const n = Number(maths.n);
    const divisors = Array.from({ length: n }, (_, i) => i + 1).filter((d) => n % d === 0);
    expect(answer).toBe(divisors.join(', '));
  }
});

test('sorting keeps the numbers and puts them in the order asked for', () => {
  for (const { maths, words, answer } of made('sort-numbers')) {
    const [given, sorted] = [maths.numbers, answer].map((list) => list.split(', '));
    expect([...sorted].sort()).toEqual([...given].sort());
    const values = sorted.map((each) => latexValue(each));
    const sign = words?.order === 'ascending' ? 1 : -1;
    for (let i = 1; i < values.length; i++) expect(sign * (values[i] - values[i - 1]), answer).toBeGreaterThan(0);
  }
});

test('filtered lists hold exactly what the bound lets through', () => {
  for (const { words, answer } of made('filter-numbers')) {
    const values = (words?.list ?? '').replace(/[[\]' ]/g, '').split(',');
    const beyond = (text: string) =>
      words?.beyond === 'larger' ? Number(text) > Number(words?.bound) : Number(text) < Number(words?.bound);
    const kept = values.filter((text) => beyond(text) === (words?.do === 'keep'));
    expect(answer).toBe(kept.length === 0 ? '\\text{none}' : kept.join(', '));
  }
});

test('the largest or smallest of long numbers agrees with floating point', () => {
  for (const { words, answer } of made('largest-of-large')) {
    const values = (words?.list ?? '').split(/, |(?<!,) /).map((text) => Number(text.replaceAll(',', '')));
    expect(Number(answer), words?.list).toBeCloseTo(words?.end === 'largest' ? Math.max(...values) : Math.min(...values), 4);
  }
});

test('primes are counted as trial division counts them', () => {
  const primes = Array.from({ length: 10_000 }, (_, n) => n).filter(
    (n) => n > 1 && !Array.from({ length: 99 }, (_, i) => i + 2).some((d) => d * d <= n && n % d === 0),
  );
  for (const { words, answer } of made('count-primes')) {
    const [low, high] = [Number(words?.a), Number(words?.b)];
    expect(Number(answer), `${low} to ${high}`).toBe(primes.filter((prime) => prime >= low && prime <= high).length);
  }
});

test('the distinct prime factors are the primes that divide', () => {
  for (const { maths, answer } of made('list-prime-factors')) {
    const n = Number(maths.n);
    const listed = answer.split(', ').map(Number);
    let rest = n;
    for (const prime of listed) while (rest % prime === 0) rest /= prime;
    expect(rest, maths.n).toBe(1);
    for (const prime of listed) expect([n % prime, isPrimeNumber(prime)], maths.n).toEqual([0, true]);
    expect(listed).toEqual([...new Set(listed)].sort((a, b) => a - b));
  }
});

test('a claim about divisibility is judged by the remainder', () => {
  for (const { maths, answer } of made('is-factor')) {
    expect(answer, maths.n).toBe(Number(maths.n) % Number(maths.d) === 0 ? '\\text{True}' : '\\text{False}');
  }
});

test('a digit stands where its place says', () => {
  const names = ['units', 'tens', 'hundreds', 'thousands', 'ten thousands', 'hundred thousands', 'millions'];
  for (const { maths, words, answer } of made('place-value')) {
    const place = names.indexOf(words?.place ?? '');
    if (place >= 0) expect(answer, maths.n).toBe(maths.n[maths.n.length - 1 - place]);
  }
});

test('a number keeps its value from base to base', () => {
  const base = (name = '') => ({ binary: 2, hexadecimal: 16 })[name] ?? Number(name.replace('base-', ''));
  for (const { words, answer } of made('base-to-base'))
    expect(Number.parseInt(answer, base(words?.to)), JSON.stringify(words)).toBe(
      Number.parseInt(words?.n ?? '', base(words?.from)),
    );
});

test('a sorted list holds the same numbers in order', () => {
  for (const { words, answer } of made('sort-list')) {
    const given = (words?.list ?? '').replace(/[[\]']/g, '').split(', ');
    const sorted = answer.split(', ');
    expect([...sorted].sort()).toEqual([...given].sort());
    const sign = /^(asc|inc)/.test(words?.order ?? '') ? 1 : -1;
    sorted.slice(1).forEach((text, index) => {
      expect(sign * (Number(text) - Number(sorted[index])), answer).toBeGreaterThan(0);
    });
  }
});

test('a number keeps its value and its sign between bases', () => {
  for (const { words, answer } of made('base-change')) {
    expect(Number.parseInt(answer, Number(words?.to))).toBe(Number.parseInt(words?.n ?? '', Number(words?.from)));
  }
});

test('sums in a base agree with the sums of the numbers', () => {
  for (const { words, answer } of made('base-sum')) {
    const [a, b, sum] = [words?.a ?? '', words?.b ?? '', answer].map((written) => Number.parseInt(written, Number(words?.base)));
    expect(sum).toBe(words?.op === '-' ? a - b : a + b);
  }
});
