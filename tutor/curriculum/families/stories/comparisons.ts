import { type Person, storyFamily, type Tale, type Teller } from './tale.ts';

const THINGS = 'apples books stickers marbles pages points fish shells photos coins songs badges tickets toys pears stamps'.split(
  ' ',
);

interface Counted {
  readonly who: Person;
  readonly count: number;
}

/** "> Mia: 12": how many someone has, written the same way when found and again before it is used, so that it is copied. */
function has({ who, count }: Counted): string {
  return `> ${who.name}: ${count}`;
}

/** Says how many one person has by another's number, and works it out. */
function relate(tale: Tale, who: Person, other: Counted, x: string): number | undefined {
  const { name } = other.who;
  const n = other.count;
  const { rng } = tale;
  switch (rng.int(0, 6)) {
    case 0: {
      const k = rng.int(2, 60);
      tale.say(`${who.name} has ${k} more ${x} than ${name}.`, `${who.name} has ${k} more than ${name}.`);
      return tale.plus(`${who.name}, ${k} more than ${name}`, n, k);
    }
    case 1: {
      if (n < 4) return undefined;
      const k = rng.int(1, n - 2);
      tale.say(`${who.name} has ${k} fewer ${x} than ${name}.`, `${who.name} has ${k} less than ${name}.`);
      return tale.minus(`${who.name}, ${k} fewer than ${name}`, n, k);
    }
    case 2: {
      const k = rng.int(2, 6);
      const times =
        k === 2
          ? rng.pick(['twice', 'two times', '2 times', 'double'])
          : k === 3
            ? rng.pick(['three times', '3 times', 'triple'])
            : `${tale.n(k)} times`;
      tale.say(
        /^(double|triple)/.test(times)
          ? `${who.name} has ${times} the number of ${x} that ${name} has.`
          : `${who.name} has ${times} as many ${x} as ${name}.`,
      );
      return tale.times(`${who.name}, ${k} times ${name}`, k, n);
    }
    case 3: {
      const [d, part] = rng.pick([
        [2, 'half'],
        [3, 'a third'],
        [4, 'a quarter'],
        [2, '0.5 times'],
        [5, 'one fifth'],
      ] as const);
      if (n % d !== 0) return undefined;
      tale.say(`${who.name} has ${part} as many ${x} as ${name}.`);
      return tale.over(`${who.name}, one of ${d} parts of ${name}`, n, d);
    }
    case 4: {
      const [k, more] = [rng.int(2, 5), rng.int(1, 20)];
      tale.say(`${who.name} has ${more} more than ${tale.n(k)} times as many ${x} as ${name}.`);
      return tale.plus(`${who.name}, ${more} more than that`, tale.times(`${k} times ${name}`, k, n), more);
    }
    case 5: {
      const [k, less] = [rng.int(2, 5), rng.int(1, 20)];
      if (k * n <= less) return undefined;
      tale.say(`${who.name} has ${less} fewer than ${tale.n(k)} times as many ${x} as ${name}.`);
      return tale.minus(`${who.name}, ${less} fewer than that`, tale.times(`${k} times ${name}`, k, n), less);
    }
    default: {
      const p = rng.pick([10, 20, 25, 40, 50, 60, 75, 90]);
      if ((n * p) % 100 !== 0) return undefined;
      tale.say(`${who.name} has ${p}% more ${x} than ${name}.`);
      return tale.plus(`${who.name}, that more than ${name}`, n, tale.percent(`${p}% of ${name}`, p, n));
    }
  }
}

const chain: Teller = (tale, level) => {
  const people = tale.people(level + 1);
  const x = tale.rng.pick(THINGS);
  const known: Counted[] = [{ who: people[0], count: tale.rng.sized(2, 300) }];
  tale.say(`${people[0].name} has ${known[0].count} ${x}.`, `${people[0].name} has collected ${known[0].count} ${x}.`);
  tale.note(has(known[0]));
  for (const who of people.slice(1)) {
    const other = tale.rng.pick(known);
    tale.note(`${who.name}, from the number of ${other.who.name}`, has(other));
    const count = relate(tale, who, other, x);
    if (count === undefined || count < 1 || count > 5000) return undefined;
    known.push({ who, count });
    tale.note(has({ who, count }));
  }
  return ask(tale, known, x);
};

function total(tale: Tale, [first, ...others]: readonly Counted[]): number {
  return others.reduce((sum, { who, count }, index) => {
    return tale.plus(index === 0 ? `${first.who.name} and ${who.name}` : `With ${who.name}`, sum, count);
  }, first.count);
}

function ask(tale: Tale, known: readonly Counted[], x: string): number | undefined {
  const last = known[known.length - 1];
  switch (tale.rng.int(0, 5)) {
    case 0:
    case 1:
      tale.say(
        `How many ${x} do they have altogether?`,
        `How many ${x} do they have in total?`,
        'How many is that in all?',
        `What is the total number of ${x}?`,
      );
      return total(tale, known);
    case 2:
      tale.say(`How many ${x} does ${last.who.name} have?`);
      tale.note(`So ${last.who.name} has $${last.count}$`);
      return last.count;
    case 3: {
      const [high, low] = known[0].count > last.count ? [known[0], last] : [last, known[0]];
      if (high.count === low.count) return undefined;
      tale.say(`How many more ${x} does ${high.who.name} have than ${low.who.name}?`);
      return tale.minus(`${high.who.name} less ${low.who.name}`, high.count, low.count);
    }
    case 4: {
      const all = known.reduce((sum, { count }) => sum + count, 0);
      if (all % known.length !== 0) return undefined;
      tale.say(`What is the average number of ${x}?`, `How many ${x} does each have on average?`);
      return tale.over('Average', total(tale, known), known.length);
    }
    default: {
      const sum = known.reduce((all, { count }) => all + count, 0);
      const rest = tale.rng.int(1, 60);
      tale.say(
        `There were ${sum + rest} ${x} hidden at first. How many are still hidden?`,
        `They found them among ${sum + rest} ${x}. How many ${x} did nobody find?`,
      );
      return tale.minus('Left', sum + rest, total(tale, known));
    }
  }
}

/** "A and B have 258 between them, B has 140 more": the sum and the difference. */
const sumAndDifference: Teller = (tale) => {
  const [a, b] = tale.people(2);
  const x = tale.rng.pick(['metres of rope', 'feet of fence', 'cards', 'dollars', 'acres of land', 'kilos of apples']);
  const [less, more] = [tale.rng.int(5, 150), tale.rng.int(2, 160)];
  const wanted = tale.rng.pick([a, b]);
  tale.say(
    `${a.name} and ${b.name} have ${less + less + more} ${x} between them, and they split it so that ${b.name} gets ${more} more than ${a.name}.`,
    `${a.name} and ${b.name} share ${less + less + more} ${x}. ${b.name} gets ${more} more than ${a.name}.`,
  );
  tale.say(`How much is that for ${wanted.name}?`, `How many ${x} does ${wanted.name} get?`);
  // Both shares always, so that the name in the question only chooses between two that stand there.
  const small = tale.over(`${a.name}, who gets less`, tale.minus('Without the difference', less + less + more, more), 2);
  const large = tale.plus(`${b.name}, who gets more`, small, more);
  const answer = wanted === a ? small : large;
  tale.note(has({ who: a, count: small }), has({ who: b, count: large }), `So ${wanted.name} gets $${answer}$`);
  return answer;
};

const ages: Teller = (tale) => {
  const [a, b] = tale.people(2);
  const [age, years, k] = [tale.rng.int(6, 40), tale.rng.int(2, 12), tale.rng.int(2, 4)];
  const kin = b.they === 'he' ? 'brother' : 'sister';
  switch (tale.rng.int(0, 3)) {
    case 0:
      tale.say(
        `${a.name} is ${age} years old. In ${years} years ${a.their} ${kin} ${b.name} will be ${k} times as old as ${a.name} is now. How old is ${b.name} right now?`,
      );
      return k * age > years ? tale.minus('Now', tale.times(`In ${years} years`, k, age), years) : undefined;
    case 1:
      tale.say(
        `${a.name} is ${age} and ${b.name} is ${years} years older. How old will ${b.name} be when ${a.name} is ${age + k * 3}?`,
        `${a.name} is ${age}. ${b.name} is ${years} years older. What will be the age of ${b.name} when ${a.name} turns ${age + k * 3}?`,
      );
      return tale.plus(`${b.name} then`, age + k * 3, years);
    case 2: {
      const apart = 2 * years;
      tale.say(
        `${a.name} and ${b.name} are ${apart} years apart in age. If ${a.name}, who is younger than ${b.name}, is ${age} years old, what is the average of their ages?`,
      );
      const older = tale.plus(b.name, age, apart);
      return tale.over('Average', tale.plus('Together', age, older), 2);
    }
    default:
      tale.say(`${a.name} is ${k} times as old as ${b.name}, who is ${age}. How old were they together ${tale.n(2)} years ago?`);
      return tale.minus('Two years ago', tale.plus('Together now', age, tale.times(a.name, k, age)), 4);
  }
};

/** People whose numbers hang on each other's: sums, differences, averages, ages. */
export const storyOfComparisons = storyFamily(
  'story-of-comparisons',
  'Stories of who has more',
  ['two people', 'three people', 'four people'],
  [chain, chain, chain, chain, sumAndDifference, ages],
);
