import { NAMES, twoGoods, twoNames } from '../../story.ts';
import type { Teller } from './story-working.ts';

/** People, animals and things that are counted, given away and shared out. */
export const THINGS: readonly Teller[] = [
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
    const [jars, each, per] = [rng.int(3, 15), rng.int(4, 20), rng.int(2, 12)];
    if ((jars * each) % per !== 0) return undefined;
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
    if (((green + dark) * 100) % total !== 0) return undefined;
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
    const part = w.over(`${percent}% of ${base}`, base * percent, 100);
    const big = w.plus('The bigger one', base, part);
    const name = rng.pick(NAMES);
    return {
      text: `${name} looks after ${n} buildings with ${base} flats each and one more building that has ${percent}% more flats than each of the others. How many flats are there in all?`,
      answer: w.plus('In all', others, big),
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
];
