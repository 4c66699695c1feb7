/**
 * The rational roots of a polynomial with whole coefficients as a learner finds them by hand: the smallest root is close
 * to minus the last coefficient over the one before it; Horner's rule divides it out, and the units of the last coefficient check it.
 */
import { divisionLines, remainderLines } from './column-arithmetic.ts';
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
    const guess = ratio(last, before);
    near = guess.value || Math.sign(-last / before);
    steps.push(...guess.steps, `The smallest root is near $${factor(-last)} \\div ${factor(before)}$: try $${near}$`);
  }
  const away = Math.sign(near);
  for (const root of [near, near + away, near + 2 * away].slice(0, TRIES)) {
    const tried = tryRoot(coefficients, root, x);
    if (tried === undefined) return { steps, root };
    steps.push(...tried.steps);
    if (tried.rest !== undefined) return { steps, root, rest: tried.rest };
  }
  return { steps, root: 0 };
}

/**
 * Horner's rule up to the last coefficient, of which the units digit is compared. Nothing where that digit would take a
 * number for a root that is none.
 */
function tryRoot(coefficients: Polynomial, root: number, x: string): Search | undefined {
  const steps = [`> try ${root}: ${coefficients.join(', ')}`];
  const rest = [coefficients[0]];
  for (const each of coefficients.slice(1, -1)) {
    const before = rest[rest.length - 1];
    const product = before * root;
    const line = `> ${before} * ${factor(root)} ${each < 0 ? '-' : '+'} ${Math.abs(each)} = ${product + each}`;
    steps.push(...timesLines(before, root), ...signedColumns(product, each), line);
    rest.push(product + each);
  }
  const [end, last] = [rest[rest.length - 1], coefficients[coefficients.length - 1]];
  const [digit, wanted] = [Math.abs(end * root) % 10, Math.abs(last) % 10];
  const agrees = digit === wanted && end * root < 0 === last > 0;
  if (agrees !== (end * root + last === 0)) return undefined;
  const check = `> check: ${end} * ${factor(root)}, units ${digit}, against ${-last}, units ${wanted}`;
  if (!agrees) return { steps: [...steps, check, `$${root}$ is no root`], root };
  return { steps: [...steps, check, `Root $${root}$, left over: $${writePolynomial(rest, x)}$`], root, rest };
}

/** -last / before to the nearest whole number, from as many leading digits as that takes. */
function ratio(last: number, before: number): { steps: string[]; value: number } {
  const sign = last < 0 === before < 0 ? -1 : 1;
  let [size, by] = [Math.abs(last), Math.abs(before)];
  if (2 * size < by) return { steps: [], value: 0 };
  const cut = 10 ** Math.max(0, String(by).length - String(Math.floor(size / by)).length - 2);
  const steps: string[] = [];
  if (cut > 1) {
    steps.push(`> ${size} / ${by} is about ${Math.floor(size / cut)} / ${Math.floor(by / cut)}`);
    [size, by] = [Math.floor(size / cut), Math.floor(by / cut)];
  }
  return { steps: size < by ? steps : [...steps, ...divisionLines(size, by)], value: sign * Math.round(size / by) };
}

export function quadraticRoots(coefficients: Polynomial, x: string): Found | undefined {
  const [a, b, c] = coefficients;
  const [small, large] = [b === 0 ? Number.POSITIVE_INFINITY : Math.abs(c / b), Math.abs(b / a)];
  if (8 * small > large) return bySquareRoot(coefficients);
  const search = small > 0.7 ? smallOfTwo(coefficients, x) : largeOfTwo(coefficients, x);
  if (search.rest === undefined) return undefined;
  const other = linearRoot(search.rest, x);
  return { steps: [...search.steps, ...other.steps], roots: [rational(search.root), ...other.roots] };
}

/** -c/b, and once more with what the first guess makes of b where the roots are not far apart. */
function smallOfTwo(coefficients: Polynomial, x: string): Search {
  const [a, b, c] = coefficients;
  const first = ratio(c, b);
  let near = first.value;
  const steps = [...first.steps, `The small root is near $${factor(-c)} \\div ${factor(b)}$, about $${near}$`];
  if (Math.abs((near * near * a) / b) > 0.3) {
    const better = b + a * near;
    const again = ratio(c, better);
    const written = sum(String(b), String(a * near));
    steps.push(...timesLines(a, near), ...signedColumns(b, a * near), `> ${written} = ${better}`, ...again.steps);
    near = again.value;
    steps.push(`Closer: $${factor(-c)} \\div ${factor(better)}$, about $${near}$`);
  }
  return tried(coefficients, near, x, steps);
}

function largeOfTwo(coefficients: Polynomial, x: string): Search {
  const [a, b] = coefficients;
  const { steps, value } = ratio(b, a);
  return tried(coefficients, value, x, [...steps, `The large root is near $${factor(-b)} \\div ${factor(a)}$, about $${value}$`]);
}

function tried(coefficients: Polynomial, near: number, x: string, before: readonly string[]): Search {
  const search = tryRoot(coefficients, near, x);
  return search === undefined ? { steps: [...before], root: near } : { ...search, steps: [...before, ...search.steps] };
}

function bySquareRoot([a, b, c]: Polynomial): Found | undefined {
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
    const line = `Both roots: $\\frac{${-b}}{${2 * a}} = ${value.written}$`;
    return { steps: [...steps, ...scratch, line, ...value.lines], roots: [rational(-b, 2 * a), rational(-b, 2 * a)] };
  }
  const values = [-1, 1].map((sign) => {
    const top = -b + sign * root;
    const value = quotient(top, 2 * a);
    const numerator = `${-b} ${sign < 0 ? '-' : '+'} ${root}`;
    steps.push(
      ...signedColumns(-b, sign * root),
      ...(value.whole ? divideLines(top, 2 * a) : []),
      `Root: $\\frac{${numerator}}{${2 * a}} = ${value.written}$`,
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
    ...remainderLines(Math.abs(b), Math.abs(2 * a)),
    `Half the sum of the roots: $${factor(-b)} \\div ${factor(2 * a)} = ${value}$`,
    `Its square times $${a}$ has as many digits as $${c}$ and the same beginning: both roots are $${value}$`,
  ];
  return { steps, roots: [rational(value), rational(value)] };
}

export function linearRoot([a, b]: Polynomial, x: string): Found {
  const value = quotient(-b, a);
  const scratch = value.whole && divideLines(b, a).length > 0 ? remainderLines(Math.abs(b), Math.abs(a)) : [];
  return { steps: [...scratch, `Last root, for $${x}$: $${value.written}$`, ...value.lines], roots: [rational(-b, a)] };
}
