import { productLines } from '../../column-arithmetic.ts';
import { trimDecimal } from '../../decimal.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';

/** Large and small numbers as a × 10^n with 1 ≤ a < 10. */
export const standardForm: Family = {
  id: 'standard-form',
  topic: 'number',
  title: 'Standard form',
  levels: ['large numbers', 'small numbers', 'products and quotients'],
  phrasings: [
    'Write <n> in standard form.',
    'Express <n> in scientific notation.',
    '<n> in standard form',
    'Write <n> in scientific notation',
    'What is <n> in standard form?',
    'convert <n> to standard form',
    'Give <n> in standard form.',
    'Express <n> in standard form',
    'put <n> in scientific notation',
    'Write <n> as a number in standard form.',
    'What is <n> in scientific notation?',
    'convert <n> into scientific notation',
    'Question 8. Write <n> in standard form.',
    'how do you write <n> in standard form',
    'Change <n> to standard form.',
    'Rewrite <n> in standard form.',
    '<n> standard form',
    'whats <n> in scientific notation',
    'write <n> in standard index form',
    '<n> in scientific notation',
    'whats <n> in standard form',
    'put <n> in standard form',
    '<n> as a x 10^n',
  ],
  make(rng, level) {
    switch (level) {
      case 1:
        return large(rng);
      case 2:
        return small(rng);
      default:
        return rng.chance(0.5) ? product(rng) : quotient(rng);
    }
  },
};

/** digits × 10^exponent with the point after the first digit. */
export function writeStandard(digits: number, exponent: number): string {
  return `${trimDecimal(digits, String(digits).length - 1)} \\times ${powerOfTen(exponent)}`;
}

function powerOfTen(exponent: number): string {
  return exponent >= 0 && exponent <= 9 ? `10^${exponent}` : `10^{${exponent}}`;
}

/** One to four figures, the last not zero. */
function drawDigits(rng: Rng): number {
  return rng.sized(0, 999) * 10 + rng.int(1, 9);
}

function large(rng: Rng): Worked {
  const digits = drawDigits(rng);
  const zeros = rng.int(digits < 1000 ? 2 : 0, 7);
  const n = digits * 10 ** zeros;
  const exponent = String(n).length - 1;
  const answer = writeStandard(digits, exponent);
  return {
    maths: { n: String(n) },
    steps: [
      `Put the point after the first figure: $${trimDecimal(digits, String(digits).length - 1)}$`,
      `It moves $${exponent}$ places, so the power is $${powerOfTen(exponent)}$`,
      `So: $${n} = ${answer}$`,
    ],
    answer,
  };
}

function small(rng: Rng): Worked {
  const digits = drawDigits(rng);
  const length = String(digits).length;
  const places = length + rng.int(0, 5);
  const n = trimDecimal(digits, places);
  const exponent = length - 1 - places;
  const answer = writeStandard(digits, exponent);
  return {
    maths: { n },
    steps: [
      `Put the point after the first figure that is not zero: $${trimDecimal(digits, length - 1)}$`,
      `It moves $${-exponent}$ ${exponent === -1 ? 'place' : 'places'} to the right, so the power is $${powerOfTen(exponent)}$`,
      `So: $${n} = ${answer}$`,
    ],
    answer,
  };
}

function drawFactor(rng: Rng): { digits: number; exponent: number; written: string } {
  const digits = rng.chance(0.5) ? rng.int(1, 9) : rng.int(1, 9) * 10 + rng.int(1, 9);
  const exponent = rng.chance(0.65) ? rng.int(2, 9) : -rng.int(1, 8);
  return { digits, exponent, written: `(${writeStandard(digits, exponent)})` };
}

/** The number before the power brought between 1 and 10. `digits` counts units of 10^-places. */
function finish(digits: number, places: number, exponent: number, expr: string): { steps: string[]; answer: string } {
  const trimmed = Number(String(digits).replace(/0+$/, ''));
  const shift = String(digits).length - 1 - places;
  const answer = writeStandard(trimmed, exponent + shift);
  const raw = `${trimDecimal(digits, places)} \\times ${powerOfTen(exponent)}`;
  if (shift === 0) return { steps: [`So: $${expr} = ${answer}$`], answer };
  return { steps: [`Together: $${expr} = ${raw}$`, `The first number must be from $1$ to $10$: $${raw} = ${answer}$`], answer };
}

function product(rng: Rng): Worked {
  const [a, b] = [drawFactor(rng), drawFactor(rng)];
  const expr = `${a.written} \\cdot ${b.written}`;
  const places = String(a.digits).length + String(b.digits).length - 2;
  const digits = a.digits * b.digits;
  const [p, q] = [a, b].map((each) => trimDecimal(each.digits, String(each.digits).length - 1));
  const exponent = a.exponent + b.exponent;
  const { steps, answer } = finish(digits, places, exponent, expr);
  return {
    maths: { n: expr },
    steps: [
      ...productLines(a.digits, b.digits),
      `Multiply the numbers: $${p} \\cdot ${q} = ${trimDecimal(digits, places)}$`,
      `Add the exponents: $${a.exponent} ${b.exponent < 0 ? '-' : '+'} ${Math.abs(b.exponent)} = ${exponent}$`,
      ...steps,
    ],
    answer,
  };
}

function quotient(rng: Rng): Worked {
  const b = { digits: rng.int(2, 9), exponent: rng.chance(0.65) ? rng.int(2, 9) : -rng.int(1, 8) };
  const digits = rng.chance(0.6) ? rng.int(1, 9) : rng.int(1, 9) * 10 + rng.int(1, 9);
  const top = digits * b.digits;
  const topExponent = rng.chance(0.65) ? rng.int(2, 12) : -rng.int(1, 8);
  const topDigits = Number(String(top).replace(/0+$/, ''));
  const expr = `(${writeStandard(topDigits, topExponent)}) \\div (${writeStandard(b.digits, b.exponent)})`;
  const exponent = topExponent - b.exponent;
  const places = String(top).length - 1;
  const shifted = trimDecimal(topDigits, String(topDigits).length - 1);
  const { steps, answer } = finish(digits, places, exponent, expr);
  return {
    maths: { n: expr },
    steps: [
      `Divide the numbers: $${shifted} \\div ${b.digits} = ${trimDecimal(digits, places)}$`,
      `Subtract the exponents: $${topExponent} ${b.exponent < 0 ? '+' : '-'} ${Math.abs(b.exponent)} = ${exponent}$`,
      ...steps,
    ],
    answer,
  };
}
