import { expect, test } from 'vitest';
import { latexValue } from '../../latex-value.ts';
import { assignments, made } from './algebra.fixture.ts';

test.each(['collect-terms', 'expand', 'factor-quadratic', 'complete-square', 'index-laws'])(
  '%s keeps the value of the expression',
  (id) => {
    for (const { maths, answer } of made(id)) {
      for (const at of [0.7, 2.3]) {
        const letters = { a: at, b: at + 1, n: at, p: at, q: at + 1, t: at, x: at, y: at + 1 };
        const [before, after] = [latexValue(maths.e, letters), latexValue(answer, letters)];
        expect(Math.abs(after - before), `${maths.e} → ${answer}`).toBeLessThan(1e-9 * (1 + Math.abs(before)));
      }
    }
  },
);

test('expanded, collected and factorised answers are finished', () => {
  for (const { answer } of [...made('expand'), ...made('collect-terms')]) expect(answer).not.toContain('(');
  for (const { answer } of made('factor-quadratic')) expect(answer).toMatch(/\)(\^2)?$/);
});

test('numbers with indices and logarithms are worth their answers', () => {
  for (const { maths, answer } of [...made('numeric-indices'), ...made('logarithms')]) {
    expect(latexValue(answer), maths.e).toBeCloseTo(latexValue(maths.e), 6);
  }
});

test('substituted expressions are worth their answers', () => {
  for (const { maths, answer } of made('evaluate-expression')) {
    expect(latexValue(maths.e, Object.fromEntries(assignments(maths.given))), maths.e).toBe(Number(answer));
  }
});

test.each(['collect-many-terms', 'expand-many-terms'])('%s keeps the value and leaves no bracket', (id) => {
  for (const { maths, answer } of made(id)) {
    expect(answer).not.toContain('(');
    const letter = [...maths.e, 'x'].find((each) => /[a-z]/.test(each)) as string;
    for (const at of [2, -3])
      expect(latexValue(answer, { [letter]: at }), maths.e).toBe(latexValue(maths.e, { [letter]: at }) + 0);
  }
});

test('a named coefficient is what numerical differences give', () => {
  for (const { maths, answer } of made('named-coefficient')) {
    const [, x] = /\w([a-z])(?=\^| |$)/.exec(maths.form) ?? [];
    const exponents = maths.form.split(' + ').map((part) => (part.length === 1 ? 0 : Number(part.split('^')[1] ?? 1)));
    const wanted = exponents[maths.form.split(' + ').findIndex((part) => part[0] === maths.ask)];
    // Divided differences from the top power down take the polynomial apart.
    const top = Math.max(...exponents);
    let rest = (at: number) => latexValue(maths.e, { [x as string]: at });
    for (let k = top; k >= wanted; k--) {
      const before = rest;
      let row = Array.from({ length: k + 1 }, (_, at) => before(at));
      for (let j = 0; j < k; j++) row = row.slice(1).map((value, index) => value - row[index]);
      const coefficient = Math.round(row[0] / [1, 1, 2, 6, 24][k]);
      if (k === wanted) expect(coefficient + 0, `${maths.e} as ${maths.form}: ${maths.ask}`).toBe(Number(answer));
      rest = (at) => before(at) - coefficient * at ** k;
    }
  }
});

test('nested powers keep their value', () => {
  for (const { maths, words, answer } of made('power-quotients')) {
    const letters = { [words?.x ?? '']: 1.013 };
    const [before, after] = [latexValue(maths.e, letters), latexValue(answer, letters)];
    expect(Math.abs(Math.log(after / before)), `${maths.e} → ${answer}`).toBeLessThan(1e-9);
  }
});

test('complex answers agree with arithmetic on pairs', () => {
  const pairs = (text: string) =>
    [...text.matchAll(/\(([^)]*)\)/g)].map(([, inner]) => [
      latexValue(inner, { i: 0 }),
      latexValue(inner, { i: 1 }) - latexValue(inner, { i: 0 }),
    ]);
  for (const { maths, answer } of made('complex-numbers')) {
    const [z, w] = pairs(maths.e);
    if (z === undefined) continue;
    const sign = / ([+-]) \(/.exec(maths.e)?.[1];
    const [re, im] =
      sign === undefined
        ? [z[0] * w[0] - z[1] * w[1], z[0] * w[1] + z[1] * w[0]]
        : sign === '+'
          ? [z[0] + w[0], z[1] + w[1]]
          : [z[0] - w[0], z[1] - w[1]];
    expect(latexValue(answer, { i: 0 }) + 0, maths.e).toBe(re + 0);
    expect(latexValue(answer, { i: 1000 }), maths.e).toBe(re + 1000 * im);
  }
});

test('matrix answers agree with the definition', () => {
  for (const { maths, answer } of made('matrices')) {
    const [a, b, c, d, p, q, r, s] = [...maths.e.matchAll(/-?\d+/g)].map((match) => Number(match[0]));
    const found = [...answer.matchAll(/-?\d+/g)].map((match) => Number(match[0]));
    if (maths.e.startsWith('\\det')) expect(found).toEqual([a * d - b * c + 0]);
    else if (/\} \+ /.test(maths.e)) expect(found).toEqual([a + p, b + q, c + r, d + s]);
    else if (/\} - /.test(maths.e)) expect(found).toEqual([a - p, b - q, c - r, d - s]);
    else expect(found.map((n) => n + 0)).toEqual([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s].map((n) => n + 0));
  }
});
