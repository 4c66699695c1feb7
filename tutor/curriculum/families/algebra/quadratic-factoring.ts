import { quotient } from '../../division-step.ts';
import { findFactorPair } from '../../factor-pair.ts';
import type { Family, Worked } from '../../family.ts';
import { SOLVE_EQUATION } from '../../phrasing.ts';
import { evaluatePolynomial, multiplyPolynomials, sum, term, writePolynomial } from '../../polynomial.ts';
import { gcd } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { bySplitting, LARGEST_PRODUCT } from './factor-quadratic.ts';

/** Quadratic equations that factorise over the whole numbers. */
export const quadraticFactoring: Family = {
  id: 'quadratic-factoring',
  topic: 'algebra',
  title: 'Quadratic equations by factorising',
  levels: ['x^2 + bx + c = 0', 'two terms, or terms on both sides', 'leading coefficients above one'],
  phrasings: [
    ...SOLVE_EQUATION.filter((phrasing) => !/value|equal|calculate/.test(phrasing)),
    'Solve <eq> by factorising.',
    'Find the roots of <eq>.',
    'What are the solutions of <eq>?',
    'Find all values of <x> for which <eq>.',
  ],
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'x', 'x', 'y', 'n', 't', 'a']);
    switch (level) {
      case 1:
        return monic(x, rng.nonzero(-12, 12), rng.nonzero(-12, 12));
      case 2:
        return rng.pick([noConstant, pureSquare, gathered])(x, rng);
      default:
        return leading(x, rng);
    }
  },
};

function monic(x: string, first: number, second: number, equation?: string): Worked {
  const [total, product] = [-(first + second), first * second];
  const e = writePolynomial([1, total, product], x);
  const eq = equation ?? `${e} = 0`;
  if (total === 0)
    return { maths: { eq, x }, steps: squareSteps(x, product), answer: rootsOf(x, -Math.abs(first), Math.abs(first)) };
  const { p, q, lines } = findFactorPair(product, total);
  const bracket = (n: number) => `(${sum(x, String(n))})`;
  const factored = p === q ? `${bracket(p)}^2` : bracket(p) + bracket(q);
  const [low, high] = [Math.min(-p, -q), Math.max(-p, -q)];
  return {
    maths: { eq, x },
    steps: [
      `Find two numbers with product $${product}$ and sum $${total}$`,
      ...lines,
      `Factorise: $${factored} = 0$`,
      `Each bracket may be zero: ${[...new Set([low, high])].map((root) => `$${x} = ${root}$`).join(' or ')}`,
      checkLine([1, total, product], low),
      ...(low === high ? [] : [checkLine([1, total, product], high)]),
    ],
    answer: rootsOf(x, low, high),
  };
}

function rootsOf(x: string, low: number | string, high: number | string): string {
  return low === high ? `${x} = ${low}` : `${x} = ${low}, ${x} = ${high}`;
}

function checkLine([a, b, c]: readonly [number, number, number], root: number): string {
  const at = root < 0 ? `(${root})` : String(root);
  const written = sum(
    `${a === 1 ? '' : `${a} \\cdot `}${at}^2`,
    b === 1 ? at : b === -1 ? `-${at}` : `${b} \\cdot ${at}`,
    String(c),
  );
  const values = sum(String(a * root * root), String(b * root), String(c));
  return `Check: $${written} = ${values} = ${evaluatePolynomial([a, b, c], root)}$`;
}

/** x^2 = n from x^2 - n = 0. */
function squareSteps(x: string, constant: number): string[] {
  const root = Math.sqrt(-constant);
  return [
    `Add $${-constant}$ to both sides: $${x}^2 = ${-constant}$`,
    `Square root both sides: $${x} = -${root}$ or $${x} = ${root}$`,
  ];
}

function pureSquare(x: string, rng: Rng): Worked {
  const root = rng.int(1, 12);
  if (rng.chance(0.5)) return monic(x, root, -root);
  const steps = squareSteps(x, -root * root).slice(1);
  return { maths: { eq: `${x}^2 = ${root * root}`, x }, steps, answer: rootsOf(x, -root, root) };
}

/** ax^2 + bx = 0. */
function noConstant(x: string, rng: Rng): Worked {
  const a = rng.chance(0.5) ? 1 : rng.int(2, 6);
  const root = rng.nonzero(-9, 9);
  const b = -a * root;
  const across = rng.chance(0.4);
  const e = sum(term(a, `${x}^2`), term(b, x));
  const moved = `${b < 0 ? 'Subtract' : 'Add'} $${term(Math.abs(b), x)}$ ${b < 0 ? 'from' : 'to'} both sides: $${e} = 0$`;
  const [low, high] = [Math.min(0, root), Math.max(0, root)];
  return {
    maths: { eq: across ? `${term(a, `${x}^2`)} = ${term(-b, x)}` : `${e} = 0`, x },
    steps: [
      ...(across ? [moved] : []),
      `Take out $${term(a, x)}$: $${term(a, x)}(${sum(x, String(-root))}) = 0$`,
      `Each factor may be zero: $${x} = 0$ or $${x} = ${root}$`,
    ],
    answer: rootsOf(x, low, high),
  };
}

/** x^2 + bx = c or x^2 = bx + c, brought to one side first. */
function gathered(x: string, rng: Rng): Worked {
  const roots = [rng.nonzero(-9, 9), rng.nonzero(-9, 9)];
  if (roots[0] === -roots[1]) roots[0] += roots[0] === -1 ? 2 : 1;
  const [b, c] = [-(roots[0] + roots[1]), roots[0] * roots[1]];
  const oneTerm = rng.chance(0.5);
  const eq = oneTerm ? `${sum(`${x}^2`, term(b, x))} = ${-c}` : `${x}^2 = ${sum(term(-b, x), String(-c))}`;
  const worked = monic(x, roots[0], roots[1], eq);
  const move = `Bring everything to one side: $${writePolynomial([1, b, c], x)} = 0$`;
  return { ...worked, steps: [move, ...worked.steps] };
}

function leading(x: string, rng: Rng): Worked {
  for (;;) {
    const left: [number, number] = [rng.int(1, 4), rng.nonzero(-7, 7)];
    const right: [number, number] = [rng.int(2, 4), rng.nonzero(-7, 7)];
    const [a, b, c] = multiplyPolynomials(left, right);
    if (gcd(...left) !== 1 || gcd(...right) !== 1 || b === 0 || Math.abs(a * c) > LARGEST_PRODUCT) continue;
    const { steps, answer: factored } = bySplitting(x, a, b, c);
    const zeros = [left, right].sort((p, q) => -p[1] / p[0] + q[1] / q[0]);
    const solved = zeros
      .filter((each, index) => index === 0 || each[1] * zeros[0][0] !== zeros[0][1] * each[0])
      .map(([k, n]) => ({
        line: `$${writePolynomial([k, n], x)} = 0$ gives $${x} = ${quotient(-n, k).value}$`,
        root: quotient(-n, k).value,
      }));
    return {
      maths: { eq: `${writePolynomial([a, b, c], x)} = 0`, x },
      steps: [...steps.slice(0, -1), `Factorise: $${factored} = 0$`, ...solved.map((each) => `Zero: ${each.line}`)],
      answer: solved.map((each) => `${x} = ${each.root}`).join(', '),
    };
  }
}
