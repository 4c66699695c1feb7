import { expect, test } from 'vitest';
import type { Family } from '../../family.ts';
import { makeRng } from '../../rng.ts';
import { expectFamilyLaws } from '../family-laws.ts';
import { EVERYDAY } from './index.ts';

expectFamilyLaws(EVERYDAY);

const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function made(id: string) {
  const family = EVERYDAY.find((each) => each.id === id) as Family;
  return Array.from({ length: 200 }, (_, seed) => {
    const { words = {}, answer } = family.make(makeRng(seed), 1 + (seed % family.levels.length));
    return { words, answer: answer.replace(/^\\text\{(.*)\}$/, '$1') };
  });
}

test('an elapsed time added to the start gives the end', () => {
  const milliseconds = (clock: string) => {
    const [h, m, s = '0'] = clock.split(':');
    return Number(h) * 3_600_000 + Number(m) * 60_000 + Math.round(Number(s) * 1000);
  };
  for (const { words, answer } of made('elapsed-time'))
    expect((milliseconds(words.start) + milliseconds(answer)) % 86_400_000, JSON.stringify(words)).toBe(milliseconds(words.end));
});

test('days between dates agree with the machine clock', () => {
  const seconds = (clock: string) => {
    const [h, m, s = 0] = clock.split(':').map(Number);
    return h * 3600 + m * 60 + s;
  };
  const moment = (text: string) => {
    const [, date, clock, zone] = /^(.*?)(?:(?:,| at)? (\d\d:\d\d(?::\d\d)?)(?: ([+-]\d\d)00)?)?$/.exec(text) ?? [];
    const day = Date.parse(`${date.replace(/ \(\w+\)$/, '')} UTC`.replace(/^(\d{4}-\d\d-\d\d) UTC$/, '$1')) / 1000;
    return day + (clock === undefined ? 0 : seconds(clock)) - Number(zone ?? 0) * 3600;
  };
  for (const { words, answer } of made('days-between')) {
    const [, days, clock = '00:00'] = /^(\d+) days?(?:, (\S+))?$/.exec(answer) ?? [];
    const exact = moment(words.to) - moment(words.from);
    const told = words.format.endsWith('HH:MM') ? exact - (exact % 60) : exact;
    expect(Number(days) * 86_400 + seconds(clock), JSON.stringify(words)).toBe(told);
  }
});

test('weekdays agree with the machine clock', () => {
  for (const { words, answer } of made('weekday-offset')) {
    const name = words.date.split(',')[0];
    const shift = (words.direction === 'backward' ? -1 : 1) * Number(words.n);
    expect(answer).toBe(NAMES[(((NAMES.indexOf(name) + shift) % 7) + 7) % 7]);
  }
  for (const { words, answer } of made('weekday-of-date')) {
    const first = NAMES.find((name) => words.given.includes(name));
    if (first === undefined) expect(answer, words.date).toBe(NAMES[new Date(`${words.date} UTC`).getUTCDay()]);
    else {
      const days = (Date.parse(`${words.date}, 2001 UTC`) - Date.UTC(2001, 0, 1)) / 86_400_000;
      expect(answer, words.date).toBe(NAMES[(NAMES.indexOf(first) + days) % 7]);
    }
  }
  for (const { words, answer } of made('nth-weekday')) {
    const month = new Date(`${words.month.replace(' ', ' 1, ')} UTC`);
    const days = Array.from({ length: 31 }, (_, index) => new Date(month.getTime() + index * 86_400_000))
      .filter((day) => day.getUTCMonth() === month.getUTCMonth() && NAMES[day.getUTCDay()] === words.weekday)
      .map((day) => day.getUTCDate());
    expect(Number(answer), JSON.stringify(words)).toBe(days.at(['first', 'second', 'third', 'fourth'].indexOf(words.nth)));
  }
  for (const { words, answer } of made('weekday-count')) {
    const year = words.to.slice(-4);
    const [from, to] = [/\d{4}$/.test(words.from) ? words.from : `${words.from} ${year}`, words.to].map(
      (text) => Date.parse(`${text.replace(/^\w+, /, '')} UTC`) / 86_400_000,
    );
    let count = 0;
    for (let day = from; day <= to; day++) {
      const name = NAMES[new Date(day * 86_400_000).getUTCDay()];
      if (words.what === `${name}s` || (!/^[A-Z]/.test(words.what) && !name.startsWith('S'))) count++;
    }
    expect(Number(answer), JSON.stringify(words)).toBe(count);
  }
  for (const { words, answer } of made('leap-year'))
    expect(answer).toBe(new Date(Date.UTC(Number(words.year), 1, 29)).getUTCMonth() === 1 ? 'Yes' : 'No');
});

test('legs add up animal by animal', () => {
  const legs = (name: string) => [0, 2, 4, 5, 6, 8, 10, 14][GROUPS.findIndex((group) => group.test(name))];
  for (const { words, answer } of made('leg-counting')) {
    const total = [...words.animals.matchAll(/(\d+) ([a-z ]+?)(?=,| and |$)/g)].reduce(
      (sum, [, n, name]) => sum + Number(n) * legs(name),
      0,
    );
    expect(Number(answer), words.animals).toBe(total);
  }
});

/** Stories read again, by the numbers in the order in which they are told. */
const STORIES: readonly (readonly [RegExp, (n: readonly number[]) => number])[] = [
  [/minutes to finish/, ([p, q, a, b]) => p * a + q * b],
  [/calories/, ([each, n, per]) => each * n * per],
  [/times as many/, ([x, k]) => x + k * x],
  [/How much more do/, ([p, q, m, n]) => p * m - q * n],
  [/their cousin/, ([a, b, c]) => a + (a + b) + (a + b + c)],
  [/were absent/, ([all, girls, , boysAway]) => all - girls - boysAway],
  [/potted plants/, ([fresh, each, shelves, given]) => fresh + (each - given) * shelves],
  [/an hour/, ([rate, hours, days, cost]) => rate * hours * days - cost],
  [/letters a week/, ([letters, friends, pages, minutes]) => (letters * friends * pages * minutes) / 60],
  [/jars of icing/, ([jars, each, per]) => (jars * each) / per],
  [/buttons are green/, ([light, dark, blue]) => (100 * (light + dark)) / (light + dark + blue)],
  [/flats/, ([n, base, percent]) => n * base + base * (1 + percent / 100)],
  [/half as many/, ([a, more, gone]) => a * 1.5 + more - gone],
  [/every week and spends/, ([weekly, spent, wanted]) => wanted / (weekly - spent)],
];

test('a story told in numbers comes to its answer', () => {
  for (const { words, answer } of made('long-stories')) {
    const [, solve] = STORIES.find(([pattern]) => pattern.test(words.story)) ?? [];
    expect(solve?.([...words.story.matchAll(/\d+/g)].map(Number)), words.story).toBeCloseTo(Number(answer), 9);
  }
});

const GROUPS = [
  /^(snake|sea|jelly|flat|leech|worm|fish)/,
  /^(chicken|bird|human|duck|goose|geese|hen)/,
  /^(dog|cat|cow|horse|lion|elephant|giraffe|tiger|deer|sheep|pig|goat)/,
  /^starfish/,
  /^(insect|ant|butterfl|beetle|bee|wasp|grass|cricket|cockroach|firefl|praying)/,
  /^(spider|scorpion)/,
  /^(crab|lobster|shrimp)/,
  /^wood/,
];

test('a time of the day moved by what something takes is the other time', () => {
  const minutes = (clock: string) => {
    const [, hour, rest, half] = /(\d+):(\d\d)(?: ([AP]M))?/.exec(clock) ?? [];
    return (half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'PM' ? 12 : 0)) * 60 + Number(rest);
  };
  for (const { words, answer } of made('clock-later')) {
    const taken = words.facts.slice(words.facts.indexOf(':') + 3);
    const halves = /and a half/.test(taken) ? 30 : 0;
    const hours = /an hour/.test(taken) ? 1 : Number(/(\d+) ?(?:and a half )?h/.exec(taken)?.[1] ?? 0);
    const length = hours * 60 + halves + Number(/(\d+) ?min/.exec(taken)?.[1] ?? 0);
    const back = /(start|begin|leave|depart)/.test(words.ask) ? -1 : 1;
    expect(minutes(answer), JSON.stringify(words)).toBe((minutes(words.facts) + back * length + 1440) % 1440);
  }
});
