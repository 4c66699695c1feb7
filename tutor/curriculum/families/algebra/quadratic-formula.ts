import { quotient } from '../../division-step.ts';
import { failedPairs } from '../../factor-pair.ts';
import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { SOLVE_EQUATION } from '../../phrasing.ts';
import { writePolynomial } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import { simplestSurd, surdLines, surdPair } from '../../surd.ts';

/** Any quadratic where the question names the formula. */
export const quadraticFormula: Family = {
  id: 'quadratic-formula',
  topic: 'algebra',
  title: 'The quadratic formula',
  levels: ['rational roots', 'roots with surds', 'any coefficients'],
  phrasings: [
    'Solve <eq> using the quadratic formula.',
    'Use the quadratic formula to solve <eq>.',
    'Use the quadratic formula: <eq>',
    'solve <eq> with the quadratic formula',
    '<eq>, use the formula',
    'Apply the quadratic formula to <eq>.',
    'By using the quadratic formula, find <x>: <eq>',
    'Find the roots of <eq> with the quadratic formula.',
    'quadratic formula: <eq>',
    'Solve with the formula: <eq>',
    'how do i use the quadratic formula on <eq>',
    'Can you solve <eq> by the quadratic formula?',
    'Using the formula, solve <eq>. Leave surds in your answer.',
    'Question 5. Use the quadratic formula to solve <eq>.',
    'Find <x> by the quadratic formula when <eq>.',
    'Use the discriminant and the quadratic formula to solve <eq>.',
    'i need to solve <eq> with the formula',
    'Solve <eq> by formula, giving exact answers.',
  ],
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'x', 'y', 't']);
    for (;;) {
      const a = level === 1 ? rng.int(1, 4) : rng.chance(0.5) ? 1 : rng.int(2, 5);
      const b = rng.int(-11, 11);
      const c = rng.nonzero(-10, 10);
      const discriminant = b * b - 4 * a * c;
      const square = discriminant >= 0 && Number.isInteger(Math.sqrt(discriminant));
      if (level === 1 ? square : level === 2 ? discriminant > 0 && !square : !square) return byFormula(x, a, b, c);
    }
  },
};

/** Quadratics that do not factorise, asked without naming a method. */
export const quadraticSurds: Family = {
  id: 'quadratic-surds',
  topic: 'algebra',
  title: 'Quadratic equations with surd roots',
  levels: ['x^2 + bx + c = 0', 'leading coefficients above one', 'sometimes without real roots'],
  phrasings: [
    ...SOLVE_EQUATION.filter((phrasing) => !/value|equal|calculate/.test(phrasing)),
    'Solve <eq>, giving exact answers.',
    'Find the exact roots of <eq>.',
    'Solve <eq>. Leave your answers as surds.',
  ],
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'x', 'y', 't']);
    for (;;) {
      const a = level === 2 ? rng.int(2, 5) : rng.chance(0.7) ? 1 : rng.int(2, 4);
      const b = a === 1 && rng.chance(0.6) ? 2 * rng.int(-5, 5) : rng.int(-9, 9);
      const c = rng.nonzero(-10, 10);
      const discriminant = b * b - 4 * a * c;
      if (Number.isInteger(Math.sqrt(discriminant))) continue;
      if (level === 3 && rng.chance(0.4) ? discriminant < 0 : discriminant > 0) {
        const worked = byFormula(x, a, b, c);
        return b === 0 ? worked : { ...worked, steps: [...noFactors(a * c, b), ...worked.steps] };
      }
    }
  },
};

/** Where no method is named, factors are looked for first, as for the quadratics that have them. */
function noFactors(product: number, total: number): string[] {
  return [
    `Find two numbers with product $${product}$ and sum $${total}$`,
    ...failedPairs(product, total),
    'No whole numbers fit, so use the quadratic formula',
  ];
}

/** a, b, c any whole numbers with a > 0; asks for every real root. */
function byFormula(x: string, a: number, b: number, c: number): Worked {
  const discriminant = b * b - 4 * a * c;
  const maths = { eq: `${writePolynomial([a, b, c], x)} = 0`, x };
  const opening = [
    `Read off $a = ${a}$, $b = ${b}$, $c = ${c}$`,
    `> ${factor(b)}^2 = ${b * b}`,
    `> 4 * ${a} * ${factor(c)} = ${4 * a} * ${factor(c)} = ${4 * a * c}`,
    `Discriminant: $${factor(b)}^2 - 4 \\cdot ${a} \\cdot ${factor(c)} = ${b * b} ${c < 0 ? '+' : '-'} ${Math.abs(4 * a * c)} = ${discriminant}$`,
  ];
  if (discriminant < 0) {
    const why = `The discriminant is negative, so there is no real root: $${discriminant} < 0$`;
    return { maths, steps: [...opening, why], answer: '\\text{no real solutions}' };
  }
  const doubled = `> 2 * ${a} = ${2 * a}`;
  if (discriminant === 0) {
    const only = quotient(-b, 2 * a);
    const line = `One root: $${x} = ${fraction(-b, 2 * a)}${only.whole ? ` = ${only.value}` : ''}$`;
    return { maths, steps: [...opening, doubled, line, ...only.lines], answer: `${x} = ${only.value}` };
  }
  const root = surdLines(discriminant);
  const formula = `Formula: $${x} = ${fraction(`${-b} \\pm ${root.value}`, 2 * a)}$`;
  const simplified = simplestSurd(discriminant);
  if (simplified.inside === 1) {
    const ends = [-b - simplified.outside, -b + simplified.outside];
    const lines = ends.flatMap((top, index) => {
      const value = quotient(top, 2 * a);
      const chain = fraction(`${-b} ${index === 0 ? '-' : '+'} ${simplified.outside}`, 2 * a);
      const line = `${index === 0 ? 'Minus' : 'Plus'}: $${x} = ${[...new Set([chain, fraction(top, 2 * a), value.written])].join(' = ')}$`;
      return [line, ...value.lines];
    });
    const values = ends.map((top) => quotient(top, 2 * a).value);
    return {
      maths,
      steps: [...opening, ...root.lines, doubled, formula, ...lines],
      answer: values.map((v) => `${x} = ${v}`).join(', '),
    };
  }
  const pair = surdPair(-b, simplified.outside, simplified.inside, 2 * a);
  const reduce = [`> gcd(${Math.abs(b)}, ${simplified.outside}, ${2 * a}) = ${pair.common}`];
  const last = pair.common > 1 ? `Divide top and bottom by $${pair.common}$` : 'The roots';
  return {
    maths,
    steps: [...opening, ...root.lines, doubled, formula, ...reduce, `${last}: $${x} = ${pair.low}$ or $${x} = ${pair.high}$`],
    answer: `${x} = ${pair.low}, ${x} = ${pair.high}`,
  };
}
