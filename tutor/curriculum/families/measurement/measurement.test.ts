import { expect, test } from 'vitest';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { expectFamilyLaws } from '../family-laws.ts';
import { clockMinutes } from './clock-minutes.ts';
import { MEASUREMENT } from './index.ts';
import { measureConversion } from './measure-conversion.ts';
import { DIMENSIONS } from './units.ts';

expectFamilyLaws(MEASUREMENT);

const SEEDS = Array.from({ length: 400 }, (_, seed) => seed);

test('an amount keeps its size in another unit', () => {
  const units = DIMENSIONS.flat();
  for (const seed of SEEDS) {
    const { words, answer } = measureConversion.make(makeRng(seed), 1 + (seed % 3));
    const amount = words?.amount ?? '';
    const [, number, name] = /^(?:\\\()?(\\frac\{\d+\}\{\d+\}|[\d.]+)(?:\\\))?(?: of an? )? ?([a-z]+)$/.exec(amount) ?? [];
    if (number === undefined) continue;
    const from = units.find((each) => [each.one, each.many, each.symbol].includes(name));
    const to = units.find((each) => each.many === words?.to);
    if (from === undefined || to === undefined) throw new Error(amount);
    const wanted = (latexValue(number) * from.m * 10 ** from.k) / (to.m * 10 ** to.k);
    expect(Math.abs(Number(answer) - wanted), `${amount} in ${words?.to}: ${answer}`).toBeLessThanOrEqual(1e-9 * wanted);
  }
});

function minutesOf(time: string): number {
  const [, hour, minute, half] = /(\d+):(\d\d) (AM|PM)/.exec(time) ?? [];
  return (Number(hour) % 12) * 60 + Number(minute) + (half === 'PM' ? 720 : 0);
}

test('the clock moves by the minutes asked for', () => {
  for (const seed of SEEDS) {
    const { words, answer } = clockMinutes.make(makeRng(seed), 1 + (seed % 3));
    const asked = words?.asked ?? '';
    const times = [...asked.matchAll(/\d+:\d\d (?:AM|PM)/g)].map(([time]) => minutesOf(time));
    const count = Number(/^(\d+) minutes/.exec(asked)?.[1]);
    const day = (minutes: number) => ((minutes % 1440) + 1440) % 1440;
    if (times.length === 2) expect(Number(answer), asked).toBe(day(times[1] - times[0]));
    else expect(minutesOf(answer), asked).toBe(day(times[0] + (asked.includes('after') ? count : -count)));
  }
});
