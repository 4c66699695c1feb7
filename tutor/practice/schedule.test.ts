import { describe, expect, test } from 'vitest';
import { type Card, isSameProblem, REST_MS, schedule } from './schedule.ts';

const NOW = 1_000_000;

describe('schedule', () => {
  test('what was right at once and never wrong gets no card', () => {
    expect(schedule(null, true, NOW)).toBeNull();
  });

  test('a wrong answer makes a card, or sends it back, to come back in ten minutes', () => {
    expect(schedule(null, false, NOW)).toEqual({ box: 0, due: NOW + 600_000 });
    expect(schedule({ box: 4, due: NOW }, false, NOW)).toEqual({ box: 0, due: NOW + 600_000 });
  });

  test('a right answer before its time changes nothing', () => {
    const card = { box: 2, due: NOW + 1 };
    expect(schedule(card, true, NOW)).toEqual(card);
  });

  test('answered right whenever it is due, a card rests longer each time and then is known', () => {
    let card: Card | null = schedule(null, false, NOW);
    const rests: number[] = [];
    while (card !== null) {
      const at: number = card.due;
      card = schedule(card, true, at);
      if (card !== null) rests.push(card.due - at);
    }
    expect(rests).toEqual(REST_MS.slice(1));
    expect(rests).toEqual([...rests].sort((a, b) => a - b));
  });

  test('a card made while the clock was a year ahead is due once the clock is right', () => {
    const card = { box: 1, due: NOW + 365 * 86_400_000 };
    expect(schedule(card, true, NOW)).toEqual({ box: 2, due: NOW + REST_MS[2] });
  });

  test('only the first box brings back the very same problem', () => {
    expect([0, 1, 5].map((box) => isSameProblem({ box, due: 0 }))).toEqual([true, false, false]);
  });
});
