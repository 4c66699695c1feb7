/** People, goods and prices for word problems. */
import type { Rng } from './rng.ts';

export const NAMES: readonly string[] = [
  'Tom',
  'Anna',
  'Maya',
  'Sam',
  'Leo',
  'Emma',
  'Ali',
  'Sara',
  'Ben',
  'Mia',
  'Omar',
  'Lucy',
  'Raj',
  'Zoe',
  'Jack',
  'Priya',
  'Noah',
  'Lena',
  'Kofi',
  'Yuki',
];

/** Two different names. */
export function twoNames(rng: Rng): [string, string] {
  const [first, second] = rng.shuffle(NAMES);
  return [first, second];
}

/** Plural nouns for things that are bought or counted. */
export const GOODS: readonly string[] = [
  'pens',
  'books',
  'apples',
  'oranges',
  'notebooks',
  'pencils',
  'cakes',
  'tickets',
  'cookies',
  'stickers',
  'marbles',
  'cards',
  'bottles',
  'shirts',
  'toys',
  'eggs',
  'sandwiches',
  'bananas',
];

export function twoGoods(rng: Rng): [string, string] {
  const [first, second] = rng.shuffle(GOODS);
  return [first, second];
}

/** One currency kept through a question: "$5", "£5" or "5 euros". */
export function priceWriter(rng: Rng): (amount: number) => string {
  const [before, after] = rng.pick([
    ['$', ''],
    ['$', ''],
    ['£', ''],
    ['€', ''],
    ['', ' dollars'],
    ['', ' pounds'],
    ['', ' euros'],
  ]);
  return (amount) => `${before}${amount}${after}`;
}
