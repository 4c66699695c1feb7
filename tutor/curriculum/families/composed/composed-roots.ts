import { entropyFraction, entropyInteger, shareOut } from '../../entropy.ts';
import { multiplyPolynomials, type Polynomial, power, term, writePolynomial } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import { multiplyRational, type Rational, rational, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { divideLines } from '../../times-lines.ts';
import { budgetOf, type Composed, composedFamily, deskFor } from './composed-question.ts';
import { findSmallRoots } from './small-roots.ts';

interface Rooted {
  readonly roots: readonly Rational[];
  /** Whole coefficients without a common divisor, the first above zero. */
  readonly primitive: Polynomial;
  readonly scale: Rational;
}

/** The roots, or the factors, of a polynomial that is told in stages or needs collecting. */
export const composedRoots = composedFamily(
  { id: 'composed-roots', topic: 'algebra', title: 'Roots of polynomials told in stages' },
  make,
);

function make(rng: Rng, level: number): Composed {
  const { entropy, rest } = budgetOf(level, rng);
  for (;;) {
    const { roots, primitive, scale } = draw(entropy, rng);
    const found = findSmallRoots(primitive, 'x');
    if (found === undefined) continue;
    const desk = deskFor(rng);
    const rule = primitive.map((n) => multiplyRational(rational(n), scale));
    const told = desk.polynomial(rule, rest, true);
    const x = told.f === '' ? told.x : desk.letter();
    const typed = told.f === '' ? told.rule : `${told.f}(${x})`;
    const solving = findSmallRoots(primitive, x)?.steps ?? [];
    const asked = rng.chance(0.5);
    const factored = writeFactored(roots, scale, x);
    return {
      told: [{ name: typed, sentences: told.sentences, steps: told.steps }],
      ask: asked ? askRoots(`${typed} = 0`, x, rng) : `Factor \\(${typed}\\).`,
      steps: [...takeOut(primitive, scale, x), ...solving, ...(asked ? [] : [`Put together: $${factored}$`])],
      answer: asked
        ? distinct(roots)
            .map((root) => `${x} = ${writeRational(root)}`)
            .join(', ')
        : factored,
    };
  }
}

/** A common denominator first, then the common factor of what stands over it. */
function takeOut(primitive: Polynomial, scale: Rational, x: string): string[] {
  const { top, bottom } = scale;
  if (top === 1 && bottom === 1) return [];
  const over = primitive.map((n) => n * top);
  return [
    ...(bottom === 1 ? [] : [`Over $${bottom}$: $${fraction(writePolynomial(over, x), bottom)}$`]),
    ...over.flatMap((n) => divideLines(n, top)),
    `Take out $${writeRational(scale)}$: $${writePolynomial(primitive, x)}$`,
  ];
}

function askRoots(eq: string, x: string, rng: Rng): string {
  return rng.pick([
    `Let \\(${eq}\\). What is \\(${x}\\)?`,
    `Let \\(${eq}\\). Calculate \\(${x}\\).`,
    `Suppose \\(${eq}\\). What is \\(${x}\\)?`,
    `Suppose \\(${eq}\\). Calculate \\(${x}\\).`,
    `What is \\(${x}\\) in \\(${eq}\\)?`,
    `Solve \\(${eq}\\) for \\(${x}\\).`,
    `Find \\(${x}\\) such that \\(${eq}\\).`,
    `Find \\(${x}\\), given that \\(${eq}\\).`,
    `Determine \\(${x}\\) so that \\(${eq}\\).`,
    `Determine \\(${x}\\), given that \\(${eq}\\).`,
    `Solve \\(${eq}\\).`,
  ]);
}

function draw(entropy: number, rng: Rng): Rooted {
  const forScale = Math.min(entropy / 2, 1);
  const count = rng.int(2, 5);
  let repeated = 0;
  for (let k = 1; k < count; k++) if (rng.chance(0.2)) repeated++;
  const shares = shareOut(rng, entropy - forScale, new Array(count - repeated).fill(1));
  const first = shares.map((each) => (rng.chance(0.1) ? entropyFraction(rng, each) : rational(entropyInteger(rng, each))));
  const roots = [...first, ...Array.from({ length: repeated }, () => rng.pick(first))];
  const primitive = roots.reduce<number[]>((product, { top, bottom }) => multiplyPolynomials(product, [bottom, -top + 0]), [1]);
  const scale = rng.chance(0.5) ? rational(entropyInteger(rng, forScale, 1)) : entropyFraction(rng, forScale);
  return { roots, primitive, scale };
}

function distinct(roots: readonly Rational[]): Rational[] {
  const sorted = [...roots].sort((a, b) => a.top * b.bottom - b.top * a.bottom);
  return sorted.filter((root, index) => index === 0 || writeRational(root) !== writeRational(sorted[index - 1]));
}

/** -\frac{2x^2(3x - 1)}{7}: the scale around the brackets, x first, then from the largest root down. */
function writeFactored(roots: readonly Rational[], scale: Rational, x: string): string {
  const repeated = (root: Rational) => roots.filter((each) => each.top === root.top && each.bottom === root.bottom).length;
  const brackets = distinct(roots)
    .reverse()
    .sort((a, b) => Number(b.top === 0) - Number(a.top === 0))
    .map((root) => power(root.top === 0 ? x : `(${writePolynomial([root.bottom, -root.top], x)})`, repeated(root)))
    .join('');
  const over = term(Math.abs(scale.top), brackets);
  return `${scale.top < 0 ? '-' : ''}${scale.bottom === 1 ? over : `\\frac{${over}}{${scale.bottom}}`}`;
}
