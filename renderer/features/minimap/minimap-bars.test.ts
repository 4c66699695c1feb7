import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeStep } from '../../testing/records.ts';
import { minimapOf, outlineOf } from './minimap-bars.ts';

const verdicts = fc.array(fc.constantFrom('holds', 'fails', 'unknown'), { minLength: 1, maxLength: 3000 });

describe('the map of a long solution', () => {
  it('hides no failing step, and stays in its room', () => {
    fc.assert(
      fc.property(verdicts, fc.integer({ min: 40, max: 800 }), (checks, room) => {
        const { height, bars } = minimapOf(
          checks.map((check) => makeStep({ check })),
          room,
        );
        expect(height).toBeLessThanOrEqual(room);
        const last = bars[bars.length - 1];
        expect(last.y + last.height).toBeLessThanOrEqual(height + 1e-6);
        expect(bars.some(({ verdict }) => verdict === 'fails')).toBe(checks.includes('fails'));
        expect(bars.every(({ verdict, width }) => (verdict === 'fails') === (width === 1))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('gives each of a few steps a bar of its own, in order', () => {
    const steps = [makeStep(), makeStep({ scratch: ['1 + 1 = 2'] }), makeStep({ final: true, check: 'unknown' })];
    const { bars } = minimapOf(steps, 400);
    expect(bars.map(({ working, final, verdict }) => [working, final, verdict])).toEqual([
      [false, false, 'holds'],
      [true, false, 'holds'],
      [false, true, 'unknown'],
    ]);
    expect(bars[1].y).toBeGreaterThan(bars[0].y + bars[0].height - 1e-6);
  });

  it('is nothing for no steps', () => expect(minimapOf([], 400)).toEqual({ height: 0, bars: [] }));

  it('is drawn as one rectangle a bar', () => {
    const outline = outlineOf(minimapOf([makeStep(), makeStep()], 400).bars, 16);
    expect(outline.match(/M0 [\d.]+h[\d.]+v[\d.]+h-[\d.]+z/g)).toHaveLength(2);
  });
});
