import { productWork } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { EVALUATE } from './evaluate-phrasings.ts';

/** Powers of whole numbers by repeated multiplication. */
export const powers: Family = {
  id: 'powers',
  topic: 'arithmetic',
  title: 'Powers',
  levels: ['squares and cubes', 'higher powers', 'negative bases, and exponents 0 and below'],
  phrasings: [
    ...EVALUATE,
    'What is <base> to the power of <n>?',
    '<base> to the power <n>',
    'Raise <base> to the power <n>.',
    'calculate <base> to the power of <n>',
    'What is the value of the power <expr>?',
    'Write <expr> as a single number',
    'Write <expr> without powers.',
    'Expand and evaluate <expr>.',
    'What is {spoken}?',
    '{spoken}',
    'Work out {spoken}.',
    'calculate {spoken}',
    'Find the value of {spoken}.',
    'whats {spoken}',
  ],
  make(rng, level) {
    const [base, exponent] = draw(rng, level);
    const n = exponent < 0 ? `{${exponent}}` : exponent > 9 ? `{${exponent}}` : String(exponent);
    const written = base < 0 ? `(${base})` : String(base);
    const expr = `${written}^${n}`;
    const size = Math.abs(exponent);
    const value = base ** size;
    const below = exponent < 0 ? `${written}^${size}` : expr;
    const steps: string[] = [];
    if (exponent < 0) steps.push(`A negative exponent means one over the power: $${expr} = \\frac{1}{${below}}$`);
    if (exponent === 0) steps.push(`Any number but zero to the power $0$ is $1$: $${expr} = 1$`);
    if (exponent === 1) steps.push(`The power $1$ changes nothing: $${expr} = ${base}$`);
    if (size > 1) {
      steps.push(`Write out the power: $${below} = ${Array(size).fill(written).join(' \\cdot ')}$`);
      steps.push(
        ...running(Math.abs(base), size),
        `${base < 0 ? `There are $${size}$ negative factors, so the sign is ${size % 2 === 0 ? 'plus' : 'minus'}` : 'Multiply'}: $${below} = ${value}$`,
      );
    }
    const answer = exponent < 0 ? `${value < 0 ? '-' : ''}\\frac{1}{${Math.abs(value)}}` : String(value);
    if (exponent < 0) steps.push(`So: $${expr} = ${answer}$`);
    return {
      maths: { expr, base: String(base), n: String(exponent) },
      words: { spoken: spoken(written, exponent) },
      steps,
      answer,
    };
  },
};

function spoken(base: string, exponent: number): string {
  if (exponent === 2) return `${base} squared`;
  return exponent === 3 ? `${base} cubed` : `${base} to the power of ${exponent}`;
}

/** base · base · … two at a time. */
function running(base: number, exponent: number): string[] {
  const lines: string[] = [];
  let value = base;
  for (let i = 1; i < exponent; i++) {
    lines.push(...productWork(value, base));
    value *= base;
  }
  return lines;
}

function draw(rng: Rng, level: number): [number, number] {
  switch (level) {
    case 1:
      return rng.chance(0.6) ? [rng.int(1, 30), 2] : [rng.int(1, 12), 3];
    case 2: {
      const base = rng.pick([2, 2, 2, 3, 3, 4, 5, 6, 7, 10, 10, 1]);
      const most = { 2: 12, 3: 7, 4: 6, 5: 5, 6: 4, 7: 4, 10: 8 }[base] ?? 9;
      return [base, rng.int(3, most)];
    }
    default: {
      const sign = rng.chance(0.4) ? -1 : 1;
      if (rng.chance(0.15)) return [sign * rng.int(2, 99), rng.int(0, 1)];
      const base = rng.pick([2, 2, 3, 4, 5, 6, 10]);
      const size = rng.int(1, base === 2 ? 6 : base < 6 ? 4 : 3);
      return [sign * base, sign > 0 || rng.chance(0.3) ? -size : size];
    }
  }
}
