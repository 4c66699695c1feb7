import { NAMES, priceWriter, twoGoods } from '../../story.ts';
import type { Teller } from './story-working.ts';

/** Prices, pay and savings; minutes and hours. */
export const MONEY_AND_TIME: readonly Teller[] = [
  (rng, w) => {
    const [p, q, a, b] = [rng.int(2, 30), rng.int(2, 15), rng.int(2, 12), rng.int(2, 12)];
    const name = rng.pick(NAMES);
    const [x, y] = rng.shuffle(['puzzle', 'riddle', 'page', 'drawing', 'level', 'song', 'lap']);
    const answer = w.plus('Together', w.times(`Time for each ${x}`, a, p), w.times(`Time for each ${y}`, b, q));
    return {
      text: `It takes ${name} ${p} minutes to finish a ${x} and ${q} minutes to finish a ${y}. ${name} finished ${a} ${x}s and ${b} ${y}s. How many minutes did that take?`,
      answer,
    };
  },
  (rng, w) => {
    const [x, y] = twoGoods(rng);
    const price = priceWriter(rng);
    const [p, q] = [rng.int(3, 20), rng.int(1, 9)];
    const n = rng.int(2, 12);
    const m = rng.int(Math.ceil((n * q) / p) + 1, Math.ceil((n * q) / p) + 8);
    const first = w.times(`All ${x}`, m, p);
    const second = w.times(`All ${y}`, n, q);
    return {
      text: `In a shop ${x} cost ${price(p)} each and ${y} cost ${price(q)} each. How much more do ${m} ${x} cost than ${n} ${y}?`,
      answer: w.minus('Difference', first, second),
    };
  },
  (rng, w) => {
    const [rate, hours, days] = [rng.int(8, 30), rng.int(2, 9), rng.int(2, 6)];
    const day = rate * hours;
    const cost = rng.int(5, day - 1);
    const name = rng.pick(NAMES);
    const price = priceWriter(rng);
    const perDay = w.times('Pay a day', rate, hours);
    const all = w.times('Pay for all days', perDay, days);
    return {
      text: `${name} earns ${price(rate)} an hour and works ${hours} hours a day for ${days} days. Then ${name} spends ${price(cost)} on shoes. How much money is left?`,
      answer: w.minus('Left', all, cost),
    };
  },
  (rng, w) => {
    const [friends, letters, pages] = [rng.int(2, 6), rng.int(1, 4), rng.int(2, 8)];
    const minutes = rng.pick([5, 10, 15, 30]);
    const hours = (friends * letters * pages * minutes) / 60;
    if (!Number.isInteger(hours)) return undefined;
    const name = rng.pick(NAMES);
    const all = w.times('Letters', friends, letters);
    const written = w.times('Pages', all, pages);
    const total = w.times('Minutes', written, minutes);
    return {
      text: `${name} writes ${letters} letters a week to each of ${friends} friends. Every letter is ${pages} pages long, and a page takes ${minutes} minutes. How many hours does ${name} spend writing in a week?`,
      answer: w.over('Hours', total, 60),
    };
  },
  (rng, w) => {
    const [weekly, spent, target] = [rng.int(8, 40), rng.int(1, 7), rng.int(4, 15)];
    const name = rng.pick(NAMES);
    const price = priceWriter(rng);
    const saved = w.minus('Saved each week', weekly, spent);
    return {
      text: `${name} gets ${price(weekly)} every week and spends ${price(spent)} of it. In how many weeks will ${name} have saved ${price((weekly - spent) * target)}?`,
      answer: w.over('Weeks', (weekly - spent) * target, saved),
    };
  },
];
