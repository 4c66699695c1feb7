import { freeLetters } from '../../composed.ts';
import type { Family } from '../../family.ts';
import { factor } from '../../latex.ts';
import { multiplyPolynomials, power, sum, writePolynomial } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { signedColumns } from '../../signed-sum.ts';
import { divideLines, timesLines } from '../../times-lines.ts';
import { tellDerivative, writeOver, writeOverSum } from '../../told-derivative.ts';

/** scale·(x - r)(x - s)…, as it is typed and as it is taken apart. */
interface Rooted {
  readonly x: string;
  readonly top: number;
  readonly bottom: number;
  readonly roots: readonly number[];
  readonly monic: readonly number[];
  readonly told: string;
  readonly typed: string;
  /** From what is typed to scale·monic. */
  readonly steps: readonly string[];
}

const LEVELS: readonly string[] = ['one small and one large root', 'three roots', 'four or five roots', 'told as a derivative'];

function rooted(rng: Rng, level: number): Rooted {
  const [x, f, inner] = freeLetters(rng, []);
  const roots = chooseRoots(rng, level);
  const monic = roots.reduce<number[]>((product, root) => multiplyPolynomials(product, [1, -root]), [1]);
  const top = (rng.chance(0.5) ? -1 : 1) * rng.int(1, 5);
  const bottom = rng.chance(0.35) && top % 2 !== 0 ? rng.pick([2, 4, 7].filter((n) => top % n !== 0)) : 1;
  const terms = monic.flatMap((n, index) => (n === 0 ? [] : [{ top: n * top, bottom, exponent: monic.length - 1 - index }]));
  const scale = writeOver({ top, bottom, exponent: 0 }, x);
  const taken = scale === '1' ? [] : [...divisions(monic, top, bottom), `Take out $${scale}$: $${writePolynomial(monic, x)}$`];
  if (level < 4) return { x, top, bottom, roots, monic, told: '', typed: writeOverSum(terms, x), steps: taken };
  const { sentence, steps } = tellDerivative(terms, rng.int(1, 3), [f, inner, x], rng);
  return { x, top, bottom, roots, monic, told: sentence, typed: `${f}(${x})`, steps: [...steps, ...taken] };
}

function divisions(monic: readonly number[], top: number, bottom: number): string[] {
  if (bottom !== 1) return [];
  return monic
    .slice(1)
    .flatMap((n) => (n === 0 ? [] : divideLines(n * top, top).length > 0 ? [`> ${n * top} / ${factor(top)} = ${n}`] : []));
}

function chooseRoots(rng: Rng, level: number): number[] {
  if (level === 1) {
    const small = rng.nonzero(-60, 60);
    // So that the small root is the quotient of the last two coefficients, rounded.
    const least = 4 * small * small + 20;
    return [small, (rng.chance(0.5) ? -1 : 1) * rng.sized(least, Math.max(least, rng.pick([999, 99_999, 9_999_999])))];
  }
  const count = level === 2 ? 3 : level === 3 ? rng.int(4, 5) : rng.int(2, 4);
  const roots = Array.from({ length: count - 1 }, () => rng.int(-4, 4));
  if (rng.chance(0.35)) roots[1] = roots[0];
  return [...roots, rng.chance(0.5) ? rng.int(-5, 5) : rng.int(-99, 99)];
}

/** Synthetic division by each candidate in turn, until a linear factor is left; every root with its line. */
function takeApart({ monic, x }: Rooted): string[] {
  const steps: string[] = [];
  let rest = monic;
  if (rest.length === 3 && Math.abs(rest[2]) > 400) return byQuotient(rest, x);
  for (const candidate of [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5]) {
    while (rest.length > 2) {
      if (candidate === 0 && rest[rest.length - 1] !== 0) break;
      const row = horner(rest, candidate);
      if (candidate !== 0) steps.push(`> try ${candidate}: ${row.join(', ')}`);
      if (row[row.length - 1] !== 0) break;
      rest = row.slice(0, -1);
      steps.push(`Root $${candidate}$, left over: $${writePolynomial(rest, x)}$`);
    }
  }
  return [...steps, `Last root: $${-rest[1] + 0}$`];
}

function horner(coefficients: readonly number[], at: number): number[] {
  const row = [coefficients[0]];
  for (const each of coefficients.slice(1)) row.push(row[row.length - 1] * at + each);
  return row;
}

/** A root far smaller than the other is close to minus the last coefficient over the middle one. */
function byQuotient([, b, c]: readonly number[], x: string): string[] {
  const near = Math.round(-c / b);
  const other = -b - near;
  return [
    ...divideLines(c, b),
    `One root is close to $${factor(-c)} \\div ${factor(b)}$: try $${near}$`,
    ...signedColumns(-b, -near),
    `The roots add up to $${-b}$: the other is $${-b} - ${factor(near)} = ${other}$`,
    ...timesLines(near, other),
    `Their product: $${factor(near)} \\cdot ${factor(other)} = ${c}$`,
    `As brackets: $${bracketOf(near, x)}${bracketOf(other, x)}$`,
  ];
}

function bracketOf(root: number, x: string): string {
  return root === 0 ? x : `(${sum(x, String(-root))})`;
}

function distinct(roots: readonly number[]): number[] {
  return [...new Set(roots)].sort((a, b) => a - b);
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
      const roots = distinct(made.roots);
      return {
        maths: { eq: `${made.typed} = 0`, x: made.x },
        words: { told: made.told },
        steps: [...made.steps, ...takeApart(made)],
        answer: roots.map((root) => `${made.x} = ${root}`).join(', '),
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
        steps: [...made.steps, ...takeApart(made), `Put together: $${answer}$`],
        answer,
      };
    });
  },
};

/** -\frac{2x^2(x - 3)}{7}: the scale around the brackets, x first. */
function writeFactored({ top, bottom, roots, x }: Rooted): string {
  const repeated = (root: number) => roots.filter((each) => each === root).length;
  const brackets = distinct(roots)
    .sort((a, b) => Number(b === 0) - Number(a === 0) || b - a)
    .map((root) => power(bracketOf(root, x), repeated(root)))
    .join('');
  const size = Math.abs(top);
  const over = `${size === 1 ? '' : size}${brackets}`;
  return `${top < 0 ? '-' : ''}${bottom === 1 ? over : `\\frac{${over}}{${bottom}}`}`;
}
