import { solveTwoStep, UNKNOWNS } from '../../equation-steps.ts';
import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { SOLVE_EQUATION } from '../../phrasing.ts';
import { sum, term } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';

/** ax + b = cx + d, with brackets, fractional answers or a fraction bar. */
export const linearBothSides: Family = {
  id: 'linear-both-sides',
  topic: 'algebra',
  title: 'Linear equations with the unknown on both sides',
  levels: ['whole answers', 'brackets', 'answers that may be fractions', 'a fraction bar', 'brackets on both sides'],
  phrasings: SOLVE_EQUATION,
  make(rng, level) {
    const x = rng.pick(UNKNOWNS);
    if (level === 1 && rng.chance(0.06)) return neverOrAlways(x, rng);
    switch (level) {
      case 1:
        return bothSides(x, rng, true);
      case 2:
        return brackets(x, rng);
      case 3:
        return bothSides(x, rng, false);
      case 4:
        return fractionBar(x, rng);
      default:
        return bracketsOnBothSides(x, rng);
    }
  },
};

/** The steps from ax + b = cx + d on. */
function solve(a: number, b: number, c: number, d: number, x: string): { steps: string[]; value: string } {
  const right = String(d);
  const cx = term(Math.abs(c), x);
  const action = c > 0 ? `Subtract $${cx}$ from both sides` : `Add $${cx}$ to both sides`;
  const gathered = `${action}: $${sum(term(a - c, x), b === 0 ? '' : String(b))} = ${right}$`;
  const rest = solveTwoStep(a - c, b, d, x);
  return { steps: [gathered, ...rest.steps], value: rest.value };
}

function checkLine(side: string, a: number, b: number, root: number): string {
  const constant = b === 0 ? '' : String(b);
  const product = a === 1 ? String(root) : a === -1 ? `-${factor(root)}` : `${a} \\cdot ${factor(root)}`;
  const chain = [sum(product, constant), sum(String(a * root), constant), String(a * root + b)];
  return `Check the ${side} side: $${[...new Set(chain)].join(' = ')}$`;
}

function bothSides(x: string, rng: Rng, whole: boolean): Worked {
  const limit = whole ? 9 : 12;
  const a = rng.chance(0.15) ? -rng.int(1, limit) : rng.int(1, limit);
  let c = rng.chance(0.3) ? -rng.int(1, limit) : rng.int(1, limit);
  if (c === a) c = a + 1 === 0 ? 2 : a + 1;
  const b = rng.int(-20, 20);
  const root = rng.int(-10, 10);
  const d = whole ? (a - c) * root + b : rng.nonzero(-20, 20);
  const { steps, value } = solve(a, b, c, d, x);
  const isWhole = (d - b) % (a - c) === 0;
  const at = (d - b) / (a - c);
  const check = isWhole ? [checkLine('left', a, b, at), checkLine('right', c, d, at)] : [];
  const side = (k: number, n: number) => sum(term(k, x), n === 0 ? '' : String(n));
  return { maths: { eq: `${side(a, b)} = ${side(c, d)}`, x }, steps: [...steps, ...check], answer: `${x} = ${value}` };
}

function neverOrAlways(x: string, rng: Rng): Worked {
  const a = rng.int(2, 9);
  const b = rng.nonzero(-9, 9);
  const d = rng.chance(0.3) ? b : rng.nonzero(-9, 9);
  const side = (n: number) => sum(term(a, x), String(n));
  const cancelled = `Subtract $${a}${x}$ from both sides: the left is $${b}$ and the right is $${d}$`;
  const always = b === d;
  return {
    maths: { eq: `${side(b)} = ${side(d)}`, x },
    steps: [
      cancelled,
      always ? `The sides are equal for every value of $${x}$` : `The sides differ for every value of $${x}$: $${b} \\ne ${d}$`,
    ],
    answer: always ? '\\text{infinitely many solutions}' : '\\text{no solution}',
  };
}

/** a(x + b) = c, or = cx + d. */
function brackets(x: string, rng: Rng): Worked {
  const a = rng.chance(0.2) ? -rng.int(2, 6) : rng.int(2, 9);
  const k = rng.chance(0.6) ? 1 : rng.int(2, 5);
  const b = rng.nonzero(-9, 9);
  const root = rng.int(-9, 9);
  const inner = sum(term(k, x), String(b));
  const left = a * k * root + a * b;
  if (rng.chance(0.5)) {
    const { steps, value } = solveTwoStep(a * k, a * b, left, x);
    return {
      maths: { eq: `${a}(${inner}) = ${left}`, x },
      steps: [
        `Expand the bracket: $${sum(term(a * k, x), String(a * b))} = ${left}$`,
        ...steps,
        `Check: $${a} \\cdot ${bracketValue(k, b, root)} = ${a} \\cdot ${factor(k * root + b)} = ${left}$`,
      ],
      answer: `${x} = ${value}`,
    };
  }
  let c = rng.nonzero(-6, 9);
  if (c === a * k) c = a * k === -1 ? 1 : a * k + 1;
  const d = left - c * root;
  const right = sum(term(c, x), d === 0 ? '' : String(d));
  const { steps, value } = solve(a * k, a * b, c, d, x);
  return {
    maths: { eq: `${a}(${inner}) = ${right}`, x },
    steps: [`Expand the bracket: $${sum(term(a * k, x), String(a * b))} = ${right}$`, ...steps],
    answer: `${x} = ${value}`,
  };
}

function bracketValue(k: number, b: number, root: number): string {
  return `(${sum(k === 1 ? String(root) : `${k} \\cdot ${factor(root)}`, String(b))})`;
}

/** a(x + b) = c(x + d), with a number beside a bracket now and then. */
function bracketsOnBothSides(x: string, rng: Rng): Worked {
  const [a, c] = [rng.int(2, 9), rng.chance(0.2) ? -rng.int(2, 6) : rng.int(2, 9)];
  const [k, m] = [rng.chance(0.7) ? 1 : rng.int(2, 4), rng.chance(0.8) ? 1 : rng.int(2, 4)];
  if (a * k === c * m) return bracketsOnBothSides(x, rng);
  const extra = rng.chance(0.25) ? rng.nonzero(-9, 9) : 0;
  // Mostly a whole solution: the inner number on the right is chosen for it where one fits.
  const [b, root] = [rng.nonzero(-9, 9), rng.int(-9, 9)];
  const fitting = (a * k * root + a * b + extra) / c - m * root;
  const d = Number.isInteger(fitting) && Math.abs(fitting) <= 40 ? fitting : rng.nonzero(-9, 9);
  if (d === 0) return bracketsOnBothSides(x, rng);
  const bracket = (n: number, inner: number, constant: number) => `${n}(${sum(term(inner, x), String(constant))})`;
  const { steps, value } = solve(a * k, a * b + extra, c * m, c * d, x);
  const expanded = sum(term(a * k, x), String(a * b), extra === 0 ? '' : String(extra));
  const right = sum(term(c * m, x), String(c * d));
  return {
    maths: { eq: `${sum(bracket(a, k, b), extra === 0 ? '' : String(extra))} = ${bracket(c, m, d)}`, x },
    steps: [
      `Expand the brackets: $${expanded} = ${right}$`,
      ...(extra === 0 ? [] : [`Collect: $${sum(term(a * k, x), a * b + extra === 0 ? '' : String(a * b + extra))} = ${right}$`]),
      ...steps,
    ],
    answer: `${x} = ${value}`,
  };
}

/** (ax + b) / c = d. */
function fractionBar(x: string, rng: Rng): Worked {
  const a = rng.chance(0.2) ? -rng.int(1, 6) : rng.int(1, 9);
  const b = rng.nonzero(-12, 12);
  const c = rng.int(2, 9);
  const d = rng.int(-9, 9);
  const top = sum(term(a, x), String(b));
  const { steps, value } = solveTwoStep(a, b, c * d, x);
  return {
    maths: { eq: `${fraction(top, c)} = ${d}`, x },
    steps: [`Multiply both sides by $${c}$: $${top} = ${d} \\cdot ${c}$`, `Simplify: $${top} = ${c * d}$`, ...steps],
    answer: `${x} = ${value}`,
  };
}
