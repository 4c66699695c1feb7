import type { Family, Worked } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { powerLines } from './exponential-equation.ts';

const LARGEST_EXPONENT: Readonly<Record<number, number>> = { 2: 8, 3: 5, 4: 4, 5: 4, 6: 3, 7: 3, 8: 2, 9: 2, 10: 6 };

/** Logarithms whose value is a whole number, alone or by the laws. */
export const logarithms: Family = {
  id: 'logarithms',
  topic: 'algebra',
  title: 'Logarithms',
  levels: ['one logarithm', 'sum and difference laws', 'power law'],
  phrasings: askTo(
    ['Evaluate', 'Work out', 'Find the value of', 'Calculate', 'Find'],
    '<e>',
    '<e>',
    'What is <e>?',
    '<e> = ?',
    'What is the value of <e>?',
    '<e> without a calculator',
    '{said}',
    'What is {said}?',
    'work out {said}',
    'Find {said}.',
    'whats {said}',
    'Evaluate {said}',
    'Calculate {said}.',
    'value of {said}',
    'how do i find {said}',
    'find the value of {said}',
    '{said} = ?',
    '{said} please',
    'solve {said}',
    '{said} = what',
    'simplify {said}',
    'how to do {said}',
  ),
  make(rng, level) {
    const worked = draw(rng, level);
    return { ...worked, words: { said: sayLogs(worked.maths.e, rng) } };
  },
};

/** "log base 2 of 32", "log2(32)": the base in a student's words. */
function sayLogs(e: string, rng: Rng): string {
  const said = rng.pick([
    (base: string, of: string) => `log base ${base} of ${of}`,
    (base: string, of: string) => `log base ${base} of ${of}`,
    (base: string, of: string) => `log base ${base} ${of}`,
    (base: string, of: string) => `log to the base ${base} of ${of}`,
    (base: string, of: string) => `log to base ${base} of ${of}`,
    (base: string, of: string) => `the log of ${of} to base ${base}`,
    (base: string, of: string) => `the logarithm of ${of} to the base ${base}`,
    (base: string, of: string) => `log${base}(${of})`,
    (base: string, of: string) => `log${base}(${of})`,
    (base: string, of: string) => `log${base} ${of}`,
    (base: string, of: string) => `log_${base} ${of}`,
    (base: string, of: string) => `log_${base}(${of})`,
    (base: string, of: string) => `log ${of} base ${base}`,
  ]);
  return e.replaceAll(/\\log_\{?(\d+)\}? (?:\\frac\{1\}\{(\d+)\}|(\d+))/g, (_, base, under, whole) =>
    said(base, whole ?? `1/${under}`),
  );
}

function draw(rng: Rng, level: number): Worked {
  const base = rng.pick([2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10]);
  switch (level) {
    case 1:
      return single(base, rng);
    case 2:
      return rng.chance(0.5) ? added(rng.pick([2, 3, 4, 6, 10]), rng) : subtracted(rng.pick([2, 3, 4, 5, 6, 10]), rng);
    default:
      return powered(rng.pick([2, 3, 4, 5, 10]), rng);
  }
}

function log(base: number, of: number | string): string {
  return `\\log_${base < 10 ? base : `{${base}}`} ${of}`;
}

function single(base: number, rng: Rng): Worked {
  const exponent = rng.chance(0.1) ? 0 : rng.int(1, LARGEST_EXPONENT[base]);
  const value = base ** exponent;
  if (exponent > 0 && rng.chance(0.15)) {
    const of = fraction(1, value);
    return {
      maths: { e: log(base, of) },
      steps: [
        ...powerLines(base, exponent),
        `Write as a power of $${base}$: $${of} = ${base}^{-${exponent}}$`,
        `So $${log(base, of)} = -${exponent}$`,
      ],
      answer: String(-exponent),
    };
  }
  return {
    maths: { e: log(base, value) },
    steps: [
      ...powerLines(base, exponent),
      `Write as a power of $${base}$: $${value} = ${base}^${exponent}$`,
      `So $${log(base, value)} = ${exponent}$`,
    ],
    answer: String(exponent),
  };
}

function added(base: number, rng: Rng): Worked {
  const exponent = rng.int(2, Math.min(5, LARGEST_EXPONENT[base]));
  const value = base ** exponent;
  const divisors = divisorsOf(value).filter((d) => d > 1 && d < value);
  const other = divisors.length === 0 ? 1 : rng.pick(divisors);
  const e = `${log(base, other)} + ${log(base, value / other)}`;
  return {
    maths: { e },
    steps: [
      `Add logs by multiplying: $${e} = ${log(base, `(${other} \\cdot ${value / other})`)}$`,
      `> ${other} * ${value / other} = ${value}`,
      ...powerLines(base, exponent),
      `Write as a power of $${base}$: $${value} = ${base}^${exponent}$`,
      `So $${log(base, value)} = ${exponent}$`,
    ],
    answer: String(exponent),
  };
}

function subtracted(base: number, rng: Rng): Worked {
  const exponent = rng.int(1, Math.min(4, LARGEST_EXPONENT[base]));
  const value = base ** exponent;
  const by = rng.int(2, 9);
  const e = `${log(base, value * by)} - ${log(base, by)}`;
  return {
    maths: { e },
    steps: [
      `Subtract logs by dividing: $${e} = ${log(base, fraction(value * by, by))}$`,
      `Divide: $${fraction(value * by, by)} = ${value}$`,
      ...powerLines(base, exponent),
      `Write as a power of $${base}$: $${value} = ${base}^${exponent}$`,
      `So $${log(base, value)} = ${exponent}$`,
    ],
    answer: String(exponent),
  };
}

function powered(base: number, rng: Rng): Worked {
  const exponent = rng.int(1, Math.min(4, LARGEST_EXPONENT[base]));
  const times = rng.int(2, 9);
  const value = base ** exponent;
  const e = `${times} ${log(base, value)}`;
  return {
    maths: { e },
    steps: [
      ...powerLines(base, exponent),
      `Write as a power of $${base}$: $${value} = ${base}^${exponent}$`,
      `So $${log(base, value)} = ${exponent}$`,
      `Multiply: $${times} \\cdot ${exponent} = ${times * exponent}$`,
    ],
    answer: String(times * exponent),
  };
}

function divisorsOf(n: number): number[] {
  return Array.from({ length: n }, (_, index) => index + 1).filter((d) => n % d === 0);
}
