import {
  decimalProductLines,
  decimalSumLines,
  decimalTerm,
  divideDecimal,
  moveDecimal,
  ONE,
  placesOf,
  written,
} from '../../decimal-moves.ts';
import { UNKNOWNS } from '../../equation-steps.ts';
import type { Family, Worked } from '../../family.ts';
import { SOLVE_EQUATION } from '../../phrasing.ts';
import { sum } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';

/** x + 2.5 = 4, 0.5x = 6, 1.2x - 3 = 4.2 and the like. Numbers are whole thousandths. */
export const equationDecimals: Family = {
  id: 'equation-decimals',
  topic: 'algebra',
  title: 'Equations with decimals',
  levels: ['a decimal added or taken away', 'a decimal coefficient', 'two steps', 'brackets and both sides'],
  phrasings: SOLVE_EQUATION,
  make(rng, level) {
    const x = rng.pick(UNKNOWNS);
    for (;;) {
      const worked = MAKERS[level - 1](x, rng);
      // Whole numbers alone belong to the other families, which answer with fractions.
      if (worked?.maths.eq.includes('.')) return worked;
    }
  },
};

type Maker = (x: string, rng: Rng) => Worked | undefined;

const MAKERS: readonly Maker[] = [
  (x, rng) => (rng.chance(0.75) ? added(x, rng) : takenFrom(x, rng)),
  (x, rng) => (rng.chance(0.75) ? multiplied(x, rng) : divided(x, rng)),
  (x, rng) => (rng.chance(0.8) ? twoSteps(x, rng) : takenAway(x, rng)),
  (x, rng) => (rng.chance(0.5) ? bracket(x, rng) : bothSides(x, rng)),
];

/** With a tenth mostly, at times whole or with hundredths. */
function draw(rng: Rng, most: number): number {
  const [places, unit] = rng.pick([
    [1, 100],
    [1, 100],
    [1, 100],
    [1, 500],
    [0, 1000],
    [2, 10],
    [2, 250],
  ] as const);
  const size = places === 2 ? Math.min(most, 10) : most;
  return unit * rng.int(1, Math.max(1, Math.floor((size * ONE) / unit)));
}

function signed(rng: Rng, value: number): number {
  return rng.chance(0.2) ? -value : value;
}

/** a · b where it comes out in thousandths. */
function product(a: number, b: number): number | undefined {
  return (a * b) % ONE === 0 ? (a * b) / ONE : undefined;
}

function swapped(left: string, right: string, rng: Rng): { eq: string; steps: string[] } {
  if (!rng.chance(0.12)) return { eq: `${left} = ${right}`, steps: [] };
  return { eq: `${right} = ${left}`, steps: [`Swap the sides: $${left} = ${right}$`] };
}

function check(left: string, value: number): string {
  return `Check: $${left} = ${written(value)}$`;
}

function bracketed(value: number): string {
  return value < 0 ? `(${written(value)})` : written(value);
}

function added(x: string, rng: Rng): Worked {
  const [b, root] = [rng.chance(0.5) ? -draw(rng, 20) : draw(rng, 20), signed(rng, draw(rng, 30))];
  const left = rng.chance(0.15) && b > 0 ? `${written(b)} + ${x}` : sum(x, written(b));
  const { eq, steps } = swapped(left, written(b + root), rng);
  return {
    maths: { eq, x },
    steps: [...steps, ...moveDecimal(x, b, b + root), check(sum(written(root), written(b)), b + root)],
    answer: `${x} = ${written(root)}`,
  };
}

function takenFrom(x: string, rng: Rng): Worked {
  const [a, root] = [draw(rng, 20), signed(rng, draw(rng, 20))];
  return {
    maths: { eq: `${written(a)} - ${x} = ${written(a - root)}`, x },
    steps: [
      ...moveDecimal(`-${x}`, a, a - root),
      `Change all signs: $${x} = ${written(root)}$`,
      check(`${written(a)} - ${bracketed(root)}`, a - root),
    ],
    answer: `${x} = ${written(root)}`,
  };
}

/** Not one. */
function coefficient(rng: Rng): number {
  const a = rng.chance(0.5) ? rng.pick([500, 250, 200, 100, 1500, 2500, 1200, 750, 400]) : draw(rng, 9);
  return a === ONE ? 2 * ONE : a;
}

function multiplied(x: string, rng: Rng): Worked | undefined {
  const a = signed(rng, coefficient(rng));
  // At times the solution does not come out, and is a fraction.
  const c = rng.chance(0.15) ? draw(rng, 12) : product(a, signed(rng, draw(rng, 20)));
  if (c === undefined) return undefined;
  const { eq, steps } = swapped(decimalTerm(a, x), written(c), rng);
  const divided = divideDecimal(a, c, x);
  return { maths: { eq, x }, steps: [...steps, ...divided.steps], answer: `${x} = ${divided.value}` };
}

function divided(x: string, rng: Rng): Worked | undefined {
  const [a, c] = [coefficient(rng), signed(rng, draw(rng, 20))];
  const root = product(a, c);
  if (root === undefined) return undefined;
  const right = `${written(c)} \\cdot ${written(a)}`;
  return {
    maths: { eq: `\\frac{${x}}{${written(a)}} = ${written(c)}`, x },
    steps: [
      `Multiply both sides by $${written(a)}$: $${x} = ${right}$`,
      ...decimalProductLines(c, a),
      `Simplify: $${x} = ${written(root)}$`,
    ],
    answer: `${x} = ${written(root)}`,
  };
}

function twoSteps(x: string, rng: Rng): Worked | undefined {
  const a = rng.chance(0.4) ? ONE * rng.int(2, 9) : signed(rng, coefficient(rng));
  const [b, root] = [rng.chance(0.5) ? -draw(rng, 12) : draw(rng, 12), signed(rng, draw(rng, 12))];
  const ax = product(a, root);
  if (ax === undefined) return undefined;
  const left = decimalTerm(a, x);
  const { eq, steps } = swapped(sum(left, written(b)), written(ax + b), rng);
  const { steps: last, value } = divideDecimal(a, ax, x);
  return { maths: { eq, x }, steps: [...steps, ...moveDecimal(left, b, ax + b), ...last], answer: `${x} = ${value}` };
}

function takenAway(x: string, rng: Rng): Worked | undefined {
  const [b, a, root] = [draw(rng, 20), coefficient(rng), draw(rng, 9)];
  const ax = product(a, root);
  if (ax === undefined) return undefined;
  const left = decimalTerm(-a, x);
  const { steps, value } = divideDecimal(-a, -ax, x);
  return {
    maths: { eq: `${written(b)} - ${decimalTerm(a, x)} = ${written(b - ax)}`, x },
    steps: [...moveDecimal(left, b, b - ax), ...steps],
    answer: `${x} = ${value}`,
  };
}

/** k(x + b) = c. */
function bracket(x: string, rng: Rng): Worked | undefined {
  const k = rng.chance(0.6) ? ONE * rng.int(2, 6) : coefficient(rng);
  const [b, root] = [rng.chance(0.4) ? -draw(rng, 9) : draw(rng, 9), signed(rng, draw(rng, 9))];
  const [kb, kx] = [product(k, b), product(k, root)];
  if (kb === undefined || kx === undefined) return undefined;
  const left = decimalTerm(k, x);
  const { steps, value } = divideDecimal(k, kx, x);
  return {
    maths: { eq: `${written(k)}(${sum(x, written(b))}) = ${written(kb + kx)}`, x },
    steps: [
      ...decimalProductLines(k, b),
      `Expand the bracket: $${sum(left, written(kb))} = ${written(kb + kx)}$`,
      ...moveDecimal(left, kb, kb + kx),
      ...steps,
    ],
    answer: `${x} = ${value}`,
  };
}

/** ax + b = cx + d, a greater than c. */
function bothSides(x: string, rng: Rng): Worked | undefined {
  const [c, more] = [coefficient(rng), rng.chance(0.5) ? ONE * rng.int(1, 5) : coefficient(rng)];
  const [b, root] = [rng.chance(0.4) ? -draw(rng, 9) : draw(rng, 9), signed(rng, draw(rng, 9))];
  const difference = product(more, root);
  if (difference === undefined || placesOf(c + more) > 2) return undefined;
  const d = difference + b;
  const left = decimalTerm(more, x);
  const { steps, value } = divideDecimal(more, difference, x);
  const cx = decimalTerm(c, x);
  return {
    maths: {
      eq: `${sum(decimalTerm(c + more, x), written(b))} = ${sum(cx, d === 0 ? '' : written(d))}`,
      x,
    },
    steps: [
      ...decimalSumLines(c + more, -c),
      `Subtract $${cx}$ from both sides: $${sum(left, written(b))} = ${written(d)}$`,
      ...moveDecimal(left, b, d),
      ...steps,
    ],
    answer: `${x} = ${value}`,
  };
}
