import { expect, test } from 'vitest';
import type { Family } from '../../family.ts';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { coinFlips } from './coin-flips.ts';
import { journeyTimes } from './journey-times.ts';

function made(family: Family) {
  return Array.from({ length: 200 }, (_, seed) => {
    const level = 1 + (seed % family.levels.length);
    const { words = {}, answer } = family.make(makeRng(seed), level);
    return { level, words, answer };
  });
}

function first(text: string): number {
  return Number(/\d+/.exec(text)?.[0]);
}

/** "2.5 hours", "2 h 30 min", "half an hour", "2 1/2 hours" in minutes. */
function minutesSaid(text: string): number {
  const plain = text.replace('half an hour', '30 min').replace(/(\d+)( and a half| 1\/2|½) hours/, '$1.5 hours');
  const hours = Number(/([\d.]+) ?h/.exec(plain)?.[1] ?? 0);
  return Math.round(60 * hours + Number(/(\d+) ?min/.exec(plain)?.[1] ?? 0));
}

test('a journey covers its distance at its speed in its time', () => {
  for (const { words: w, answer, level } of made(journeyTimes)) {
    const length = Number(/([\d.]+) (km|miles)(?!\/| per)/.exec(w.facts)?.[1]);
    const speed = Number(/([\d.]+) (km\/h|km per|mph|miles per)/.exec(w.facts)?.[1]);
    const minutes = minutesSaid(w.facts.replace(/[\d.]+ (km\/h|km per hour|mph|miles per hour)/, ''));
    const found = Number(answer);
    if (level === 1) expect((speed * minutes) / 60, w.facts).toBeCloseTo(found, 9);
    if (level === 2) expect((found * minutes) / 60, w.facts).toBeCloseTo(length, 9);
    if (level === 3) expect((speed * found) / (w.ask.includes('minute') ? 60 : 1), w.facts).toBeCloseTo(length, 9);
  }
});

test('chances of coins agree with counting all throws', () => {
  const counts: Readonly<Record<string, number>> = { twice: 2, 'two times': 2 };
  for (const { words: w, answer, level } of made(coinFlips)) {
    if (level === 3) {
      const [, rule] = / and (.*)$/.exec(w.event) ?? [];
      const fits = (face: number) =>
        /even/.test(rule)
          ? face % 2 === 0
          : /odd/.test(rule)
            ? face % 2 === 1
            : /greater|above/.test(rule)
              ? face > first(rule)
              : /less/.test(rule)
                ? face < first(rule)
                : /multiple/.test(rule)
                  ? face % first(rule) === 0
                  : face === first(rule);
      const good = [1, 2, 3, 4, 5, 6].filter(fits).length;
      expect(latexValue(answer), w.event).toBeCloseTo(good / 12, 9);
      continue;
    }
    const n = first(w.told) || counts[/twice|two times/.exec(w.told)?.[0] ?? ''];
    const letter = /tail/.test(w.event) ? 0 : 1;
    const wanted = (count: number) =>
      level === 1 ? count === n : /at least/.test(w.event) ? count >= 1 : count === first(w.event);
    let good = 0;
    for (let throws = 0; throws < 2 ** n; throws++) {
      const count = [...throws.toString(2).padStart(n, '0')].filter((each) => Number(each) === letter).length;
      if (wanted(count)) good++;
    }
    expect(latexValue(answer), `${w.told} ${w.event}`).toBeCloseTo(good / 2 ** n, 9);
  }
});
