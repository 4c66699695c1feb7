import { quotient } from '../../division-step.ts';
import type { Family, Worked } from '../../family.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { divideLines, timesLines } from '../../times-lines.ts';

/** n·(n-1)·… with each product on its line. */
function productDown(from: number, count: number): { steps: string[]; value: number; written: string } {
  const factors = Array.from({ length: count }, (_, index) => from - index);
  const steps: string[] = [];
  let value = factors[0];
  for (const factor of factors.slice(1)) {
    const lines = timesLines(value, factor);
    steps.push(...(lines.length === 1 ? lines : [...lines, `> ${value} * ${factor} = ${value * factor}`]));
    value *= factor;
  }
  return { steps, value, written: factors.join(' \\cdot ') };
}

/** n choose k. */
export const combinations: Family = {
  id: 'combinations',
  topic: 'data',
  title: 'Combinations',
  levels: ['pairs', 'small groups'],
  phrasings: [
    'How many ways are there to choose {k} people from {n}?',
    'In how many ways can {k} books be chosen from {n} books?',
    'Work out {n} choose {k}.',
    'What is {n} choose {k}?',
    '{n}C{k}',
    'Evaluate {n}C{k}.',
    '{n} choose {k}',
    'How many groups of {k} can be made from {n} students?',
    'Find the number of combinations of {k} from {n}.',
    'how many ways to pick {k} from {n}',
    'A team of {k} is chosen from {n} players. How many teams are possible?',
    'How many different committees of {k} can be formed from {n} people?',
    'Calculate C({n}, {k}).',
    'How many ways can you select {k} cards from {n} cards?',
    'In how many ways can you choose {k} out of {n} if order does not matter?',
    'number of ways to choose {k} things from {n} things',
    'You pick {k} of {n} toppings. How many choices are there?',
    'How many groups of {k} people can be formed from {n} people?',
    'how many groups of {k} are there in a class of {n}',
    'A teacher picks a group of {k} from {n} students. How many groups are possible?',
    'Groups of {k} are made from {n} children. How many different groups are there?',
    'How many pairs or groups of {k} can you pick from {n} friends?',
    'how many ways can i choose {k} from {n} if the order is not important',
    'How many handshakes or groups of {k} are possible among {n} people?',
    'How many sets of {k} can be picked from {n} pens?',
    'how many different groups of {k} from {n}',
    '{scene}',
    '{scene}?',
    'Work out {scene}.',
    '{scene}, show working',
    'Question 5: {scene}?',
    'can you tell me {scene}',
    'homework: {scene}',
    'help with this, {scene}?',
    '{scene} please',
    'Find out {scene}.',
  ],
  make(rng, level): Worked {
    const k = level === 1 ? 2 : rng.int(3, 4);
    const n = rng.int(k + 1, level === 1 ? 15 : k === 3 ? 10 : 9);
    const top = productDown(n, k);
    const bottom = productDown(k, k);
    const result = quotient(top.value, bottom.value);
    return {
      maths: {},
      words: { n: String(n), k: String(k), scene: scene(n, k, rng) },
      steps: [
        'Order does not matter, so divide the ordered choices by the orders of a group',
        ...top.steps,
        `Ordered choices: $${top.written} = ${top.value}$`,
        ...(k > 2 ? bottom.steps : []),
        `Orders of a group: $${bottom.written} = ${bottom.value}$`,
        ...divideLines(top.value, bottom.value),
        `Divide: $${fraction(top.value, bottom.value)} = ${result.value}$`,
      ],
      answer: result.value,
    };
  },
};

/** A question whose group is known by what it is for. */
function scene(n: number, k: number, rng: Rng): string {
  if (k > 2) {
    return rng.pick([
      `how many different teams of ${k} can be picked from ${n} players`,
      `how many ways ${k} winners can be chosen from ${n} people if all prizes are the same`,
      `how many triangles or other shapes with ${k} corners can be drawn through ${n} points on a circle`,
      `how many hands of ${k} cards there are in a pack of ${n} cards`,
    ]);
  }
  return rng.pick([
    `how many handshakes there are when ${n} people all shake hands once`,
    `how many handshakes are possible among ${n} people`,
    `how many different pairs can be made from ${n} people`,
    `how many games are played if ${n} teams all play each other once`,
    `how many matches there are when each of ${n} players plays every other once`,
    `how many lines join ${n} points if no three are in a line`,
    `how many ways two people can be picked from ${n}`,
  ]);
}

/** Arrangements of k out of n in order. */
export const permutations: Family = {
  id: 'permutations',
  topic: 'data',
  title: 'Arrangements',
  levels: ['all of them', 'some of them'],
  phrasings: [
    'In how many ways can {k} of {n} people be lined up?',
    'How many ways are there to arrange {k} out of {n} books on a shelf?',
    'How many arrangements of {k} from {n} are there?',
    '{n}P{k}',
    'Evaluate {n}P{k}.',
    'In how many orders can {k} of {n} runners finish?',
    'Find the number of permutations of {k} from {n}.',
    'how many ways to order {k} things out of {n}',
    'How many ordered selections of {k} can be made from {n} students?',
    'How many {k}-letter codes can be made from {n} different letters without repeats?',
    'Calculate P({n}, {k}).',
    'In how many ways can {k} of {n} songs be played in order?',
    'How many different ways can {k} out of {n} students sit in a row?',
    'number of permutations of {n} objects taken {k} at a time',
    'You place {k} of {n} pictures in a row. How many arrangements are possible?',
    'In how many ways can you pick {k} out of {n} if order matters?',
    'How many ways are there to pick {k} from {n} when order matters?',
    'order matters: how many ways to choose {k} out of {n}',
    'how many ways to put {k} out of {n} things in order',
    'How many ways are there to order {k} out of {n} things?',
    'how many orders are there for {k} things out of {n}',
    'In how many ways can {k} things out of {n} be put in order?',
    'how many ways can i arrange {k} of {n} things',
    'Choose {k} of {n} people for a first, second and so on. How many ways are there?',
    'In how many different orders can you pick {k} of {n} cards?',
  ],
  make(rng, level): Worked {
    const n = rng.int(3, level === 1 ? 6 : 10);
    const k = level === 1 ? n : rng.int(2, Math.min(4, n - 1));
    const top = productDown(n, k);
    return {
      maths: {},
      words: { n: String(n), k: String(k) },
      steps: ['Order matters: one choice fewer for each next place', ...top.steps, `Multiply: $${top.written} = ${top.value}$`],
      answer: String(top.value),
    };
  },
};

/** n!. */
export const factorial: Family = {
  id: 'factorial',
  topic: 'data',
  title: 'Factorials',
  levels: ['up to 8!', 'quotients'],
  phrasings: [
    'Evaluate <e>',
    'Work out <e>.',
    'What is <e>?',
    '<e>',
    'Calculate <e>',
    'Find the value of <e>.',
    '<e> = ?',
    'how do i work out <e>',
    'Compute <e>.',
    'find <e>',
    'What is the value of <e>?',
    'can you calculate <e>',
    'Simplify <e>.',
    'work out the value of <e>',
    'Question 3. Evaluate <e>.',
    'Give the value of <e>.',
    'i need to find <e>',
  ],
  make(rng, level): Worked {
    if (level === 1) {
      const n = rng.int(0, 8);
      if (n < 2) return { maths: { e: `${n}!` }, steps: [`By definition: $${n}! = 1$`], answer: '1' };
      const { steps, value, written } = productDown(n, n);
      return { maths: { e: `${n}!` }, steps: [...steps, `Multiply: $${n}! = ${written} = ${value}$`], answer: String(value) };
    }
    const n = rng.int(4, 15);
    const drop = rng.int(1, n > 10 ? 2 : 3);
    const { steps, value, written } = productDown(n, drop);
    const e = fraction(`${n}!`, `${n - drop}!`);
    return {
      maths: { e },
      steps: [`Cancel $${n - drop}!$: $${e} = ${written}$`, ...steps, `So $${e} = ${value}$`],
      answer: String(value),
    };
  },
};
