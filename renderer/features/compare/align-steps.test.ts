import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeStep } from '../../testing/records.ts';
import { alignSteps } from './align-steps.ts';

const steps = (...bodies: string[]) => bodies.map((body) => makeStep({ goal: '', body }));
const rows = (left: string[], right: string[]) =>
  alignSteps(steps(...left), steps(...right)).rows.map(({ left: l, right: r, same }) => [l, r, same]);

it('puts like steps side by side and finds no divergence', () =>
  expect(alignSteps(steps('$3x = 15$', '$x = 5$'), steps('$3x = 15$', '$x = 5$'))).toEqual({
    rows: [
      { left: 0, right: 0, same: true },
      { left: 1, right: 1, same: true },
    ],
    divergence: null,
  }));

it('leaves a gap where one sample takes a step more, and goes on in line', () =>
  expect(rows(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])).toEqual([
    [0, 0, true],
    [null, 1, false],
    [1, 2, true],
    [2, 3, true],
  ]));

it('names the first row in which they part', () =>
  expect(alignSteps(steps('a', 'b', 'c'), steps('a', 'x', 'c')).divergence).toBe(1));

it('sets the unlike steps between like ones beside each other', () =>
  expect(rows(['a', 'b', 'd'], ['a', 'c', 'd'])).toEqual([
    [0, 0, true],
    [1, 1, false],
    [2, 2, true],
  ]));

it('takes a formula set with other spacing, brackets or fractions for the same', () =>
  expect(rows(['$x = \\dfrac{1}{2}\\left(y\\right)$'], ['$x=\\frac{1}{2} \\, (y)$'])).toEqual([[0, 0, true]]));

it('does not take a command that begins like one of these for it', () =>
  expect(rows(['$a \\leftarrow b$'], ['$a arrow b$'])).toEqual([[0, 0, false]]));

it('sets the two answers beside each other though the ways there differ in length', () => {
  const answer = (body: string) => makeStep({ goal: '', body, final: true });
  const left = [...steps('a', 'b'), answer('5')];
  const right = [...steps('a'), answer('6')];
  expect(alignSteps(left, right).rows.at(-1)).toEqual({ left: 2, right: 1, same: false });
});

it('compares with a sample that has no steps yet', () => expect(rows(['a'], [])).toEqual([[0, null, false]]));

it('shows every step of both samples once and in order, and swapping the samples keeps as many alike', () => {
  const bodies = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  fc.assert(
    fc.property(bodies, bodies, (left, right) => {
      const aligned = rows(left, right);
      expect(aligned.flatMap(([l]) => (l === null ? [] : [l]))).toEqual(left.map((_, at) => at));
      expect(aligned.flatMap(([, r]) => (r === null ? [] : [r]))).toEqual(right.map((_, at) => at));
      const same = (of: typeof aligned) => of.filter(([, , alike]) => alike).length;
      expect(same(rows(right, left))).toBe(same(aligned));
    }),
  );
});
