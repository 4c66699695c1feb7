import { columnDifference, columnSum } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { NAMES, priceWriter, twoGoods, twoNames } from '../../story.ts';
import { divideLines, timesLines } from '../../times-lines.ts';

interface Story {
  readonly text: string;
  readonly steps: readonly string[];
  readonly answer: number;
}

/** Working as it grows: every operation is a step with its scratch lines, and gives the value for the next. */
class Working {
  readonly steps: string[] = [];

  times(label: string, a: number, b: number): number {
    this.steps.push(...timesLines(a, b), `${label}: $${a} \\cdot ${b} = ${a * b}$`);
    return a * b;
  }

  plus(label: string, a: number, b: number): number {
    if (Math.max(a, b) > 999) this.steps.push(columnSum(a, b));
    this.steps.push(`${label}: $${a} + ${b} = ${a + b}$`);
    return a + b;
  }

  minus(label: string, a: number, b: number): number {
    if (a > 999) this.steps.push(columnDifference(a, b));
    this.steps.push(`${label}: $${a} - ${b} = ${a - b}$`);
    return a - b;
  }

  over(label: string, a: number, b: number): number {
    this.steps.push(...divideLines(a, b), `${label}: $${a} \\div ${b} = ${a / b}$`);
    return a / b;
  }
}

type Teller = (rng: Rng, w: Working) => { text: string; answer: number };

const TELLERS: readonly Teller[] = [
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
    const [each, n, per] = [rng.int(2, 40), rng.int(2, 12), rng.int(2, 9)];
    const name = rng.pick(NAMES);
    const all = w.times('Amount', n, each);
    return {
      text: `A carton holds ${each} cups of juice. ${name} drinks ${n} cartons. If there are ${per} calories in every cup, how many calories is that?`,
      answer: w.times('Calories', all, per),
    };
  },
  (rng, w) => {
    const [girls, k] = [rng.int(5, 90), rng.int(2, 6)];
    const [place, x, y] = rng.pick([
      ['garden', 'girls', 'boys'],
      ['park', 'dogs', 'cats'],
      ['library', 'adults', 'children'],
      ['field', 'goats', 'sheep'],
    ]);
    const other = w.times(`Number of ${y}`, k, girls);
    return {
      text: `There are ${girls} ${x} in the ${place}. There are ${k} times as many ${y}. How many ${x} and ${y} are there in the ${place} altogether?`,
      answer: w.plus('Altogether', girls, other),
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
    const [a, b, c] = [rng.int(1, 12), rng.int(1, 9), rng.int(1, 9)];
    const [name, other] = twoNames(rng);
    const [x] = twoGoods(rng);
    const second = w.plus(other, a, b);
    const third = w.plus('The third', second, c);
    return {
      text: `${name} has ${a} ${x}. ${other} has ${b} more than ${name}, and their cousin has ${c} more than ${other}. How many ${x} do they have in all?`,
      answer: w.plus('In all', w.plus('The first two', a, second), third),
    };
  },
  (rng, w) => {
    const boysAway = rng.int(1, 9);
    const girlsAway = rng.int(1, 9);
    const girls = rng.int(10, 90);
    const boys = rng.int(10, 90);
    const ask = rng.chance(0.5);
    const here = w.minus('Boys in the year', girls + boys, girls);
    return {
      text: `There are ${girls + boys} students in a year group. ${girls} of them are girls. On ${rng.pick(['Monday', 'Tuesday', 'Friday'])}, ${girlsAway} girls and ${boysAway} boys were absent. How many boys were ${ask ? 'at school' : 'present'} that day?`,
      answer: w.minus('Boys who came', here, boysAway),
    };
  },
  (rng, w) => {
    const [ledges, each, new_] = [rng.int(5, 70), rng.int(4, 15), rng.int(5, 40)];
    const given = rng.int(1, each - 1);
    const name = rng.pick(NAMES);
    const had = w.times('Plants on the shelves', ledges, each);
    const all = w.plus('With the new ones', had, new_);
    const gone = w.times('Given away', ledges, given);
    return {
      text: `${name} received ${new_} new potted plants. ${name} already has ${each} potted plants on each of ${ledges} shelves and will give away ${given} from each shelf. How many potted plants will ${name} have left?`,
      answer: w.minus('Left', all, gone),
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
    if (!Number.isInteger(hours)) return { text: '', answer: 0 };
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
    const [jars, each, per] = [rng.int(3, 15), rng.int(4, 20), rng.int(2, 12)];
    if ((jars * each) % per !== 0) return { text: '', answer: 0 };
    const name = rng.pick(NAMES);
    const cookies = w.times('Cookies', jars, each);
    return {
      text: `${name} has ${jars} jars of icing, and each jar is enough for ${each} cookies. A tray holds ${per} cookies. How many trays of cookies can ${name} decorate?`,
      answer: w.over('Trays', cookies, per),
    };
  },
  (rng, w) => {
    const [green, dark, rest] = [rng.int(2, 60), rng.int(2, 60), rng.int(5, 150)];
    const total = green + dark + rest;
    if (((green + dark) * 100) % total !== 0) return { text: '', answer: 0 };
    const name = rng.pick(NAMES);
    const all = w.plus('Green ones', green, dark);
    const whole = w.plus('All of them', all, rest);
    const scaled = w.times('Times a hundred', all, 100);
    return {
      text: `${name} has ${green} light green, ${dark} dark green and ${rest} blue buttons. What percent of the buttons are green?`,
      answer: w.over('Percent', scaled, whole),
    };
  },
  (rng, w) => {
    const [percent, base, n] = [rng.pick([10, 20, 25, 50]), rng.int(2, 30) * 20, rng.int(2, 5)];
    const others = w.times('The equal ones', n, base);
    const extra = (base * percent) / 100;
    const part = w.over(`${percent}% of ${base}`, base * percent, 100);
    const big = w.plus('The bigger one', base, part);
    const name = rng.pick(NAMES);
    return {
      text: `${name} looks after ${n} buildings with ${base} flats each and one more building that has ${percent}% more flats than each of the others. How many flats are there in all?`,
      answer: extra === part ? w.plus('In all', others, big) : 0,
    };
  },
  (rng, w) => {
    const [name, other] = twoNames(rng);
    const [x] = twoGoods(rng);
    const [a, more, gone] = [rng.int(4, 60) * 2, rng.int(2, 30), rng.int(1, 4)];
    const half = w.over(`${other} has`, a, 2);
    const both = w.plus('Both', a, half);
    const bought = w.plus('With the new ones', both, more);
    return {
      text: `${name} has ${a} ${x} and ${other} has half as many. They buy ${more} more together and lose ${gone}. How many ${x} do they have now?`,
      answer: w.minus('Now', bought, gone),
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

function tell(rng: Rng): Story {
  for (;;) {
    const working = new Working();
    const { text, answer } = rng.pick(TELLERS)(rng, working);
    if (text !== '') return { text, steps: working.steps, answer };
  }
}

/** Stories of two to four operations, each a step. */
export const longStories: Family = {
  id: 'long-stories',
  topic: 'words',
  title: 'Stories with several steps',
  levels: ['two to four operations'],
  phrasings: [
    '{story}',
    '{story} Give the result as your final answer. Do not include units.',
    'Question 3. {story}',
    '{story} Show your working.',
    'Solve this problem. {story}',
    '{story} Do not include units in the answer.',
    '{story} Explain step by step.',
    '{story} Give only the number.',
    'can you help me with this: {story}',
    '{story} Answer with a number.',
    'Word problem: {story}',
    '{story} Give the result as a number without units.',
    'Read carefully. {story}',
    '{story} Work it out step by step.',
    'homework: {story}',
    '{story} State the result as your final answer.',
  ],
  make(rng) {
    const { text, steps, answer } = tell(rng);
    return { maths: {}, words: { story: text }, steps, answer: String(answer) };
  },
};
