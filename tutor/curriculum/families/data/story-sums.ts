import type { Family } from '../../family.ts';
import { NAMES, twoGoods, twoNames } from '../../story.ts';
import { divideLines, timesLines } from '../../times-lines.ts';

/** Had some, got some, gave some away. */
export const haveLeft: Family = {
  id: 'have-left',
  topic: 'words',
  title: 'Adding and taking away in stories',
  levels: ['small numbers', 'numbers up to 500'],
  phrasings: [
    '{name} has {a} {x}. {name} gets {b} more and gives away {c}. How many {x} does {name} have now?',
    '{name} had {a} {x}, found {b} more and lost {c}. How many are left?',
    'There were {a} {x} in a box. {b} were added and {c} were taken out. How many are in the box now?',
    '{name} has {a} {x}, buys {b} more and sells {c}. How many {x} are left?',
    'A shop had {a} {x}. It received {b} more and sold {c}. How many {x} are there now?',
    '{name} starts with {a} {x}, wins {b} and loses {c}. How many {x} does {name} have at the end?',
    'i have {a} {x} and get {b} more, then i give {c} to a friend. how many do i have',
    '{name} collected {a} {x} on Monday and {b} on Tuesday, then gave {c} to a friend. How many {x} remain?',
    '{a} {x}, add {b} more, take away {c}. how many left',
    'A school has {a} {x}. It buys {b} more but {c} are lost. How many {x} does it have now?',
    'On a shelf there are {a} {x}. {name} puts {b} more there and takes {c} away. How many are on the shelf?',
    '{name} picked {a} {x} in the morning and {b} in the afternoon. {c} were used. How many are left?',
    'Question 1. {name} has {a} {x}, receives {b} more and gives away {c}. How many are left?',
    'If {name} has {a} {x}, gets {b} more and then uses {c}, how many {x} remain?',
    '{name} made {a} {x} and then {b} more. {c} of them were sold. How many were not sold?',
    'A basket holds {a} {x}. {name} adds {b} and removes {c}. How many {x} does it hold now?',
    'Work out how many {x} {name} has after starting with {a}, getting {b} and giving away {c}.',
    '{name} collected {a} {x} last week and {b} this week and then gave away {c}. How many {x} are left?',
    'on monday {name} got {a} {x}, on tuesday {b} more, then {c} were lost. how many remain',
    '{name} finds {a} {x} and later {b} more, then hands {c} to a friend. How many does {name} keep?',
    'What is left of {a} {x} after {b} more arrive and {c} are used?',
    '{a} {x} and {b} more, minus {c}. How many are there?',
    'There are {a} {x} on a table. {b} more are put there and {c} are eaten. How many {x} remain?',
    'how many {x} does {name} have if there were {a}, {b} came and {c} went',
    'A farmer had {a} {x}, got {b} more and sold {c}. Find how many are left.',
  ],
  make(rng, level) {
    const [x] = twoGoods(rng);
    const high = level === 1 ? 30 : 450;
    const [a, b] = [rng.sized(2, high), rng.sized(2, high)];
    const c = rng.int(1, a + b);
    return {
      maths: {},
      words: { name: rng.pick(NAMES), x, a: String(a), b: String(b), c: String(c) },
      steps: [`Add: $${a} + ${b} = ${a + b}$`, `Subtract: $${a + b} - ${c} = ${a + b - c}$`],
      answer: String(a + b - c),
    };
  },
};

/** Packs of things shared out. */
export const shareEqually: Family = {
  id: 'share-equally',
  topic: 'words',
  title: 'Multiplying and sharing in stories',
  levels: ['share a number', 'packs shared equally'],
  phrasings: [
    '{stock}. They are shared equally between {n} children. How many {x} does each child get?',
    '{stock}. {n} friends share them equally. How many {x} does each friend get?',
    '{stock}. {name} shares them out between {n} people. How many does each person get?',
    '{stock}. The {x} are divided equally into {n} boxes. How many {x} are in each box?',
    '{stock}. If {n} students share them equally, how many {x} does each one get?',
    '{stock}. They are put into {n} equal groups. How many {x} are in each group?',
    '{stock}. {n} kids split them equally, how many each',
    '{stock}. Find how many {x} each of {n} people gets in an equal share.',
    '{stock}. They are packed equally in {n} bags. How many are in each bag?',
    '{stock}. They are shared out fairly among {n} children. How many does each child receive?',
    '{stock}. how many does each of {n} friends get if they share equally',
    '{stock}. {n} teams get the same number. How many {x} are there for each team?',
    '{stock}. Work out how many {x} each of the {n} pupils gets.',
    '{stock}. These are divided by {n} people equally. What is the share of each?',
    '{stock}. {n} classes share them equally. How many {x} does each class get?',
    '{stock}. Everyone in a group of {n} gets the same number. How many is that?',
    '{stock}. Each person in a group of {n} gets the same number. How many is that each?',
    '{stock}. A group of {n} shares them, everyone gets the same. How many does each get?',
    '{stock}. Every one of {n} people gets the same number. What is that number?',
    '{stock}. All of the {n} people get equally many. How many is that?',
    '{stock}. {n} people each get the same amount. how many does everyone get',
    '{stock}. Split between {n}, how many each?',
    '{stock}. How many does each one of {n} players get if everyone gets the same number?',
  ],
  make(rng, level) {
    const [x] = twoGoods(rng);
    const name = rng.pick(NAMES);
    const n = rng.int(2, 12);
    if (level === 1) {
      const each = rng.int(1, 25);
      const total = n * each;
      return {
        maths: {},
        words: {
          name,
          x,
          n: String(n),
          stock: rng.pick([`There are ${total} ${x}`, `${name} has ${total} ${x}`, `A box holds ${total} ${x}`]),
        },
        steps: [
          ...divideLines(total, n),
          `Divide: $${total} \\div ${n} = ${each}$`,
          ...timesLines(n, each),
          `Check: $${n} \\cdot ${each} = ${total}$`,
        ],
        answer: String(each),
      };
    }
    const packs = rng.int(2, 12);
    const each = packs * rng.int(1, 4);
    const inPack = (n * each) / packs;
    const stock = rng.pick([
      `${name} has ${packs} packs of ${inPack} ${x}`,
      `There are ${packs} boxes with ${inPack} ${x} in each`,
      `${name} buys ${packs} bags with ${inPack} ${x} in each`,
    ]);
    return {
      maths: {},
      words: { name, x, n: String(n), stock },
      steps: [
        ...timesLines(packs, inPack),
        `All the ${x}: $${packs} \\cdot ${inPack} = ${packs * inPack}$`,
        ...divideLines(packs * inPack, n),
        `Divide: $${packs * inPack} \\div ${n} = ${each}$`,
      ],
      answer: String(each),
    };
  },
};

/** Two people, one with more than the other. */
export const compareAmounts: Family = {
  id: 'compare-amounts',
  topic: 'words',
  title: 'More than, fewer than, times as many',
  levels: ['more and fewer', 'times as many'],
  phrasings: [
    '{n1} has {a} {x}. {n2} has {rel} {n1}. How many {x} do they have together?',
    '{n1} has {a} {x} and {n2} has {rel} {n1}. How many {x} do they have altogether?',
    '{n1} owns {a} {x}. {n2} owns {rel} {n1}. Find the total number of {x}.',
    'If {n1} has {a} {x} and {n2} has {rel} {n1}, how many {x} are there in all?',
    '{n1} collected {a} {x}. {n2} collected {rel} {n1}. How many did they collect together?',
    '{n1} has {a} {x}, {n2} has {rel} {n1}, how many in total',
    '{n1} made {a} {x}. {n2} made {rel} {n1}. How many {x} did they make altogether?',
    'Work out how many {x} {n1} and {n2} have together if {n1} has {a} and {n2} has {rel} {n1}.',
    'There are {a} {x} in the bag of {n1}. {n2} has {rel} {n1}. How many {x} do both have?',
    '{n1} sold {a} {x}. {n2} sold {rel} {n1}. How many {x} were sold altogether?',
    '{n1} found {a} {x} and {n2} found {rel} {n1}. What is the total?',
    'Question 4. {n1} has {a} {x}. {n2} has {rel} {n1}. Work out the total number of {x}.',
    'how many {x} do {n1} and {n2} have if {n1} has {a} and {n2} has {rel} {n1}',
    '{n1} needs {a} {x}. {n2} needs {rel} {n1}. How many {x} are needed in total?',
    '{n1} picked {a} {x}. {n2} picked {rel} {n1}. Calculate how many {x} they picked together.',
    'Suppose {n1} has {a} {x} and {n2} has {rel} {n1}. How many {x} have they got together?',
  ],
  make(rng, level) {
    const [n1, n2] = twoNames(rng);
    const [x] = twoGoods(rng);
    const a = rng.int(3, level === 1 ? 80 : 40);
    const words = { n1, n2, x, a: String(a) };
    if (level === 2) {
      const k = rng.int(2, 5);
      const rel = k === 2 && rng.chance(0.5) ? 'twice as many as' : `${k} times as many as`;
      return {
        maths: {},
        words: { ...words, rel },
        steps: [...timesLines(k, a), `${n2} has $${k} \\cdot ${a} = ${k * a}$`, `Add: $${a} + ${k * a} = ${a + k * a}$`],
        answer: String(a + k * a),
      };
    }
    const more = rng.chance(0.6);
    const by = rng.int(1, more ? 40 : a - 1);
    const second = more ? a + by : a - by;
    return {
      maths: {},
      words: { ...words, rel: `${by} ${more ? 'more' : 'fewer'} than` },
      steps: [`${n2} has $${a} ${more ? '+' : '-'} ${by} = ${second}$`, `Add: $${a} + ${second} = ${a + second}$`],
      answer: String(a + second),
    };
  },
};
