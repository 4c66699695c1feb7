import { expect, it } from 'vitest';
import { placeLabels } from './place-labels.ts';

const at = (x: number, y: number, text = '(2, 0)') => ({ x, y, text });

it('puts a lone name above its point', () => {
  const label = at(100, 100);
  expect(placeLabels([label], [label])).toEqual(['n']);
});

it('gives two close points names on different sides', () => {
  const labels = [at(100, 100), at(112, 100)];
  const [first, second] = placeLabels(labels, labels);
  expect(first).toBe('n');
  expect(second).toBe('s');
});

it('leaves a name out rather than writing it over another', () => {
  const crowd = Array.from({ length: 9 }, (_, index) => at(100 + index * 3, 100, '(2.345, 6.789)'));
  expect(placeLabels(crowd, crowd)).toContain(null);
});

it('writes no name across the edge of the picture', () => {
  const view = { left: 0, right: 300, top: 0, bottom: 240 };
  const side = (x: number, y: number) => placeLabels([at(x, y)], [at(x, y)], view)[0];
  expect([side(150, 5), side(10, 120), side(290, 120)]).toEqual(['s', 'e', 'w']);
  expect(side(-40, 120)).toBeNull();
});
