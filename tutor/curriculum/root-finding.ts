/**
 * The rational roots of a polynomial with whole coefficients as a learner finds them by hand: the smallest root is close
 * to minus the last coefficient over the one before it; Horner's rule tries it and divides it out.
 */
import { divisionLines } from './column-arithmetic.ts';
import { quotient } from './division-step.ts';
import { factor } from './latex.ts';
import { type Polynomial, sum, writePolynomial } from './polynomial.ts';
import { type Rational, rational } from './rational.ts';
import { signedColumns } from './signed-sum.ts';
import { squareRootLines } from './square-root-lines.ts';
import { divideLines, timesLines } from './times-lines.ts';

export interface Found {
  readonly steps: string[];
  /** Each as often as it divides. */
  readonly roots: readonly Rational[];
}

/** Tries at one root before the search is given up. */
const TRIES = 3;

/** Coefficients from the highest power down, the first not zero; nothing when the way is not short. */
export function findRoots(coefficients: Polynomial, x: string): Found | undefined {
  const steps: string[] = [];
  const roots: Rational[] = [];
  let rest = [...coefficients];
  while (rest.length > 1 && rest[rest.length - 1] === 0) {
    rest = rest.slice(0, -1);
    roots.push(rational(0));
  }
  if (roots.length > 0) steps.push(`Root $0$, left over: $${writePolynomial(rest, x)}$`);
  while (rest.length > 3) {
    const found = smallestRoot(rest, x);
    steps.push(...found.steps);
    if (found.rest === undefined) return undefined;
    roots.push(rational(found.root));
    rest = found.rest;
  }
  if (rest.length === 3) {
    const last = quadraticRoots(rest, x);
    return last === undefined ? undefined : { steps: [...steps, ...last.steps], roots: [...roots, ...last.roots] };
  }
  if (rest.length === 2) {
    const last = linearRoot(rest, x);
    return { steps: [...steps, ...last.steps], roots: [...roots, ...last.roots] };
  }
  return { steps, roots };
}

interface Search {
  readonly steps: string[];
  readonly root: number;
  /** What is left when the root is divided out; nothing when it was not found. */
  readonly rest?: number[];
}

function smallestRoot(coefficients: Polynomial, x: string): Search {
  const [before, last] = coefficients.slice(-2);
  const steps: string[] = [];
  let near = 1;
  if (before !== 0) {
    near = Math.round(-last / before) || Math.sign(-last / before);
    steps.push(
      ...ratioLines(last, before),
      `The smallest root is near $${factor(-last)} \\div ${factor(before)}$: try $${near}$`,
    );
  }
  const away = Math.sign(near);
  for (const root of [near, near + away, near + 2 * away, 1, -1, 2, -2].slice(0, TRIES)) {
    const tried = tryRoot(coefficients, root, x);
    steps.push(...tried.steps);
    if (tried.rest !== undefined) return { steps, root, rest: tried.rest };
  }
  return { steps, root: 0 };
}

/** Horner's rule, each product and sum on its own line. */
function tryRoot(coefficients: Polynomial, root: number, x: string): Search {
  const steps = [`> try ${root}: ${coefficients.join(', ')}`];
  const row = [coefficients[0]];
  for (const each of coefficients.slice(1)) {
    const product = row[row.length - 1] * root;
    const line = `> ${row[row.length - 1]} * ${factor(root)} ${each < 0 ? '-' : '+'} ${Math.abs(each)} = ${product + each}`;
    steps.push(...timesLines(row[row.length - 1], root), ...signedColumns(product, each), line);
    row.push(product + each);
  }
  if (row[row.length - 1] !== 0) return { steps: [...steps, `$${root}$ is no root`], root };
  const rest = row.slice(0, -1);
  return { steps: [...steps, `Root $${root}$, left over: $${writePolynomial(rest, x)}$`], root, rest };
}

/** |last| : |before| as far as whole numbers go. */
function ratioLines(last: number, before: number): string[] {
  const [size, by] = [Math.abs(last), Math.abs(before)];
  return size < by ? [] : divisionLines(size, by);
}

export function quadraticRoots(coefficients: Polynomial, x: string): Found | undefined {
  const [a, b, c] = coefficients;
  const [small, large] = [b === 0 ? Number.POSITIVE_INFINITY : Math.abs(c / b), Math.abs(b / a)];
  if (8 * small > large) return bySquareRoot(coefficients, x);
  const search = small > 0.7 ? smallOfTwo(coefficients, x) : largeOfTwo(coefficients, x);
  if (search.rest === undefined) return undefined;
  const other = linearRoot(search.rest, x);
  return { steps: [...search.steps, ...other.steps], roots: [rational(search.root), ...other.roots] };
}

/** -c/b, and once more with what the first guess makes of b where the roots are not far apart. */
function smallOfTwo(coefficients: Polynomial, x: string): Search {
  const [a, b, c] = coefficients;
  let near = Math.round(-c / b);
  const steps = [...ratioLines(c, b), `The small root is near $${factor(-c)} \\div ${factor(b)}$, about $${near}$`];
  if (Math.abs((near * near * a) / b) > 0.3) {
    const better = b + a * near;
    const written = sum(String(b), String(a * near));
    steps.push(...timesLines(a, near), ...signedColumns(b, a * near), `> ${written} = ${better}`, ...ratioLines(c, better));
    near = Math.round(-c / better);
    steps.push(`Closer: $${factor(-c)} \\div ${factor(better)}$, about $${near}$`);
  }
  const tried = tryRoot(coefficients, near, x);
  return { ...tried, steps: [...steps, ...tried.steps] };
}

function largeOfTwo(coefficients: Polynomial, x: string): Search {
  const [a, b] = coefficients;
  const near = Math.round(-b / a);
  const steps = [...ratioLines(b, a), `The large root is near $${factor(-b)} \\div ${factor(a)}$, about $${near}$`];
  const tried = tryRoot(coefficients, near, x);
  return { ...tried, steps: [...steps, ...tried.steps] };
}

function bySquareRoot([a, b, c]: Polynomial, x: string): Found | undefined {
  const discriminant = b * b - 4 * a * c;
  const root = Math.round(Math.sqrt(discriminant));
  if (!Number.isSafeInteger(b * b) || root * root !== discriminant) return undefined;
  if (root === 0 && Math.abs(b) > 4000) return doubleRoot([a, b, c]);
  const four = 4 * a * c;
  const written = `${factor(b)}^2 - 4 \\cdot ${factor(a)} \\cdot ${factor(c)}`;
  const steps = [
    ...timesLines(b, b),
    ...timesLines(4, a),
    ...timesLines(4 * a, c),
    ...signedColumns(b * b, -four),
    `Discriminant: $D = ${written} = ${b * b} - ${factor(four)} = ${discriminant}$`,
    ...squareRootLines(discriminant),
    ...(root === 0 ? [] : [`Its root: $\\sqrt{${discriminant}} = ${root}$`]),
  ];
  if (root === 0) {
    const value = quotient(-b, 2 * a);
    const scratch = value.whole ? divideLines(b, 2 * a) : [];
    const line = `Both roots: $${x} = \\frac{${-b}}{${2 * a}} = ${value.written}$`;
    return { steps: [...steps, ...scratch, line, ...value.lines], roots: [rational(-b, 2 * a), rational(-b, 2 * a)] };
  }
  const values = [-1, 1].map((sign) => {
    const top = -b + sign * root;
    const value = quotient(top, 2 * a);
    const numerator = `${-b} ${sign < 0 ? '-' : '+'} ${root}`;
    steps.push(
      ...signedColumns(-b, sign * root),
      ...(value.whole ? divideLines(top, 2 * a) : []),
      `Root: $${x} = \\frac{${numerator}}{${2 * a}} = ${value.written}$`,
      ...value.lines,
    );
    return rational(top, 2 * a);
  });
  return { steps, roots: values };
}

/** Both roots alike: half of the sum that the coefficients give. */
function doubleRoot([a, b, c]: Polynomial): Found | undefined {
  if (b % (2 * a) !== 0) return undefined;
  const value = -b / (2 * a);
  const steps = [
    ...divideLines(b, 2 * a),
    `Half the sum of the roots: $${factor(-b)} \\div ${factor(2 * a)} = ${value}$`,
    `Its square times $${a}$ has as many digits as $${c}$ and the same beginning: both roots are $${value}$`,
  ];
  return { steps, roots: [rational(value), rational(value)] };
}

export function linearRoot([a, b]: Polynomial, x: string): Found {
  const value = quotient(-b, a);
  const scratch = value.whole ? divideLines(b, a) : [];
  return { steps: [...scratch, `Last root: $${x} = ${value.written}$`, ...value.lines], roots: [rational(-b, a)] };
}
