import { findFactorPair } from '../../factor-pair.ts';
import type { Family, Worked } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import { equalities, multiplyPolynomials, power, sum, term, writePolynomial } from '../../polynomial.ts';
import { gcd } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';

/** Common factor, trinomials, difference of squares, leading coefficients above one. */
export const factorQuadratic: Family = {
  id: 'factor-quadratic',
  topic: 'algebra',
  title: 'Factorising',
  levels: ['a common factor', 'x^2 + bx + c', 'difference of two squares', 'ax^2 + bx + c'],
  phrasings: askTo(
    ['Factorise', 'Factor', 'Fully factorise', 'Factorise the expression', 'Factor completely'],
    '<e>',
    'What is the factorised form of <e>?',
    'Write <e> as a product of factors.',
    'factors of <e>',
    '<e> factorised',
    'Put <e> into brackets.',
    'Express <e> in factored form.',
  ),
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'x', 'y', 'a', 'n', 't']);
    switch (level) {
      case 1:
        return commonFactor(x, rng);
      case 2:
        return trinomial(x, rng);
      case 3:
        return squares(x, rng);
      default:
        return leading(x, rng);
    }
  },
};

function commonFactor(x: string, rng: Rng): Worked {
  const common = rng.int(1, 9);
  const withLetter = common === 1 || rng.chance(0.6);
  const k = rng.int(1, 9);
  let b = rng.nonzero(-9, 9);
  while (gcd(k, b) !== 1) b = rng.nonzero(-9, 9);
  const outer = withLetter ? term(common, x) : String(common);
  const first = term(common * k, withLetter ? `${x}^2` : x);
  const second = term(common * b, withLetter ? x : '');
  const e = sum(first, second);
  const inner = sum(term(k, x), String(b));
  const product = (left: string, right: string) =>
    right.startsWith('-') ? `${left} \\cdot (${right})` : `${left} \\cdot ${right}`;
  return {
    maths: { e },
    steps: [
      `> gcd(${common * k}, ${Math.abs(common * b)}) = ${common}`,
      `The common factor is $${outer}$`,
      `First term: $${first} = ${product(outer, term(k, x))}$`,
      `Second term: $${second} = ${product(outer, String(b))}$`,
      `Take it out: $${e} = ${outer}(${inner})$`,
    ],
    answer: `${outer}(${inner})`,
  };
}

function trinomial(x: string, rng: Rng): Worked {
  const roots = [rng.nonzero(-12, 12), rng.nonzero(-12, 12)];
  if (roots[0] === -roots[1]) roots[1] += roots[1] === -1 ? -1 : 1;
  const total = roots[0] + roots[1];
  const product = roots[0] * roots[1];
  const e = writePolynomial([1, total, product], x);
  const { p, q, lines } = findFactorPair(product, total);
  const answer = factors(x, p, q);
  return {
    maths: { e },
    steps: [
      `Find two numbers with product $${product}$ and sum $${total}$`,
      ...lines,
      `The numbers are $${p}$ and $${q}$`,
      `Factorise: $${e} = ${answer}$`,
    ],
    answer,
  };
}

/** (x + p)(x + q), or a square. */
function factors(x: string, p: number, q: number): string {
  const bracket = (n: number) => `(${sum(x, String(n))})`;
  return p === q ? `${bracket(p)}^2` : bracket(p) + bracket(q);
}

function squares(x: string, rng: Rng): Worked {
  const k = rng.chance(0.5) ? 1 : rng.int(2, 9);
  let b = rng.int(1, 12);
  while (gcd(k, b) !== 1) b = rng.int(1, 12);
  const squared = term(k * k, `${x}^2`);
  const e = sum(squared, String(-b * b));
  const root = term(k, x);
  const answer = `(${root} - ${b})(${root} + ${b})`;
  return {
    maths: { e },
    steps: [
      `Both terms are squares: $${equalities(squared, k === 1 ? squared : `(${root})^2`)}$ and $${b * b} = ${b}^2$`,
      `Difference of two squares: $${e} = ${answer}$`,
    ],
    answer,
  };
}

/** Keeps the search for the factor pair short. */
export const LARGEST_PRODUCT = 150;

function leading(x: string, rng: Rng): Worked {
  for (;;) {
    const left: [number, number] = [rng.int(1, 5), rng.nonzero(-7, 7)];
    const right: [number, number] = [rng.int(2, 4), rng.nonzero(-7, 7)];
    const [a, b, c] = multiplyPolynomials(left, right);
    if (gcd(...left) === 1 && gcd(...right) === 1 && b !== 0 && Math.abs(a * c) <= LARGEST_PRODUCT)
      return bySplitting(x, a, b, c);
  }
}

/** Splits the middle term: ax^2 + px + qx + c. Throws if it does not factorise. */
export function bySplitting(x: string, a: number, b: number, c: number): Worked {
  const e = writePolynomial([a, b, c], x);
  const { p, q, lines } = findFactorPair(a * c, b);
  const common = gcd(a, p);
  const inner: [number, number] = [a / common, p / common];
  const second = q / inner[0];
  const bracket = `(${writePolynomial(inner, x)})`;
  const other: [number, number] = [common, second];
  const same = inner[0] === other[0] && inner[1] === other[1];
  const answer = same ? `${bracket}^2` : orderedFactors(x, inner, other);
  const taken = `${common === 1 ? x : `${common}${x}`}${bracket} ${second < 0 ? '-' : '+'} ${Math.abs(second) === 1 ? '' : Math.abs(second)}${bracket}`;
  return {
    maths: { e },
    steps: [
      `Multiply the first and last numbers: $${a} \\cdot ${c < 0 ? `(${c})` : c} = ${a * c}$`,
      `Find two numbers with product $${a * c}$ and sum $${b}$`,
      ...lines,
      `Split the middle term: $${e} = ${sum(term(a, power(x, 2)), term(p, x), term(q, x), String(c))}$`,
      `Factorise in pairs: $${sum(term(a, power(x, 2)), term(p, x), term(q, x), String(c))} = ${taken}$`,
      `Take out the bracket: $${e} = ${answer}$`,
    ],
    answer,
  };
}

/** The smaller leading coefficient first, then the smaller constant. */
function orderedFactors(x: string, left: readonly [number, number], right: readonly [number, number]): string {
  const bracket = (each: readonly [number, number]) => `(${writePolynomial(each, x)})`;
  const first = left[0] < right[0] || (left[0] === right[0] && left[1] < right[1]) ? left : right;
  const last = first === left ? right : left;
  return bracket(first) + bracket(last);
}
