import { expect, test } from 'vitest';
import { FAMILIES, familyById } from './index.ts';
import { WEIGHTED, weightedFamilies } from './mix.ts';
import { makeRng } from './rng.ts';

test('every weight belongs to a family', () => {
  expect(WEIGHTED.filter((id) => familyById(id) === undefined)).toEqual([]);
});

test('every family is drawn, and a weighted one about as often as its weight says', () => {
  const draw = weightedFamilies(FAMILIES);
  const rng = makeRng(1);
  const counts = new Map<string, number>();
  for (let i = 0; i < 400 * FAMILIES.length; i++) {
    const { id } = draw(rng);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  expect(counts.size).toBe(FAMILIES.length);
  const [heavy] = WEIGHTED;
  expect((counts.get(heavy) ?? 0) / (counts.get('add') ?? 1)).toBeGreaterThan(1.3);
});
