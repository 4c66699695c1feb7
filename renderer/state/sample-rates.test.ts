import { describe, expect, it } from 'vitest';
import { SampleRates } from './sample-rates.ts';

describe('the rate of a sample', () => {
  it('is unknown at first, then its tokens over the time they took', () => {
    const rates = new SampleRates();
    expect(rates.see(0, 10, 0)).toBeNull();
    expect(rates.see(0, 60, 500)).toBe(100);
    expect(rates.see(1, 3, 500)).toBeNull();
  });

  it('follows the last two seconds', () => {
    const rates = new SampleRates();
    // 100 tokens a second for ten seconds, then 10.
    for (let at = 0; at <= 10_000; at += 500) rates.see(0, at / 10, at);
    let rate: number | null = null;
    for (let at = 10_500; at <= 13_000; at += 500) rate = rates.see(0, 1000 + (at - 10_000) / 100, at);
    expect(rate).toBeCloseTo(10);
  });

  it('begins anew when a sample is drawn again', () => {
    const rates = new SampleRates();
    rates.see(0, 500, 0);
    expect(rates.see(0, 5, 500)).toBeNull();
    expect(rates.see(0, 25, 1500)).toBe(20);
  });
});
