import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import type { Rng } from '../../rng.ts';
import { surdLines } from '../../surd.ts';

type Vector = readonly [number, number];
const write = ([x, y]: Vector) => `(${x}, ${y})`;

/** Sums, multiples, lengths and dot products of plane vectors. */
export const vectors: Family = {
  id: 'vectors',
  topic: 'geometry',
  title: 'Vectors',
  levels: ['sums and differences', 'multiples', 'length and dot product'],
  phrasings: [
    'If <given>, find {ask}.',
    '<given>, find {ask}',
    'Given the vectors <given>, find {ask}.',
    'Let <given>. Work out {ask}.',
    'Find {ask} for <given>.',
    'What is {ask} if <given>?',
    'Vectors <given>. Calculate {ask}.',
    'Calculate {ask} when <given>.',
    'The vectors are <given>. Find {ask}.',
    'vectors: <given>. {ask} = ?',
    'how do i find {ask} if <given>',
    'Work out {ask} given that <given>.',
    'Question 6. <given>. Find {ask}.',
    'Determine {ask} where <given>.',
    'Suppose <given>. What is {ask}?',
    'can you work out {ask} with <given>',
    '{told}',
    'find {told}',
    'What is {told}?',
    'Work out {told}.',
    'vectors: {told}',
    'Calculate {told}.',
    'how do i find {told}',
    '{told} please',
  ],
  make(rng, level) {
    const small = (): Vector => [rng.int(-9, 12), rng.int(-9, 12)];
    const [a, b] = [small(), small()];
    const given = `a = ${write(a)}, b = ${write(b)}`;
    switch (level) {
      case 1: {
        const minus = rng.chance(0.5);
        const result = combine(1, a, minus ? -1 : 1, b);
        const told = minus
          ? [`${write(a)} - ${write(b)}`, `the vector ${write(a)} minus the vector ${write(b)}`]
          : [`${write(a)} + ${write(b)}`, `the sum of the vectors ${write(a)} and ${write(b)}`];
        return {
          maths: { given },
          words: { ask: minus ? 'a - b' : 'a + b', told: rng.pick(told) },
          steps: result.steps,
          answer: result.answer,
        };
      }
      case 2:
        return multiples(a, b, given, rng);
      default:
        return rng.chance(0.5) ? dot(a, b, given) : size(a, rng);
    }
  },
};

/** ka ± b, component by component. */
function combine(k: number, a: Vector, m: number, b: Vector): { steps: string[]; answer: string } {
  const sign = m < 0 ? '-' : '+';
  const [ka, mb]: [Vector, Vector] = [
    [k * a[0], k * a[1]],
    [Math.abs(m) * b[0], Math.abs(m) * b[1]],
  ];
  const add = (i: 0 | 1) => (m < 0 ? ka[i] - mb[i] : ka[i] + mb[i]);
  const line = (i: 0 | 1, name: string) => `${name}: $${ka[i]} ${sign} ${factor(mb[i])} = ${add(i)}$`;
  return { steps: [line(0, 'First parts'), line(1, 'Second parts')], answer: write([add(0), add(1)]) };
}

function multiples(a: Vector, b: Vector, given: string, rng: Rng): Worked {
  const k = rng.int(2, 6);
  const m = rng.pick([0, 1, -1, 2, -2, 3, -3]);
  const scaled = (n: number, v: Vector, name: string) =>
    `Multiply ${name} by ${n}: $${n} \\cdot ${factor(v[0])} = ${n * v[0]}$ and $${n} \\cdot ${factor(v[1])} = ${n * v[1]}$`;
  const first = scaled(k, a, 'a');
  if (m === 0)
    return {
      maths: { given },
      words: { ask: `${k}a`, told: `${k}${write(a)}` },
      steps: [first],
      answer: write([k * a[0], k * a[1]]),
    };
  const times = Math.abs(m);
  const second = times === 1 ? [] : [scaled(times, b, 'b')];
  const { steps, answer } = combine(k, a, m, b);
  const ask = `${k}a ${m < 0 ? '-' : '+'} ${times === 1 ? '' : times}b`;
  const told = `${k}${write(a)} ${m < 0 ? '-' : '+'} ${times === 1 ? '' : times}${write(b)}`;
  return { maths: { given }, words: { ask, told }, steps: [first, ...second, ...steps], answer };
}

function dot(a: Vector, b: Vector, given: string): Worked {
  const [x, y] = [a[0] * b[0], a[1] * b[1]];
  return {
    maths: { given },
    words: { ask: 'the dot product of a and b', told: `the dot product of ${write(a)} and ${write(b)}` },
    steps: [
      `Multiply the first parts: $${factor(a[0])} \\cdot ${factor(b[0])} = ${x}$`,
      `Multiply the second parts: $${factor(a[1])} \\cdot ${factor(b[1])} = ${y}$`,
      `Add: $${x} ${y < 0 ? '-' : '+'} ${Math.abs(y)} = ${x + y}$`,
    ],
    answer: String(x + y),
  };
}

function size(drawn: Vector, rng: Rng): Worked {
  const a: Vector = drawn[0] === 0 && drawn[1] === 0 ? [3, 4] : drawn;
  const total = a[0] ** 2 + a[1] ** 2;
  const root = surdLines(total);
  return {
    maths: { given: `a = ${write(a)}` },
    words: {
      ask: rng.pick(['the magnitude of a', 'the length of a', '|a|']),
      told: rng.pick([
        `the magnitude of the vector ${write(a)}`,
        `the length of the vector ${write(a)}`,
        `the magnitude of ${write(a)}`,
      ]),
    },
    steps: [
      `Square the parts: $${factor(a[0])}^2 = ${a[0] ** 2}$ and $${factor(a[1])}^2 = ${a[1] ** 2}$`,
      `Add: $${a[0] ** 2} + ${a[1] ** 2} = ${total}$`,
      ...(root.lines.length === 0 ? [`Square root: $${root.value}$`] : root.lines),
    ],
    answer: root.value,
  };
}
