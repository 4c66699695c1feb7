import { freeLetters } from '../../composed.ts';
import { entropyFraction, entropyInteger, shareOut } from '../../entropy.ts';
import type { Family } from '../../family.ts';
import { multiplyPolynomials, power, sum, term } from '../../polynomial.ts';
import { gcd } from '../../quotient.ts';
import { type Rational, rational, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { type Found, findRoots } from '../../root-finding.ts';
import { shortWorked } from '../../short-worked.ts';
import { timesLines } from '../../times-lines.ts';
import { tellDerivative, writeOverSum } from '../../told-derivative.ts';

/** A polynomial with rational roots: top/bottom · whole, the whole one's coefficients sharing no factor. */
interface Rooted {
  readonly x: string;
  readonly top: number;
  readonly bottom: number;
  readonly whole: readonly number[];
  readonly told: string;
  readonly typed: string;
  /** From what is typed to each root. */
  readonly found: Found;
}

const LEVELS: readonly string[] = ['one small and one large root', 'three roots', 'two to five roots', 'told as a derivative'];

/** Draws until the roots can be found on a short way. */
function rooted(rng: Rng, level: number): Rooted {
  for (;;) {
    const [x, f, inner] = freeLetters(rng, []);
    const whole = chooseRoots(rng, level).reduce<number[]>(
      (product, root) => multiplyPolynomials(product, [root.bottom, -root.top]),
      [1],
    );
    const scale = rng.chance(0.5) ? rational(rng.nonzero(-5, 5)) : entropyFraction(rng, 1);
    const values = whole.map((n) => n * scale.top);
    if (!promising(values)) continue;
    const found = findRoots(values, x);
    if (found === undefined) continue;
    const { top, bottom } = scale;
    const terms = values.flatMap((n, index) => (n === 0 ? [] : [{ top: n, bottom, exponent: values.length - 1 - index }]));
    const steps = bottom === 1 ? found.steps : [...clearing(values, bottom), ...found.steps];
    const made = { x, top, bottom, whole, found: { ...found, steps } };
    if (level < 4) return { ...made, told: '', typed: writeOverSum(terms, x) };
    const told = tellDerivative(terms, rng.int(1, 3), [f, inner, x], rng);
    return { ...made, told: told.sentence, typed: `${f}(${x})`, found: { ...found, steps: [...told.steps, ...steps] } };
  }
}

/** Few enough digits for the trials, each of which writes every coefficient out; far cheaper than to find that out by trying. */
function promising(values: readonly number[]): boolean {
  const digits = values.reduce((total, n) => total + String(n).length, 0);
  return digits * (values.length - 2) < 70 && values.every((n) => Math.abs(n) < 1e15);
}

/** The numbers over the common bottom, products shown where a coefficient was whole or had a smaller bottom. */
function clearing(values: readonly number[], bottom: number): string[] {
  const scratch = values.flatMap((n) => {
    const shared = gcd(n, bottom);
    return n === 0 || shared === 1 ? [] : [...timesLines(n / shared, shared), `> ${n / shared} * ${shared} = ${n}`];
  });
  return [...scratch, `The coefficients times $${bottom}$: $${values.join(', ')}$`];
}

function chooseRoots(rng: Rng, level: number): Rational[] {
  const count = level === 1 ? 2 : level === 2 ? 3 : level === 3 ? rng.int(2, 5) : rng.int(2, 3);
  const repeated = rng.chance(level === 3 ? 0.35 : 0.2) ? 1 : 0;
  const large = level < 3 && rng.chance(0.2) ? 7 + 3.5 * rng.next() : 4 + 3 * rng.next();
  const entropy = level === 4 ? 2.5 : rng.chance(0.25) ? 3 : large;
  const shares = shareOut(
    rng,
    entropy,
    Array.from({ length: count - repeated }, () => 1),
  );
  const roots = shares.map((share) => (rng.chance(0.1) ? entropyFraction(rng, share) : rational(entropyInteger(rng, share))));
  return repeated === 0 ? roots : [...roots, rng.pick(roots)];
}

function distinct(roots: readonly Rational[]): Rational[] {
  const seen = new Map(roots.map((root) => [writeRational(root), root]));
  return [...seen.values()].sort((a, b) => a.top / a.bottom - b.top / b.bottom);
}

/** x, (x - 2) or (3x - 2). */
function bracketOf({ top, bottom }: Rational, x: string): string {
  return top === 0 ? x : `(${sum(term(bottom, x), String(-top))})`;
}

export const polynomialRoots: Family = {
  id: 'polynomial-roots',
  topic: 'algebra',
  title: 'Roots of polynomials',
  levels: LEVELS,
  phrasings: [
    '{told}Let <eq>. What is <x>?',
    '{told}Let <eq>. Calculate <x>.',
    '{told}Suppose <eq>. What is <x>?',
    '{told}Suppose <eq>. Calculate <x>.',
    '{told}What is <x> in <eq>?',
    '{told}Solve <eq> for <x>.',
    '{told}Find <x> such that <eq>.',
    '{told}Find <x>, given that <eq>.',
    '{told}Determine <x> so that <eq>.',
    '{told}Determine <x>, given that <eq>.',
    '{told}Solve <eq>.',
    '{told}Find all <x> with <eq>.',
    '{told}For which <x> is <eq>?',
    '{told}solve <eq>',
    '{told}Find the roots: <eq>',
    '{told}how do i solve <eq>',
    '{told}Give every <x> for which <eq>.',
  ],
  make(rng, level) {
    return shortWorked(() => {
      const made = rooted(rng, level);
      const roots = distinct(made.found.roots);
      return {
        maths: { eq: `${made.typed} = 0`, x: made.x },
        words: { told: made.told },
        steps: made.found.steps,
        answer: roots.map((root) => `${made.x} = ${writeRational(root)}`).join(', '),
      };
    });
  },
};

export const polynomialFactors: Family = {
  id: 'polynomial-factors',
  topic: 'algebra',
  title: 'Factorising polynomials',
  levels: LEVELS,
  phrasings: [
    '{told}Factor <e>.',
    '{told}Factor <e>',
    '{told}Factorise <e> completely.',
    '{told}Factor <e> completely.',
    '{told}Fully factorise <e>.',
    '{told}Write <e> as a product of linear factors.',
    '{told}factorise fully <e>',
    '{told}What are the factors of the polynomial <e>?',
    '{told}Find the complete factorisation of <e>.',
    '{told}Give <e> in factored form.',
    '{told}Split <e> into linear factors.',
    '{told}factor <e> pls',
    '{told}Express <e> as a product of its linear factors.',
    '{told}How does <e> factor?',
    '{told}Question 5. Factor <e>.',
    '{told}can you factor <e> completely',
    '{told}Put <e> into fully factored form.',
  ],
  make(rng, level) {
    return shortWorked(() => {
      const made = rooted(rng, level);
      const answer = writeFactored(made);
      return {
        maths: { e: made.typed },
        words: { told: made.told },
        steps: [...made.found.steps, `Put together: $${answer}$`],
        answer,
      };
    });
  },
};

/** -\frac{2x^2(x - 3)}{7}: the scale around the brackets, x first. */
function writeFactored({ top, bottom, found, x }: Rooted): string {
  const repeated = (root: Rational) => found.roots.filter((each) => writeRational(each) === writeRational(root)).length;
  const brackets = distinct(found.roots)
    .sort((a, b) => Number(b.top === 0) - Number(a.top === 0) || b.top / b.bottom - a.top / a.bottom)
    .map((root) => power(bracketOf(root, x), repeated(root)))
    .join('');
  const size = Math.abs(top);
  const over = `${size === 1 ? '' : size}${brackets}`;
  return `${top < 0 ? '-' : ''}${bottom === 1 ? over : `\\frac{${over}}{${bottom}}`}`;
}
