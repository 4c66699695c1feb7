import type { Family, Worked } from '../../family.ts';
import { fourPlaces } from '../../four-places.ts';
import { factor } from '../../latex.ts';
import { evaluatePolynomial, power, sum, writePolynomial } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { signedColumns } from '../../signed-sum.ts';
import { squareRootLines } from '../../square-root-lines.ts';
import { timesLines } from '../../times-lines.ts';
import { ROUND_TO_FOUR } from './linear-decimal.ts';

/** Powers up to the third with coefficients up to a hundred: every real root as a decimal, rounded to four places. */
export const decimalRoots: Family = {
  id: 'decimal-roots',
  topic: 'algebra',
  title: 'Equations with decimal roots',
  levels: ['a common factor', 'a square alone', 'the quadratic formula'],
  phrasings: ROUND_TO_FOUR,
  make(rng, level) {
    return shortWorked(() => make(rng, level));
  },
};

/** Decimals of a square root before it is divided. */
const ROOT_PLACES = 4;

interface Roots {
  readonly steps: readonly string[];
  readonly values: readonly string[];
}

function make(rng: Rng, level: number): Worked {
  const x = rng.pick([...'abcdefghklmnopqrstuvwxyz']);
  const size = rng.pick(level === 3 ? [9, 30] : [30, 100, 100, 150]);
  const [a, b] = [rng.nonzero(-size, size), rng.nonzero(-size, size)];
  // Most often of the other sign, so that there are roots.
  const c = rng.int(1, size) * (rng.chance(0.85) ? -Math.sign(a) : Math.sign(a));
  const zeros = level === 1 ? rng.int(1, 2) : rng.chance(0.4) ? 1 : 0;
  const inner = level === 1 ? (rng.chance(0.45) ? [a] : [a, b]) : level === 2 ? [a, 0, c] : [a, b, c];
  const coefficients = [...inner, ...new Array<number>(inner.length === 1 ? rng.int(1, 3) : zeros).fill(0)];
  const { steps, values } = rootsOf(inner, x);
  if (!values.every((value) => roundsRight(inner, Number(value)))) return make(rng, level);
  const all = zeros > 0 || inner.length === 1 ? [...new Set([...values, '0'])] : values;
  const sorted = [...all].sort((one, two) => Number(one) - Number(two));
  const none = '\\text{no solution}';
  return {
    maths: { eq: `${writePolynomial(coefficients, x)} = 0`, x },
    steps: [...takeOut(inner, coefficients, x), ...steps],
    answer: sorted.length === 0 ? none : sorted.map((value) => `${x} = ${value}`).join(', '),
  };
}

/** The cut-off root may have turned the fourth place: then the polynomial does not change its sign around the value. */
function roundsRight(inner: readonly number[], value: number): boolean {
  const [low, high] = [-0.00005, 0.00005].map((step) => evaluatePolynomial(inner, value + step));
  return low * high <= 0 || evaluatePolynomial(inner, value) === 0;
}

function takeOut(inner: readonly number[], coefficients: readonly number[], x: string): string[] {
  const zeros = coefficients.length - inner.length;
  if (zeros === 0) return [];
  const out = power(x, zeros);
  if (inner.length === 1) return [`A multiple of $${out}$ is zero: $${x} = 0$`];
  return [`Take out $${out}$: one root is $0$, the others are those of $${writePolynomial(inner, x)}$`];
}

function rootsOf(inner: readonly number[], x: string): Roots {
  const [a, b = 0, c = 0] = inner;
  if (inner.length === 1) return { steps: [], values: [] };
  if (inner.length === 2) return linear(a, b, x);
  return b === 0 ? squareAlone(a, c, x) : formula(a, b, c);
}

function linear(a: number, b: number, x: string): Roots {
  const sign = a < 0 === b < 0 ? '-' : '';
  const { steps, value } = fourPlaces(Math.abs(b), Math.abs(a));
  return {
    steps: [`Solve for $${x}$: $${x} = ${sign}\\frac{${Math.abs(b)}}{${Math.abs(a)}}$`, ...steps],
    values: [sign + value],
  };
}

/** ax^2 + c = 0 by the root of -ac over a, which has no fraction under the root. */
function squareAlone(a: number, c: number, x: string): Roots {
  const [p, q] = [Math.abs(a), Math.abs(c)];
  if (a < 0 === c < 0)
    return { steps: [`The square of $${x}$ would be $-\\frac{${q}}{${p}}$, and no square is negative`], values: [] };
  const root = rooted(p * q, p);
  return {
    steps: [
      `The square of $${x}$ is $\\frac{${q}}{${p}}$`,
      `The root has the size $\\frac{\\sqrt{${p} \\cdot ${q}}}{${p}} = \\frac{\\sqrt{${p * q}}}{${p}}$`,
      ...timesLines(p, q),
      ...root.steps,
    ],
    values: [`-${root.value}`, root.value],
  };
}

/** √n / bottom; the digits of the root come two of n at a time. */
function rooted(n: number, bottom: number): ReturnType<typeof fourPlaces> {
  const { steps, scaled } = rootDigits(n);
  const divided = bottom === 1 ? { steps: [], value: '' } : fourPlaces(scaled, bottom, ROOT_PLACES);
  const whole = fourPlaces(scaled, 1, ROOT_PLACES);
  return bottom === 1
    ? { steps: [...steps, ...whole.steps.slice(-1)], value: whole.value }
    : { steps: [...steps, ...divided.steps], value: divided.value };
}

function rootDigits(n: number): { steps: string[]; scaled: number } {
  const long = n * 10 ** (2 * ROOT_PLACES);
  const scaled = Math.floor(Math.sqrt(long));
  const written = String(scaled).padStart(ROOT_PLACES + 1, '0');
  const decimal = `${written.slice(0, -ROOT_PLACES)}.${written.slice(-ROOT_PLACES)}`;
  return { steps: [`> root of ${n} with four decimal places`, ...squareRootLines(long), `> so ${decimal}`], scaled };
}

function formula(a: number, b: number, c: number): Roots {
  const [square, product] = [b * b, 4 * a * c];
  const d = square - product;
  const steps = [
    ...timesLines(b, b),
    ...timesLines(4, a),
    ...timesLines(4 * a, c),
    ...signedColumns(square, -product),
    `Discriminant: $D = ${factor(b)}^2 - 4 \\cdot ${factor(a)} \\cdot ${factor(c)} = ${square} - ${factor(product)} = ${d}$`,
  ];
  if (d < 0) return { steps: [...steps, 'It is negative: no real root'], values: [] };
  const root = rootDigits(d);
  const values = [-1, 1].map((sign) => {
    const top = -b * 10 ** ROOT_PLACES + sign * root.scaled;
    const negative = top < 0 !== a < 0;
    const { steps: dividing, value } = fourPlaces(Math.abs(top), Math.abs(2 * a), ROOT_PLACES);
    const shown = sum(String(-b), `${sign < 0 ? '-' : ''}${trim(root.scaled)}`);
    steps.push(...(sign < 0 ? root.steps : []), `> (${shown}) / ${factor(2 * a)} = ${trim(top)} / ${factor(2 * a)}`, ...dividing);
    return value === '0' ? '0' : `${negative ? '-' : ''}${value}`;
  });
  return { steps, values: [...new Set(values)] };
}

/** A whole number of 10^-4 as a decimal. */
function trim(scaled: number): string {
  return String(scaled / 10 ** ROOT_PLACES);
}
