import { expect, test } from 'vitest';
import { latexValue } from '../../latex-value.ts';
import { assignments, gap, made } from './algebra.fixture.ts';

test.each([
  'linear-one-step',
  'linear-two-step',
  'linear-both-sides',
  'equation-decimals',
  'equation-fractions',
  'quadratic-ready',
  'quadratic-factoring',
  'quadratic-formula',
  'quadratic-surds',
  'exponential-equation',
])('every root that %s gives satisfies the equation, and roots ascend', (id) => {
  for (const { maths, answer } of made(id)) {
    const roots = assignments(answer);
    if (roots.length === 0) expect(answer).toMatch(/^\\text\{/);
    for (const [x, value] of roots) expect(gap(maths.eq, { [x]: value }), `${maths.eq}: ${answer}`).toBeCloseTo(0, 6);
    expect(roots.map(([, value]) => value)).toEqual(roots.map(([, value]) => value).sort((a, b) => a - b));
  }
});

test.each(['quadratic-ready', 'quadratic-factoring', 'quadratic-formula', 'quadratic-surds'])(
  '%s gives as many roots as the curve has crossings',
  (id) => {
    for (const { maths, answer } of made(id)) {
      const f = (x: number) => gap(maths.eq, { [maths.x]: x });
      const [a, b, c] = [(f(1) + f(-1)) / 2 - f(0), (f(1) - f(-1)) / 2, f(0)];
      const discriminant = b * b - 4 * a * c;
      const expected = discriminant > 1e-9 ? 2 : discriminant < -1e-9 ? 0 : 1;
      expect(assignments(answer).length, `${maths.eq}: ${answer}`).toBe(expected);
    }
  },
);

test('simultaneous answers satisfy both equations', () => {
  for (const { maths, answer } of made('simultaneous-equations')) {
    const letters = Object.fromEntries(assignments(answer));
    expect([gap(maths.e1, letters), gap(maths.e2, letters)], answer).toEqual([0, 0]);
  }
});

test('an inequality holds just inside its answer and fails just outside', () => {
  for (const { maths, answer } of made('linear-inequality')) {
    const [, x, relation, value] = /^(\w) (\S+) (.+)$/.exec(answer) as RegExpExecArray;
    const bound = latexValue(value);
    const inside = relation === '<' || relation === '\\le' ? -1e-3 : 1e-3;
    expect(holds(maths.e, x, bound + inside), maths.e).toBe(true);
    expect(holds(maths.e, x, bound - inside), maths.e).toBe(false);
    expect(relation.includes('e'), maths.e).toBe(maths.e.includes('\\'));
  }
});

function holds(inequality: string, x: string, at: number): boolean {
  const [left, relation, right] = inequality.split(/(<|>|\\le|\\ge)/);
  const difference = latexValue(left, { [x]: at }) - latexValue(right, { [x]: at });
  return relation === '<' || relation === '\\le' ? difference < 0 : difference > 0;
}

test('linear equations with many terms hold at their answers', () => {
  for (const { maths, answer } of made('linear-many-terms')) {
    expect(gap(maths.eq, Object.fromEntries(assignments(answer))), `${maths.eq}: ${answer}`).toBeCloseTo(0, 6);
  }
});

test('one of two unknowns leaves a value of the other that fits both equations', () => {
  for (const { maths, answer } of made('linear-two-unknowns')) {
    const letters: Record<string, number> = Object.fromEntries(assignments(answer));
    const other = [...maths.e1].find((letter) => /[a-z]/.test(letter) && !(letter in letters)) as string;
    const [atZero, atOne] = [0, 1].map((at) => gap(maths.e1, { ...letters, [other]: at }));
    const value = -atZero / (atOne - atZero);
    expect(gap(maths.e2, { ...letters, [other]: value }), `${maths.e1}, ${maths.e2}: ${answer}`).toBeCloseTo(0, 6);
  }
});

test('rearranged formulas agree with the formula they came from', () => {
  for (const { maths, answer } of made('rearrange-formula')) {
    const letters: Record<string, number> = {};
    for (const [index, letter] of [...'abcdfghkmnpqrstuvwxyzACDEFPRTVW'].entries()) letters[letter] = 40 + 3 * index;
    // Large enough for every root to be real.
    letters[maths.eq[0]] = 1000;
    letters[maths.x] = latexValue(answer.split('=')[1], letters);
    expect(gap(maths.eq, letters), `${maths.eq}: ${answer}`).toBeCloseTo(0, 6);
  }
});
