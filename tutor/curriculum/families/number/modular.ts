import { divisionLines, productLines, productWork, remainderLines } from '../../column-arithmetic.ts';
import { shareOut } from '../../entropy.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';

/** Remainders of numbers, sums, products and powers. */
export const modular: Family = {
  id: 'modular',
  topic: 'number',
  title: 'Modular arithmetic',
  levels: ['one number', 'sums and products', 'powers', 'large divisors'],
  phrasings: [
    'What is <expr> mod <m>?',
    'Find the remainder when <expr> is divided by <m>.',
    '<full>',
    'Calculate <full>',
    'remainder of <expr> divided by <m>',
    'What is the remainder when <expr> is divided by <m>?',
    'Work out <full>.',
    'Compute <full>',
    'find <expr> mod <m>',
    'Reduce <expr> modulo <m>.',
    'whats <expr> modulo <m>',
    'Evaluate <full>',
    'What remainder does <expr> leave when divided by <m>?',
    'Determine <full>.',
    '<expr> modulo <m>',
    'Find the remainder of <expr> on division by <m>.',
    'calculate the remainder when you divide <expr> by <m>',
    'Find <full>',
    'Question 10. What is <expr> modulo <m>?',
    'give <expr> mod <m>',
    'Work out <expr> modulo <m>.',
    'Find the remainder of <expr> divided by <m>.',
    'what is the remainder of <expr> on division by <m>',
    'Find the remainder of <expr> after dividing by <m>.',
    'If you divide <expr> by <m>, what is the remainder?',
    'Compute the remainder of <expr> by <m>.',
    'what is left over when <expr> is divided by <m>',
    'Calculate the remainder when <expr> is divided by <m>.',
  ],
  make(rng, level) {
    switch (level) {
      case 1:
        return oneNumber(rng);
      case 2:
        return twoNumbers(rng);
      case 3:
        return power(rng);
      default:
        return largeDivisor(rng);
    }
  },
};

function problem(expr: string, m: number, steps: readonly string[], value: number, grouped: boolean): Worked {
  return { maths: { expr, m: String(m), full: `${grouped ? `(${expr})` : expr} \\bmod ${m}` }, steps, answer: String(value) };
}

function residue(n: number, m: number): number {
  return ((n % m) + m) % m;
}

function multiplesUpTo(times: number, m: number): number[] {
  const from = times > 12 ? 10 : 1;
  return Array.from({ length: times - from + 1 }, (_, index) => (from + index) * m);
}

function oneNumber(rng: Rng): Worked {
  const m = rng.int(2, 30);
  if (rng.chance(0.2)) {
    const n = -rng.int(1, 99);
    const times = Math.ceil(-n / m);
    const value = residue(n, m);
    return problem(
      String(n),
      m,
      [
        // Every multiple up to the first that is no smaller; from the tenth on where there are many.
        `> ${multiplesUpTo(times, m).join(', ')}: the first that is at least ${-n} is ${times * m}`,
        `Add $${times * m}$, a multiple of $${m}$: $${times} \\cdot ${m} = ${times * m}$`,
        `So: $${n} + ${times * m} = ${value}$`,
      ],
      value,
      true,
    );
  }
  const n = rng.sized(1, 99_999);
  return problem(String(n), m, remainderSteps(n, m), n % m, false);
}

/** Both at least one. */
export function remainderSteps(n: number, m: number): string[] {
  return [...divisionLines(n, m), `The quotient is $${Math.floor(n / m)}$ and the remainder is $${n % m}$`];
}

function largeDivisor(rng: Rng): Worked {
  const digits = 1 + (rng.next() * 8) / 3;
  const [inQuotient, beyond] = shareOut(rng, 8 - digits, [1, 1]);
  const rest = rng.int(0, Math.ceil(10 ** digits));
  const m = rest + rng.int(1, Math.ceil(10 ** beyond) + 1);
  const n = m * rng.int(1, Math.ceil(10 ** inQuotient) + 1) + rest;
  return problem(String(n), m, remainderSteps(n, m), rest, false);
}

/** None where the number is reduced already. */
function reduceLine(n: number, m: number): string[] {
  return n < m ? [] : remainderLines(n, m);
}

function twoNumbers(rng: Rng): Worked {
  const m = rng.int(2, 15);
  const [a, b] = [rng.int(2, 150), rng.int(2, 150)];
  const product = rng.chance(0.6);
  const sign = product ? '\\cdot' : '+';
  const [p, q] = [a % m, b % m];
  const result = product ? p * q : p + q;
  const steps = [
    ...reduceLine(a, m),
    ...reduceLine(b, m),
    `Reduce both numbers: the remainders are $${p}$ and $${q}$`,
    ...(product ? productLines(p, q) : []),
    `${product ? 'Multiply' : 'Add'} the remainders: $${p} ${sign} ${q} = ${result}$`,
    ...reduceLine(result, m),
    `The remainder is $${result % m}$`,
  ];
  return problem(`${a} ${sign} ${b}`, m, steps, result % m, true);
}

/** Repeated squaring, then the squares that the exponent is made of. */
function power(rng: Rng): Worked {
  const m = rng.int(3, 20);
  const base = rng.int(2, 30);
  const exponent = rng.int(2, 24);
  const steps: string[] = [...reduceLine(base, m)];
  const squares = new Map<number, number>([[1, base % m]]);
  for (let size = 2; size <= exponent; size *= 2) {
    const last = squares.get(size / 2) ?? 0;
    squares.set(size, (last * last) % m);
    steps.push(`> power ${size}: ${last} * ${last} = ${last * last}`, ...reduceLine(last * last, m));
  }
  const parts = [...squares.keys()].reverse().filter((size) => (exponent & size) !== 0);
  if (parts.length > 1) steps.push(`Split the exponent: $${exponent} = ${parts.join(' + ')}$`);
  let value = squares.get(parts[0]) ?? 0;
  for (const part of parts.slice(1)) {
    const factor = squares.get(part) ?? 0;
    steps.push(
      ...(value * factor < 100 ? [`> ${value} * ${factor} = ${value * factor}`] : productWork(value, factor)),
      ...reduceLine(value * factor, m),
    );
    value = (value * factor) % m;
  }
  steps.push(`The remainder is $${value}$`);
  return problem(`${base}^${exponent > 9 ? `{${exponent}}` : exponent}`, m, steps, value, false);
}
