import { expect, test } from 'vitest';
import type { Family } from '../../family.ts';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { expectFamilyLaws } from '../family-laws.ts';
import { DATA } from './index.ts';

expectFamilyLaws(DATA);

function made(id: string) {
  const family = DATA.find((each) => each.id === id) as Family;
  return Array.from({ length: 200 }, (_, seed) => {
    const level = 1 + (seed % family.levels.length);
    const { maths, words = {}, answer } = family.make(makeRng(seed), level);
    return { level, maths, words, answer };
  });
}

function numbers(text: string): number[] {
  return [...text.matchAll(/-?\d+/g)].map(Number);
}

function first(text: string): number {
  return numbers(text)[0];
}

test('averages are those of the list', () => {
  for (const { maths, answer } of made('mean')) {
    const list = numbers(maths.list);
    expect(latexValue(answer) * list.length).toBeCloseTo(
      list.reduce((a, b) => a + b),
      9,
    );
  }
  for (const { maths, answer } of made('median')) {
    const list = numbers(maths.list);
    const middle = latexValue(answer);
    expect(list.filter((value) => value < middle).length).toBeLessThanOrEqual(list.length / 2);
    expect(list.filter((value) => value > middle).length).toBeLessThanOrEqual(list.length / 2);
  }
  for (const { maths, answer } of made('mode')) {
    const count = (value: number) => numbers(maths.list).filter((each) => each === value).length;
    for (const value of numbers(maths.list))
      if (value !== Number(answer)) expect(count(value)).toBeLessThan(count(Number(answer)));
  }
  for (const { maths, answer } of made('range')) {
    const sorted = numbers(maths.list).sort((a, b) => a - b);
    expect(Number(answer)).toBe(sorted[sorted.length - 1] - sorted[0]);
  }
  for (const { maths, answer } of made('missing-from-mean')) {
    const list = [...numbers(maths.list), first(answer)];
    expect(list.reduce((a, b) => a + b) / list.length).toBe(Number(maths.mean));
  }
});

test('a probability lies from 0 to 1 and agrees with counting every draw', () => {
  for (const { words, answer, level } of made('bag-probability')) {
    const balls = [...words.bag.matchAll(/(\d+) (\w+)/g)].flatMap(([, n, colour]) => new Array(Number(n)).fill(colour));
    const colour = words.event.split(' ').at(-1);
    let [good, all] = [0, 0];
    balls.forEach((a, i) => {
      if (level < 3) {
        all++;
        if ((a === colour) === (level === 1)) good++;
        return;
      }
      balls.forEach((b, j) => {
        if (i === j && !words.draw.includes('put back,')) return;
        all++;
        if (a === colour && b === colour) good++;
      });
    });
    expect(latexValue(answer), JSON.stringify(words)).toBeCloseTo(good / all, 12);
  }
  for (const { answer } of made('dice-probability'))
    expect([1, 2, 3, 4, 5].map((n) => n / 6)).toContainEqual(expect.closeTo(latexValue(answer), 12));
});

test('counting agrees with Pascal and with counting down', () => {
  const choose = (n: number, k: number): number => (k === 0 || k === n ? 1 : choose(n - 1, k - 1) + choose(n - 1, k));
  const arrange = (n: number, k: number): number => (k === 0 ? 1 : n * arrange(n - 1, k - 1));
  for (const { words, answer } of made('combinations')) expect(Number(answer)).toBe(choose(Number(words.n), Number(words.k)));
  for (const { words, answer } of made('permutations')) expect(Number(answer)).toBe(arrange(Number(words.n), Number(words.k)));
  for (const { maths, answer } of made('factorial')) {
    const [n, m = 0] = numbers(maths.e);
    expect(Number(answer)).toBe(arrange(n, n - m));
  }
});

test('money problems balance', () => {
  for (const { words: w, answer } of made('shopping-total'))
    expect(Number(answer) - first(w.a) * first(w.p)).toBe(first(w.b) * first(w.q));
  for (const { words: w, answer } of made('shopping-change')) expect(Number(answer) + first(w.a) * first(w.p)).toBe(first(w.m));
  for (const { words: w, answer } of made('unit-price'))
    expect(Number(answer) * first(w.a)).toBeCloseTo(first(w.b) * Number(/[\d.]+/.exec(w.p)?.[0]), 6);
  for (const { words: w, answer, level } of made('percent-price')) {
    const sign = level === 1 ? -1 : 1;
    expect(Number(answer) * 100).toBe(first(w.m) * (100 + sign * first(w.p)));
  }
});

test('stories balance', () => {
  for (const { words: w, answer } of made('have-left')) expect(Number(answer) + first(w.c)).toBe(first(w.a) + first(w.b));
  for (const { words: w, answer } of made('share-equally')) {
    const stock = numbers(w.stock).reduce((a, b) => a * b);
    expect(Number(answer) * first(w.n)).toBe(stock);
  }
  for (const { words: w, answer } of made('compare-amounts')) {
    const second = Number(answer) - first(w.a);
    const by = w.rel.startsWith('twice') ? 2 : first(w.rel);
    expect(second).toBe(w.rel.includes('many') ? by * first(w.a) : first(w.a) + (w.rel.includes('more') ? by : -by));
  }
  for (const { words: w, answer } of made('percent-of-group')) {
    const part = (first(w.n) * first(w.p)) / 100;
    expect(Number(answer)).toBe(w.ask.includes('not') ? first(w.n) - part : part);
  }
  for (const { maths, words: w, answer } of made('fraction-of-group')) {
    const part = Math.round(first(w.n) * latexValue(maths.f));
    expect(Number(answer)).toBe(w.ask === 'is that' ? part : first(w.n) - part);
  }
});

test('rates multiply back', () => {
  for (const { words: w, answer, level } of made('speed-distance-time')) {
    const [a, b] = numbers(w.facts);
    const [small, large] = level === 1 ? [a * b, Number(answer)] : [Number(answer) * Math.min(a, b), Math.max(a, b)];
    expect(small).toBe(large);
  }
  for (const { words: w, answer } of made('work-rate')) expect(Number(answer) / first(w.h)).toBe(first(w.a));
  for (const { words: w, answer } of made('work-together'))
    expect(latexValue(answer) * (1 / first(w.a) + 1 / first(w.b))).toBeCloseTo(1, 12);
});

test('a converted quantity converts back', () => {
  const size: Record<string, number> = {
    km: 1e6,
    m: 1e3,
    cm: 10,
    mm: 1,
    kg: 1e3,
    g: 1,
    tonnes: 1e6,
    litres: 1e3,
    ml: 1,
    seconds: 1,
    minutes: 60,
    hours: 3600,
    days: 86400,
    weeks: 604800,
    months: 1,
    years: 12,
    feet: 12,
    inches: 1,
  };
  const full: Record<string, string> = {
    kilometres: 'km',
    metres: 'm',
    centimetres: 'cm',
    millimetres: 'mm',
    kilograms: 'kg',
    grams: 'g',
    millilitres: 'ml',
  };
  const of = (unit: string) => size[full[unit] ?? unit];
  const parts: Record<string, number> = { 'a quarter': 0.25, 'a half': 0.5, 'three quarters': 0.75 };
  for (const { words: w, answer } of made('unit-conversion')) {
    const [whole, part] = w.n.split(' and ');
    expect((Number(whole) + (parts[part] ?? 0)) * of(w.from)).toBeCloseTo(Number(answer) * of(w.to), 6);
  }
});

test('equation stories hold for their answers', () => {
  for (const { words: w, answer } of made('ages')) {
    const by = w.rel.startsWith('twice') ? 2 : first(w.rel);
    const other = w.rel.includes('older') ? Number(answer) + by : Number(answer) * by;
    expect(other + Number(answer)).toBe(first(w.s));
  }
  for (const { words: w, answer, level } of made('consecutive-numbers')) {
    const count = ['two', 'three', 'four'].indexOf(w.k) + 2;
    let total = 0;
    for (let index = 0; index < count; index++) total += Number(answer) + index * level;
    expect(total).toBe(first(w.s));
    if (level === 2) expect(Number(answer) % 2 === 0).toBe(w.kind.startsWith('even'));
  }
  for (const { words: w, answer } of made('think-of-a-number')) {
    const by = first(w.op.replace('subtract ', '-').replace('add ', ''));
    expect(Number(answer) * first(w.a) + by).toBe(first(w.c));
  }
});

test('letters drawn without replacement have the chance that counting all draws gives', () => {
  for (const id of ['letter-sequence', 'letter-counts']) {
    for (const { words, answer } of made(id)) {
      const bag = words.bag.startsWith('{')
        ? [...words.bag.matchAll(/(\w): (\d+)/g)].flatMap(([, letter, n]) => new Array<string>(Number(n)).fill(letter))
        : [...words.bag];
      const picks = Object.fromEntries(
        [...(words.picks ?? '').matchAll(/(\d) (\w)/g)].map(([, n, letter]) => [letter, Number(n)]),
      );
      const chance = id === 'letter-sequence' ? chanceOfWord(bag, words.word) : chanceOfCounts(bag, picks);
      expect(latexValue(answer), `${words.bag} ${words.word ?? words.picks}`).toBeCloseTo(chance, 12);
    }
  }
});

function chanceOfWord(bag: readonly string[], word: string): number {
  if (word === '') return 1;
  const at = bag.indexOf(word[0]);
  const share = bag.filter((letter) => letter === word[0]).length / bag.length;
  return at < 0 ? 0 : share * chanceOfWord(bag.toSpliced(at, 1), word.slice(1));
}

/** By drawing one letter at a time and asking for what is still missing. */
function chanceOfCounts(bag: readonly string[], picks: Readonly<Record<string, number>>): number {
  const missing = Object.entries(picks).filter(([, n]) => n > 0);
  if (missing.length === 0) return 1;
  return missing
    .filter(([letter]) => bag.includes(letter))
    .map(([letter, n]) => {
      const share = bag.filter((each) => each === letter).length / bag.length;
      return share * chanceOfCounts(bag.toSpliced(bag.indexOf(letter), 1), { ...picks, [letter]: n - 1 });
    })
    .reduce((a, b) => a + b, 0);
}

test('totals of dice agree with counting all throws', () => {
  const family = DATA.find(({ id }) => id === 'dice-total');
  for (let seed = 0; seed < 120; seed++) {
    const { words, answer } = (family as Family).make(makeRng(seed), 1 + (seed % 4));
    const sides = (words?.dice ?? '').split(', ').map((die) => Number(die.slice(2)));
    let ways = new Map([[0, 1]]);
    for (const side of sides) {
      const next = new Map<number, number>();
      for (const [sum, count] of ways)
        for (let face = 1; face <= side; face++) next.set(sum + face, (next.get(sum + face) ?? 0) + count);
      ways = next;
    }
    const good = [...ways].filter(([sum]) => sum >= Number(words?.t)).reduce((all, [, count]) => all + count, 0);
    const outcomes = sides.reduce((a, b) => a * b, 1);
    expect(latexValue(answer), JSON.stringify(words)).toBeCloseTo(good / outcomes, 9);
  }
});

test('the missing number gives the list its mean', () => {
  const counts = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
  for (const { words: w, answer } of made('told-mean')) {
    const list = [...numbers(w.list), Number(answer)];
    expect(String(list.length) === w.n || counts[list.length] === w.n).toBe(true);
    expect(list.reduce((a, b) => a + b) / list.length).toBe(Number(w.m));
  }
});

test('all consecutive numbers follow one another and add up', () => {
  for (const { words: w, answer, level } of made('all-consecutive')) {
    const found = numbers(answer);
    expect(found.reduce((a, b) => a + b)).toBe(first(w.s));
    expect(new Set(found.slice(1).map((value, index) => value - found[index]))).toEqual(new Set([level]));
    if (level === 2) expect(found[0] % 2 === 0).toBe(w.kind.startsWith('even'));
  }
});

/** Pounds as typed: "£1.20", "80p". */
function amounts(text: string): number[] {
  return [...text.matchAll(/(\d+(?:\.\d\d)?)(p\b)?/g)].map(([, n, pence]) =>
    Math.round(Number(n) * (pence === undefined ? 100 : 1)),
  );
}

test('bills with pence add up', () => {
  for (const { words: w, answer, level } of made('shopping-pence')) {
    const total = w.items
      .split(/, | and /)
      .map((item) => {
        const [a, b] = amounts(item);
        return /^\d/.test(item) ? (a / 100) * b : a;
      })
      .reduce((a, b) => a + b);
    const paid = level === 3 ? amounts(w.ask)[0] : undefined;
    expect(Math.round(Number(answer) * 100), JSON.stringify(w)).toBe(paid === undefined ? total : paid - total);
  }
});

test('savings reach their aim in the week found and not before', () => {
  for (const { words: w, answer, level } of made('saving-up')) {
    const [rate, already = 0] = numbers(w.facts);
    const asked = numbers(w.ask)[0];
    if (level === 3) expect(already + rate * asked).toBe(Number(answer));
    else {
      expect(already + rate * Number(answer)).toBeGreaterThanOrEqual(asked);
      expect(already + rate * (Number(answer) - 1)).toBeLessThan(asked);
    }
  }
});

test('the same work by other hands is the same product', () => {
  for (const { words: w, answer } of made('shared-work')) {
    const other = Number(/\d+/.exec(w.ask)?.[0]);
    expect(other * Number(answer), `${w.a}, ${w.d}: ${w.ask}`).toBe(Number(w.a) * Number(w.d));
  }
});
