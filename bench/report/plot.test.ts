import { expect, test } from 'vitest';
import { plot } from './plot.ts';

const draw = (points: [number, number][], name = 'a') => plot({ title: 'T', x: 'x', y: 'y', lines: [{ name, points }] });
const places = (svg: string) =>
  [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);

test('equal ratios are equal distances on both axes, and more is further up', () => {
  const [a, b, c] = places(
    draw([
      [1, 10],
      [8, 100],
      [64, 1000],
    ]),
  );
  expect(b[0] - a[0]).toBeCloseTo(c[0] - b[0], 0);
  expect(b[1] - a[1]).toBeCloseTo(c[1] - b[1], 0);
  expect(c[1]).toBeLessThan(a[1]);
});

test('one point, or points of one height, are drawn too', () => {
  for (const [x, y] of places(draw([[4, 7]]))) expect(Number.isFinite(x + y)).toBe(true);
  expect(
    places(
      draw([
        [1, 5],
        [2, 5],
      ]),
    ).map(([, y]) => y),
  ).toHaveLength(2);
});

test('names cannot break out of the text they are in', () => {
  expect(draw([[1, 1]], 'a < b & c')).toContain('a &lt; b &amp; c');
});

test('there is no plot of nothing', () => {
  expect(() => draw([])).toThrow(RangeError);
});
