import { columnDifference } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';

const ORDINALS: Readonly<Record<number, string>> = {
  2: 'square',
  3: 'cube',
  4: 'fourth',
  5: 'fifth',
  6: 'sixth',
  7: 'seventh',
  8: 'eighth',
  9: 'ninth',
  10: 'tenth',
};
const LARGEST = 99_999_999;

/** Roots to the nearest whole number: square roots pair by pair, fourth roots as roots of roots, others by powers. */
export const nearestRoot: Family = {
  id: 'nearest-root',
  topic: 'arithmetic',
  title: 'Roots to the nearest whole number',
  levels: ['square roots', 'cube roots', 'fourth roots', 'fifth to tenth roots'],
  phrasings: [
    'What is {root} to the nearest integer?',
    'What is {root}, to the nearest integer?',
    'what is {root} to the nearest integer',
    'Calculate {root} to the nearest integer.',
    'Find {root} to the nearest whole number.',
    'Give {root}, rounded to the nearest integer.',
    '{root} to the nearest integer',
    'Work out {root} to the nearest integer.',
    'Round {root} to the nearest integer.',
    'whats {root} to the nearest whole number',
    'Question 6. Find {root} to the nearest integer.',
    'Estimate {root} to the nearest integer.',
    'Evaluate {root}, to the nearest whole number.',
    'how do i find {root} to the nearest integer',
    'Compute {root}, to the nearest integer.',
    'To the nearest integer, what is {root}?',
    'Determine {root} to the nearest integer.',
    'What is {root} to the nearest integer? ',
    'What is {root}, to the nearest integer? ',
  ],
  make(rng, level) {
    const degree = level === 4 ? rng.int(5, 10) : level + 1;
    const { n, steps, answer } =
      level === 2 ? cubeRoot(rng) : level === 4 ? byPowers(draw(rng), degree) : squareRoots(rng, degree);
    const name = degree === 3 && rng.chance(0.3) ? 'third' : ORDINALS[degree];
    const root = rng.chance(0.5) ? `${n} to the power of 1/${degree}` : `the ${name} root of ${n}`;
    return { maths: {}, words: { root }, steps, answer: String(answer) };
  },
};

interface Found extends Pick<Worked, 'steps'> {
  readonly n: number;
  readonly answer: number;
}

function draw(rng: Rng): number {
  return rng.chance(0.5) ? rng.int(2, LARGEST) : rng.sized(2, LARGEST);
}

/** Powers of 1, 2, 3, … until one is too large, beyond 10 by tens first; then the middle between the last two decides. */
function byPowers(n: number, degree: number): Found {
  const root = Math.floor(n ** (1 / degree) + 1e-9);
  const tens = Math.floor(root / 10) * 10;
  const lines = tens === 0 ? [] : [powersLine(10, 10, tens + 10, degree)];
  lines.push(powersLine(Math.max(1, tens), 1, root + 1, degree));
  const middle = (root + 0.5) ** degree;
  const up = n > middle;
  return {
    n,
    steps: [
      ...lines,
      `The number $${n}$ lies between $${root}^{${degree}}$ and $${root + 1}^{${degree}}$`,
      `The middle: $${root}.5^{${degree}} \\approx ${Math.round(middle)}$, and $${n}$ is ${up ? 'larger, so round up' : 'smaller, so round down'}`,
    ],
    answer: up ? root + 1 : root,
  };
}

function powersLine(from: number, step: number, to: number, degree: number): string {
  const bases = Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
  return `> ${bases.map((base) => `${base}^${degree} = ${base ** degree}`).join(', ')}`;
}

/** The whole part of √n two digits at a time: each line takes off the largest (20 · root + d) · d. */
function rootByPairs(n: number): { lines: string[]; root: number; rest: number } {
  const digits = String(n).length % 2 === 0 ? String(n) : `0${n}`;
  const lines: string[] = [];
  let root = 0;
  let rest = 0;
  for (let at = 0; at < digits.length; at += 2) {
    rest = rest * 100 + Number(digits.slice(at, at + 2));
    let d = 9;
    while ((20 * root + d) * d > rest) d--;
    const taken = (20 * root + d) * d;
    lines.push(`> ${rest}: ${20 * root + d} * ${d} = ${taken}, ${rest} - ${taken} = ${rest - taken}, root ${root * 10 + d}`);
    rest -= taken;
    root = root * 10 + d;
  }
  return { lines, root, rest };
}

/** Degree 2 or 4; a first root is cut off, so numbers where that would change the rounding are passed over. */
function squareRoots(rng: Rng, degree: number): Found {
  for (;;) {
    const n = draw(rng);
    const found = rootOfRoots(n, degree);
    if (found.answer === Math.round(n ** (1 / degree))) return found;
  }
}

function rootOfRoots(n: number, degree: number): Found {
  const steps: string[] = [];
  let inner = n;
  for (let left = degree; left > 2; left /= 2) {
    const { lines, root } = rootByPairs(inner);
    steps.push(`Root of the root: the square root of $${inner}$ first`, ...lines);
    inner = root;
  }
  const { lines, root, rest } = rootByPairs(inner);
  const up = rest > root;
  const verdict = up ? `larger than $${root}$, so round up` : `not larger than $${root}$, so round down`;
  return {
    n,
    steps: [...steps, `The square root of $${inner}$, two digits at a time`, ...lines, `The rest $${rest}$ is ${verdict}`],
    answer: up ? root + 1 : root,
  };
}

/** A number well on one side of the middle between two cubes, found between the cubes of whole tens where it is large. */
function cubeRoot(rng: Rng): Found {
  for (;;) {
    const n = draw(rng);
    const exact = Math.cbrt(n);
    const step = exact < 40 ? 1 : 10;
    const low = Math.floor(exact / step + 1e-9) * step;
    const [below, above] = [low ** 3, (low + step) ** 3];
    const [past, gap] = [n - below, above - below];
    const between = `> ${low}^3 = ${below}, ${low + step}^3 = ${above}`;
    if (step === 1) {
      const up = 2 * past > gap;
      if (Math.round(exact) !== (up ? low + 1 : low)) continue;
      const nearer = up ? low + 1 : low;
      return { n, steps: [between, `The number $${n}$ is nearer to $${nearer}^3 = ${nearer ** 3}$`], answer: nearer };
    }
    // The cube curves a little: only shares of the way that leave no doubt.
    const tenths = Math.round((past / gap) * 100);
    const answer = low + Math.round(tenths / 10);
    const doubt = Math.abs((((tenths + 5) % 10) + 10) % 10) < 2;
    if (doubt || Math.round(exact) !== answer) continue;
    return {
      n,
      steps: [
        between,
        columnDifference(n, below),
        columnDifference(above, below),
        `Of the way from $${low}$ to $${low + 10}$ that is about $${past} \\div ${gap} \\approx ${tenths / 100}$`,
        `So the root is about $${low} + ${tenths / 10} = ${low + tenths / 10}$`,
      ],
      answer,
    };
  }
}
