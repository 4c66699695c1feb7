import { expect, test } from 'vitest';
import type { Family } from '../../family.ts';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { assignments, made, SEEDS } from './algebra.fixture.ts';
import { ALGEBRA } from './index.ts';

test('functions give the value that the rule gives', () => {
  const family = ALGEBRA.find((each) => each.id === 'functions') as Family;
  for (const seed of SEEDS) {
    const { maths, answer } = family.make(makeRng(seed), 1);
    const at = Number(/\((-?\d+)\)/.exec(maths.ask)?.[1]);
    expect(latexValue(maths.f.split('=')[1], { x: at }), maths.f).toBe(Number(answer));
  }
});

test('an inverse takes the value of the function back', () => {
  for (const { maths, answer } of made('inverse-function')) {
    const f = maths.f.split('=')[1];
    for (const x of [-2, 5]) expect(latexValue(answer, { x: latexValue(f, { x }) }), maths.f).toBeCloseTo(x, 9);
  }
});

/** The rules that the sentences "Let f(x) = …." give. */
function toldRules(told: string): Map<string, (at: number) => number> {
  return new Map(
    [...told.matchAll(/Let \\\((\w)\((\w)\) = (.*?)\\\)\./g)].map(([, f, x, rule]) => [f, (at) => latexValue(rule, { [x]: at })]),
  );
}

test('values, sums and compositions of told functions agree with the rules', () => {
  for (const { maths, words, answer } of made('value-of-function')) {
    const told = words?.told ?? '';
    const [, f, at] = /^(\w)\((.*)\)$/.exec(maths.ask) as RegExpExecArray;
    expect(toldRules(told).get(f)?.(Number(at)), told).toBeCloseTo(Number(answer), 6);
  }
  for (const { maths, words, answer } of made('sum-of-functions')) {
    const told = words?.told ?? '';
    const rules = toldRules(told);
    const z = /\((\w)\)/.exec(maths.ask)?.[1] as string;
    for (const at of [2, -3]) {
      const values = Object.fromEntries([...rules].map(([f, rule]) => [f, rule(at)]));
      const expected = latexValue(maths.ask.replaceAll(`(${z})`, ''), values);
      expect(latexValue(answer, { [z]: at }), `${told}${maths.ask}`).toBeCloseTo(expected, 6);
    }
  }
  for (const { maths, words, answer } of made('function-of-function')) {
    const rules = toldRules(words?.told ?? '');
    const [, f, g, z] = /^(\w)\((\w)\((\w)\)\)$/.exec(maths.ask) as RegExpExecArray;
    for (const at of [2, -3])
      expect(latexValue(answer, { [z]: at }), words?.told).toBeCloseTo(rules.get(f)?.(rules.get(g)?.(at) ?? 0) ?? 0, 6);
  }
});

/** What a told derivative is worth at a whole point: third differences of it would be exact, so the slope is taken by its terms. */
function toldPolynomial(told: string, typed: string, x: string, at: number): number {
  const [, inner, nth, source] = /^Let \\\(\w\((\w)\)\\\) be the (\w+) derivative of \\\((.*)\\\)\. $/.exec(told) ?? [];
  if (source === undefined) return latexValue(typed, { [x]: at });
  const order = ['first', 'second', 'third'].indexOf(nth) + 1;
  return [...source.replaceAll(' ', '').matchAll(/[-+]?[^-+]+/g)].reduce((total, [each]) => {
    const exponent = each.includes(inner) ? Number(/\^(\d)/.exec(each)?.[1] ?? 1) : 0;
    let value = latexValue(each.replace('+', ''), { [inner]: 1 });
    for (let k = 0; k < order; k++) value *= exponent - k;
    return total + (value === 0 ? 0 : value * at ** (exponent - order));
  }, 0);
}

test('polynomials vanish at their roots, ascending, and keep their value when factored', () => {
  for (const { maths, words, answer } of made('polynomial-roots')) {
    const roots = assignments(answer).map(([, value]) => value);
    expect(roots).toEqual([...roots].sort((a, b) => a - b));
    for (const root of roots) {
      const at = (x: number) => toldPolynomial(words?.told ?? '', maths.eq.replace(' = 0', ''), maths.x, x);
      // Doubles cancel to some sixteen digits of what is cancelled.
      const size = Math.max(1, Math.abs(at(1.5 * root)));
      expect(Math.abs(at(root)) / size, `${words?.told}${maths.eq}: ${answer}`).toBeLessThan(1e-9);
    }
  }
  for (const { maths, words, answer } of made('polynomial-factors')) {
    const x = [...answer.replace('\\frac', '')].find((letter) => /[a-z]/.test(letter)) as string;
    for (const at of [7.5, -6.5]) {
      const value = toldPolynomial(words?.told ?? '', maths.e, x, at);
      expect(latexValue(answer, { [x]: at }) / value, `${words?.told}${maths.e}: ${answer}`).toBeCloseTo(1, 9);
    }
  }
});
