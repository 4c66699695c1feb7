import { quotient } from '../../division-step.ts';
import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { askTo } from '../../phrasing.ts';
import { power, term } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';

/** Products, quotients and powers of powers of one letter. */
export const indexLaws: Family = {
  id: 'index-laws',
  topic: 'algebra',
  title: 'Laws of indices',
  levels: ['one law', 'coefficients', 'negative indices and two laws'],
  phrasings: askTo(
    ['Simplify', 'Use the laws of indices to simplify', 'Apply the index laws to', 'Simplify using index laws'],
    '<e>',
    '<e>',
    'What is <e> simplified?',
    'Write <e> in its simplest form.',
    'Use the rules of exponents: <e>',
    '<e> = ?',
  ),
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'a', 'y', 'n', 'p', 't']);
    const k = level === 1 ? 1 : rng.int(2, 9);
    const m = level === 1 ? 1 : rng.int(2, 9);
    const low = level === 3 ? -6 : 1;
    const [p, q] = [rng.nonzero(low, 9), rng.nonzero(low, 9)];
    switch (rng.int(0, level === 3 ? 3 : 2)) {
      case 0:
        return product(x, k, p, m, q);
      case 1:
        return division(x, k * m, p, m, q);
      case 2:
        return powerOfPower(x, level === 1 ? 1 : rng.int(2, 5), p, rng.int(2, level === 1 ? 6 : 3));
      default:
        return productOverPower(x, rng);
    }
  },
};

/** The answer for coefficient·x^exponent. */
function simplest(x: string, coefficient: number, exponent: number): string {
  return term(coefficient, power(x, exponent)) || '0';
}

function product(x: string, k: number, p: number, m: number, q: number): Worked {
  const answer = simplest(x, k * m, p + q);
  return {
    maths: { e: `${term(k, power(x, p))} \\cdot ${term(m, power(x, q))}` },
    steps: [
      ...(k * m === 1 ? [] : [`Multiply the numbers: $${k} \\cdot ${m} = ${k * m}$`]),
      `Add the indices: $${p} + ${factor(q)} = ${p + q}$`,
      ...(p + q === 0 ? [`Index zero gives one: $${x}^0 = 1$`] : []),
      `Put together: $${answer}$`,
    ],
    answer,
  };
}

function division(x: string, k: number, p: number, m: number, q: number): Worked {
  const numbers = quotient(k, m);
  const answer = simplest(x, k / m, p - q);
  return {
    maths: { e: fraction(term(k, power(x, p)), term(m, power(x, q))) },
    steps: [
      ...(m === 1 ? [] : [`Divide the numbers: $${fraction(k, m)} = ${numbers.value}$`]),
      `Subtract the indices: $${p} - ${factor(q)} = ${p - q}$`,
      ...(p - q === 0 ? [`Index zero gives one: $${x}^0 = 1$`] : []),
      `Put together: $${answer}$`,
    ],
    answer,
  };
}

function powerOfPower(x: string, k: number, p: number, q: number): Worked {
  const inner = term(k, power(x, p));
  const answer = simplest(x, k ** q, p * q);
  return {
    maths: { e: `(${inner})^${q}` },
    steps: [
      ...(k === 1 ? [] : [`Power of the number: $${k}^${q} = ${new Array(q).fill(k).join(' \\cdot ')} = ${k ** q}$`]),
      `Multiply the indices: $${p} \\cdot ${q} = ${p * q}$`,
      `Put together: $${answer}$`,
    ],
    answer,
  };
}

function productOverPower(x: string, rng: Rng): Worked {
  const [p, q, r] = [rng.nonzero(-5, 9), rng.int(1, 9), rng.int(1, 9)];
  const answer = simplest(x, 1, p + q - r);
  return {
    maths: { e: fraction(`${power(x, p)} \\cdot ${power(x, q)}`, power(x, r)) },
    steps: [
      `Add the indices on top: $${p} + ${q} = ${p + q}$`,
      `Subtract the index below: $${p + q} - ${r} = ${p + q - r}$`,
      ...(p + q - r === 0 ? [`Index zero gives one: $${x}^0 = 1$`] : []),
      `Put together: $${answer}$`,
    ],
    answer,
  };
}
