import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeStep } from '../../testing/records.ts';
import { chunk, GROUP_SIZE } from './chunk.ts';

const steps = (count: number) => Array.from({ length: count }, () => makeStep());

describe('groups of a list', () => {
  it('hold every item once, in order', () => {
    fc.assert(
      fc.property(fc.nat(100), (count) => {
        const all = steps(count);
        const groups = chunk(all);
        expect(groups.flat()).toEqual(all);
        expect(groups.every(({ length }, place) => length === GROUP_SIZE || place === groups.length - 1)).toBe(true);
      }),
    );
  });

  it('stay the same objects but for the one that changed', () => {
    const all = steps(3 * GROUP_SIZE);
    const before = chunk(all);
    const changed = all.with(GROUP_SIZE, makeStep({ check: 'fails' }));
    const after = chunk([...changed, makeStep()], before);
    expect(after.map((group, place) => group === before[place])).toEqual([true, false, true, false]);
  });
});
