import { expect, test } from 'vitest';
import type { Family } from '../../family.ts';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { expectFamilyLaws } from '../family-laws.ts';
import { GEOMETRY } from './index.ts';

expectFamilyLaws(GEOMETRY);

function made(id: string) {
  const family = GEOMETRY.find((each) => each.id === id) as Family;
  return Array.from({ length: 200 }, (_, seed) => family.make(makeRng(seed), 1 + (seed % family.levels.length)));
}

function numbers(text = ''): number[] {
  return [...text.matchAll(/-?\d+/g)].map(Number);
}

test('rectangle answers measure the rectangle', () => {
  for (const { words, answer } of made('rectangle')) {
    const [l, w] = [numbers(words?.l)[0], numbers(words?.w)[0]];
    expect(Number(answer)).toBe(words?.ask === 'area' ? l * w : l + w + l + w);
  }
  for (const { words, answer } of made('missing-side')) {
    const [l, w, total] = [numbers(words?.l)[0], Number(answer), numbers(words?.total)[0]];
    expect(total).toBe(words?.ask === 'area' ? l * w : l + w + l + w);
  }
});

test('triangles, parallelograms and trapezia have the area of their halves put together', () => {
  for (const { words, answer } of made('triangle-area')) {
    const box = numbers(words?.b)[0] * numbers(words?.h)[0];
    expect(latexValue(answer)).toBe(words?.shape === 'parallelogram' ? box : box / 2);
  }
  for (const { words, answer } of made('trapezium-area')) {
    const [a, b, h] = [words?.a, words?.b, words?.h].map((text) => numbers(text)[0]);
    expect(latexValue(answer)).toBe((a * h) / 2 + (b * h) / 2);
  }
});

test('circle answers follow from the radius', () => {
  for (const { words, answer } of made('circle')) {
    const r = numbers(words?.r)[0] / (words?.given === 'radius' ? 1 : 2);
    expect(latexValue(answer)).toBeCloseTo(words?.ask === 'area' ? Math.PI * r * r : 2 * Math.PI * r, 6);
  }
});

test('angle answers complete the triangle', () => {
  for (const { words, answer } of made('triangle-angles')) {
    const [a, b] = numbers(words?.given);
    const c = numbers(answer)[0];
    expect(words?.ask.includes('equal') ? a + 2 * c : a + b + c).toBe(180);
  }
});

test('the third side satisfies the theorem', () => {
  for (const { words, answer } of made('pythagoras')) {
    const [a, b] = numbers(words?.given);
    const side = latexValue(answer) ** 2;
    expect(side).toBeCloseTo(words?.given.includes('hypotenuse') ? a * a - b * b : a * a + b * b, 6);
  }
});

test('volumes and surfaces are those of the solid', () => {
  for (const { words, answer } of made('volume')) {
    const [a, b, c] = numbers(words?.solid);
    const solid = words?.solid.split(' ')[0];
    const sides = solid === 'cube' ? [a, a, a] : [a, b, c];
    const [x, y, z] = sides;
    const surface = 2 * (x * y + y * z + x * z);
    const expected = solid === 'cylinder' ? Math.PI * a * a * b : words?.ask === 'volume' ? x * y * z : surface;
    expect(latexValue(answer)).toBeCloseTo(expected, 6);
  }
});

test('gradient, midpoint and distance fit the points', () => {
  for (const { maths, answer } of made('gradient')) {
    const [a, b, c, d] = [...numbers(maths.p), ...numbers(maths.q)];
    expect(latexValue(answer) * (c - a)).toBeCloseTo(d - b, 9);
  }
  for (const { maths, answer } of made('midpoint')) {
    const [a, b, c, d] = [...numbers(maths.p), ...numbers(maths.q)];
    const [x, y] = answer
      .slice(1, -1)
      .split(', ')
      .map((part) => latexValue(part));
    expect([2 * x, 2 * y]).toEqual([a + c, b + d]);
  }
  for (const { maths, answer } of made('distance')) {
    const [a, b, c, d] = [...numbers(maths.p), ...numbers(maths.q)];
    expect(latexValue(answer)).toBeCloseTo(Math.hypot(c - a, d - b), 9);
  }
});

test('a line passes through the points that it was asked to', () => {
  for (const { words, answer } of made('line-equation')) {
    const points = [...(words?.given ?? '').matchAll(/\((-?\d+), (-?\d+)\)/g)];
    for (const [, x, y] of points) expect(latexValue(answer.split('=')[1], { x: Number(x) })).toBe(Number(y));
    const gradient = /(?:gradient|slope) (-?\d+)/.exec(words?.given ?? '');
    if (gradient === null) continue;
    const rule = answer.split('=')[1];
    expect(latexValue(rule, { x: 1 }) - latexValue(rule, { x: 0 })).toBe(Number(gradient[1]));
  }
});

test('exact trigonometric values are the values', () => {
  for (const { maths, answer } of made('exact-trig')) expect(latexValue(answer), maths.e).toBeCloseTo(latexValue(maths.e), 9);
});

test('a side from an angle agrees with the trigonometric function', () => {
  const family = GEOMETRY.find((each) => each.id === 'right-triangle-trig') as Family;
  for (let seed = 0; seed < 200; seed++) {
    const { words, answer } = family.make(makeRng(seed), 2);
    const [angle, known] = numbers(words?.given).map((n, index) => (index === 0 ? (n * Math.PI) / 180 : n));
    const ratio = words?.given.includes('adjacent')
      ? Math.tan(angle)
      : words?.ask.includes('adjacent')
        ? Math.cos(angle)
        : Math.sin(angle);
    expect(latexValue(answer)).toBeCloseTo(known * ratio, 9);
  }
});

test('vector answers agree with componentwise arithmetic', () => {
  for (const { maths, words, answer } of made('vectors')) {
    const [ax, ay, bx, by] = numbers(maths.given);
    const ask = words?.ask ?? '';
    const combination = /^(\d*)a(?: ([+-]) (\d*)b)?$/.exec(ask);
    if (combination !== null) {
      const k = Number(combination[1] || 1);
      const m = combination[2] === undefined ? 0 : Number(combination[3] || 1) * (combination[2] === '-' ? -1 : 1);
      const component = (a: number, b: number) => (m === 0 ? k * a : k * a + m * b) + 0;
      expect(numbers(answer)).toEqual([component(ax, bx), component(ay, by)]);
    } else if (ask.includes('dot')) expect(Number(answer)).toBe(ax * bx + ay * by);
    else expect(latexValue(answer)).toBeCloseTo(Math.hypot(ax, ay), 9);
  }
});

test('the angles of a polygon add up', () => {
  const known: Record<string, number> = {
    triangle: 180,
    quadrilateral: 360,
    pentagon: 540,
    hexagon: 720,
    octagon: 1080,
    decagon: 1440,
  };
  for (const { words, answer } of made('polygon-angles')) {
    const total = known[words?.shape ?? ''];
    if (total !== undefined) expect(numbers(answer)[0]).toBe(total);
    if (words?.shape === 'regular hexagon') expect([60, 120]).toContain(numbers(answer)[0]);
  }
});

test('trigonometric solutions satisfy the equation and are all of them', () => {
  for (const { maths, answer } of made('trig-equation')) {
    const [left, right] = maths.eq.replace('\\theta', 'x').split('=');
    const holds = (degrees: number) => Math.abs(latexValue(left, { x: (degrees * Math.PI) / 180 }) - latexValue(right)) < 1e-9;
    const solutions = Array.from({ length: 361 }, (_, degrees) => degrees).filter(holds);
    expect(
      [...answer.matchAll(/= (\d+)\^/g)].map((match) => Number(match[1])),
      maths.eq,
    ).toEqual(solutions);
  }
});

test('the angles of a polygon add up to those of its triangles', () => {
  for (const { words, answer } of made('polygon-missing-angle')) {
    const known = (words?.angles ?? '').split(', ').map(Number.parseFloat);
    expect(known.reduce((a, b) => a + b) + Number(answer)).toBe(180 * (Number(words?.n) - 2));
  }
});

test('the orthocentre lies on two altitudes, the incircle radius is area over half the perimeter, the angle obeys the law of cosines', () => {
  const corners = (text = '') => {
    const [ax, ay, bx, by, cx, cy] = numbers(text);
    return { ax, ay, bx, by, cx, cy };
  };
  for (const { words, answer } of made('orthocentre')) {
    const { ax, ay, bx, by, cx, cy } = corners(words?.corners);
    const [x, y] = answer.slice(1, -1).split(', ').map(Number);
    expect(Math.abs((x - ax) * (cx - bx) + (y - ay) * (cy - by)), words?.corners).toBeLessThan(0.03);
    expect(Math.abs((x - bx) * (cx - ax) + (y - by) * (cy - ay)), words?.corners).toBeLessThan(0.03);
  }
  for (const { words, answer } of made('incircle-radius')) {
    const { ax, ay, bx, by, cx, cy } = corners(words?.corners);
    const [a, b, c] = [Math.hypot(bx - cx, by - cy), Math.hypot(ax - cx, ay - cy), Math.hypot(ax - bx, ay - by)];
    const s = (a + b + c) / 2;
    expect(Math.abs(Number(answer) - Math.sqrt((s * (s - a) * (s - b) * (s - c)) / s ** 2)), words?.corners).toBeLessThan(
      0.000501,
    );
  }
  for (const { words, answer } of made('angle-of-points')) {
    const { ax, ay, bx, by, cx, cy } = corners(words?.corners);
    const [a, b, c] = [Math.hypot(bx - cx, by - cy), Math.hypot(ax - cx, ay - cy), Math.hypot(ax - bx, ay - by)];
    const angle = (Math.acos((a * a + c * c - b * b) / (2 * a * c)) * 180) / Math.PI;
    expect(Math.abs(Number(answer) - angle), words?.corners).toBeLessThan(0.00501);
  }
});

test('a missing angle makes the known ones whole, or equals the one that it faces', () => {
  for (const { words, answer } of made('angle-facts')) {
    const facts = words?.facts ?? '';
    const known = [...facts.matchAll(/\d+/g)].map(Number);
    const found = Number.parseInt(answer, 10);
    if (/opposite|corresponding|alternate/.test(facts)) {
      expect(found, facts).toBe(known[0]);
      continue;
    }
    const whole = /point|quadrilateral/.test(facts) ? 360 : facts.includes('right angle') ? 90 : 180;
    // "2 angles", "4 angles are … and 3 of them" count, and are no angles themselves.
    const angles = known.slice(/^there are 2/.test(facts) ? 1 : /^\d angles are/.test(facts) ? 2 : 0);
    expect(angles.reduce((a, b) => a + b) + found, facts).toBe(whole);
  }
});

test('a line crosses its axes where the answer says, and rises by its gradient', () => {
  for (const { maths, words, answer } of made('line-features')) {
    const [left, right] = maths.eq.split('=');
    const gap = (x: number, y: number) => latexValue(left, { x, y }) - latexValue(right, { x, y });
    const found = latexValue(answer);
    const ask = words?.ask ?? '';
    if (/gradient|slope/.test(ask)) expect(gap(1, found), maths.eq).toBeCloseTo(gap(0, 0), 9);
    else expect(/y-intercept|the y/.test(ask) ? gap(0, found) : gap(found, 0), `${maths.eq} ${ask}`).toBeCloseTo(0, 9);
  }
});
