import { productWork } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import type { Rng } from '../../rng.ts';
import { EVALUATE } from './evaluate-phrasings.ts';

/** The rules of signs: sums, differences, products and quotients of negative numbers. */
export const negatives: Family = {
  id: 'negatives',
  topic: 'arithmetic',
  title: 'Negative numbers',
  levels: ['sums and differences', 'products and quotients', 'three or four terms'],
  phrasings: EVALUATE,
  make(rng, level) {
    switch (level) {
      case 1:
        return sumOfTwo(rng);
      case 2:
        return rng.chance(0.6) ? product(rng) : quotient(rng);
      default:
        return sumOfMany(rng);
    }
  },
};

function drawTerm(rng: Rng): number {
  const size = rng.sized(1, 99);
  return rng.chance(0.5) ? -size : size;
}

/** "- (-12)" as it is first written, "+ 12" once the signs are joined. */
function joined(term: number): string {
  return term < 0 ? `- ${-term}` : `+ ${term}`;
}

/** The reason of a ± b after the signs are joined, and the scratch line behind it. */
function addSigned(a: number, b: number): { scratch: string; reason: string } {
  const [p, q] = [Math.abs(a), Math.abs(b)];
  if (a < 0 === b < 0 || a === 0 || b === 0) {
    return { scratch: `> ${p} + ${q} = ${p + q}`, reason: a + b < 0 ? 'Both go down, so the result is negative' : 'Add' };
  }
  const [high, low] = p >= q ? [p, q] : [q, p];
  return {
    scratch: `> ${high} - ${low} = ${high - low}`,
    reason: a + b === 0 ? 'They cancel' : `The larger part is ${a + b < 0 ? 'negative' : 'positive'}`,
  };
}

function sumOfTwo(rng: Rng): Worked {
  const a = rng.chance(0.7) ? -rng.sized(1, 99) : rng.sized(0, 99);
  const b = a >= 0 || rng.chance(0.6) ? -rng.sized(1, 99) : rng.sized(1, 99);
  const subtracted = rng.chance(0.5);
  const expr = `${a} ${subtracted ? '-' : '+'} ${factor(b)}`;
  const term = subtracted ? -b : b;
  const simpler = `${a} ${joined(term)}`;
  const signs = subtracted ? 'Subtracting a negative is adding' : 'Adding a negative is subtracting';
  const { scratch, reason } = addSigned(a, term);
  return {
    maths: { expr },
    steps: [...(b < 0 ? [`${signs}: $${expr} = ${simpler}$`] : []), scratch, `${reason}: $${simpler} = ${a + term}$`],
    answer: String(a + term),
  };
}

function signRule(a: number, b: number): string {
  return a < 0 === b < 0 ? 'The signs are the same, so the result is positive' : 'The signs differ, so the result is negative';
}

function product(rng: Rng): Worked {
  const a = drawTerm(rng);
  const b = a > 0 || rng.chance(0.6) ? -rng.sized(1, 25) : rng.sized(1, 25);
  const expr = `${a} \\cdot ${factor(b)}`;
  const [p, q] = [Math.abs(a), Math.abs(b)];
  return {
    maths: { expr },
    steps: [signRule(a, b), ...productWork(p, q), `Multiply: $${expr} = ${a * b}$`],
    answer: String(a * b),
  };
}

function quotient(rng: Rng): Worked {
  const b = rng.nonzero(-12, 12);
  const result = b > 0 ? -rng.int(1, 20) : rng.nonzero(-20, 20);
  const a = b * result;
  const expr = `${a} \\div ${factor(b)}`;
  return {
    maths: { expr },
    steps: [signRule(a, b), `> ${Math.abs(a)} / ${Math.abs(b)} = ${Math.abs(result)}`, `Divide: $${expr} = ${result}$`],
    answer: String(result),
  };
}

function sumOfMany(rng: Rng): Worked {
  const written = Array.from({ length: rng.int(3, 4) }, () => ({ value: drawTerm(rng), subtracted: rng.chance(0.4) }));
  const [first, ...rest] = written;
  const expr = `${first.value} ${rest.map(({ value, subtracted }) => `${subtracted ? '-' : '+'} ${factor(value)}`).join(' ')}`;
  const terms = [first.value, ...rest.map(({ value, subtracted }) => (subtracted ? -value : value))];
  const simpler = `${terms[0]} ${terms.slice(1).map(joined).join(' ')}`;
  const steps = expr === simpler ? [] : [`Join the signs: $${expr} = ${simpler}$`];
  let total = terms[0];
  for (const term of terms.slice(1)) {
    steps.push(`From left to right: $${total} ${joined(term)} = ${total + term}$`);
    total += term;
  }
  return { maths: { expr }, steps, answer: String(total) };
}
