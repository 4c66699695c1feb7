import { decimalQuotientLines, ONE, written } from '../../decimal-moves.ts';
import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { signedColumns } from '../../signed-sum.ts';
import { divideLines, timesLines } from '../../times-lines.ts';
import type { Said } from './said.ts';
import { spokenSigns } from './spoken-signs.ts';

/** Sums told in words alone: "half of 37", "7 squared minus 3 cubed", "5 less than the product of 6 and 7". */
export const spokenArithmetic: Family = {
  id: 'spoken-arithmetic',
  topic: 'arithmetic',
  title: 'Arithmetic in words',
  levels: ['halves, doubles and the like', 'powers in words', 'two operations', 'negative numbers in words'],
  phrasings: [
    'What is {said}?',
    '{said}',
    'whats {said}',
    'Find {said}.',
    'work out {said}',
    'Calculate {said}',
    'how much is {said}',
    '{said} please',
    'Work out {said}.',
    'can you work out {said}',
    '{said} = ?',
    'what is {said}',
    'What number is {said}?',
    'Question 1. Find {said}.',
    'give me {said}',
    'how do i find {said}',
    'Evaluate {said}.',
    'find {said}',
  ],
  make(rng, level) {
    const { words, expr, steps, value } = [scaled, powers, combined, spokenSigns][level - 1](rng);
    return { maths: { expr }, words: { said: words }, steps, answer: written(Math.round(value * ONE)) };
  },
};

function divided(words: string, n: number, by: number): Said {
  return {
    words,
    expr: `${n} \\div ${by}`,
    steps: [...decimalQuotientLines(n * ONE, by), `Divide by $${by}$: $${n} \\div ${by} = ${written((n * ONE) / by)}$`],
    value: n / by,
  };
}

function multiplied(words: string, n: number, by: number): Said {
  return {
    words,
    expr: `${by} \\cdot ${n}`,
    steps: [...timesLines(n, by), `Multiply by $${by}$: $${by} \\cdot ${n} = ${by * n}$`],
    value: n * by,
  };
}

function scaled(rng: Rng): Said {
  const n = rng.sized(2, 999);
  switch (rng.int(0, 6)) {
    case 0:
    case 1:
      return divided(rng.pick([`half of ${n}`, `half of ${n}`, `1/2 of ${n}`, `a half of ${n}`, `${n} halved`]), n, 2);
    case 2:
      return multiplied(rng.pick([`double ${n}`, `twice ${n}`, `double of ${n}`, `${n} doubled`, `two times ${n}`]), n, 2);
    case 3:
      return multiplied(rng.pick([`triple ${n}`, `three times ${n}`, `3 times ${n}`, `the triple of ${n}`]), n, 3);
    case 4:
      return divided(rng.pick([`a quarter of ${n}`, `one quarter of ${n}`, `1/4 of ${n}`]), n, 4);
    case 5:
      return divided(rng.pick([`a third of ${3 * n}`, `one third of ${3 * n}`]), 3 * n, 3);
    default: {
      const by = rng.pick([5, 8, 10, 20]);
      return divided(`one ${FRACTION_NAMES[by]} of ${n * by}`, n * by, by);
    }
  }
}

const FRACTION_NAMES: Readonly<Record<number, string>> = { 5: 'fifth', 8: 'eighth', 10: 'tenth', 20: 'twentieth' };

function power(n: number, exponent: number): Said {
  const value = n ** exponent;
  const written = new Array(exponent).fill(n).join(' \\cdot ');
  const first = exponent === 3 ? [...timesLines(n, n), `> ${n} * ${n} = ${n * n}`] : [];
  return {
    expr: `${n}^${exponent}`,
    words: exponent === 2 ? `${n} squared` : `${n} cubed`,
    steps: [...first, ...timesLines(n ** (exponent - 1), n), `Work out $${n}^${exponent}$: $${written} = ${value}$`],
    value,
  };
}

function powers(rng: Rng): Said {
  const one = (most: number) => (rng.chance(0.65) ? power(rng.int(2, most), 2) : power(rng.int(2, 6), 3));
  const a = one(15);
  if (rng.chance(0.2)) {
    const n = rng.int(2, 20);
    const alone = power(n, 2);
    return { ...alone, words: rng.pick([`the square of ${n}`, `${n} squared`, `square of ${n}`]) };
  }
  const b = one(10);
  const minus = rng.chance(0.5);
  const value = minus ? a.value - b.value : a.value + b.value;
  const sign = minus ? '-' : '+';
  return {
    words: `${a.words} ${minus ? rng.pick(['minus', 'take away', 'subtract']) : rng.pick(['plus', 'add', 'and then add', 'plus'])} ${b.words}`,
    expr: `${a.expr} ${sign} ${b.expr}`,
    steps: [
      ...a.steps,
      ...b.steps,
      ...signedColumns(a.value, minus ? -b.value : b.value),
      `${minus ? 'Subtract' : 'Add'}: $${a.value} ${sign} ${b.value} = ${value}$`,
    ],
    value,
  };
}

function combined(rng: Rng): Said {
  const [a, b, c] = [rng.int(2, 60), rng.int(2, 12), rng.int(1, 40)];
  const product = a * b;
  const times = [...timesLines(a, b), `Multiply: $${a} \\cdot ${b} = ${product}$`];
  const plus = (words: string): Said => ({
    words,
    expr: `${a} \\cdot ${b} + ${c}`,
    steps: [...times, `Add: $${product} + ${c} = ${product + c}$`],
    value: product + c,
  });
  const less = (words: string): Said => ({
    words,
    expr: `${a} \\cdot ${b} - ${c}`,
    steps: [...times, ...signedColumns(product, -c), `Subtract: $${product} - ${c} = ${product - c}$`],
    value: product - c,
  });
  switch (rng.int(0, 4)) {
    case 0:
      return plus(
        rng.pick([
          `${c} more than the product of ${a} and ${b}`,
          `${c} more than ${b} times ${a}`,
          `${b} lots of ${a} plus ${c}`,
        ]),
      );
    case 1:
      return less(
        rng.pick([
          `${c} less than the product of ${a} and ${b}`,
          `${c} less than ${b} times ${a}`,
          `${b} lots of ${a} minus ${c}`,
        ]),
      );
    case 2: {
      const total = a + c;
      return {
        expr: `${b}(${a} + ${c})`,
        words: rng.pick([`${b} times the sum of ${a} and ${c}`, `the sum of ${a} and ${c} multiplied by ${b}`]),
        steps: [`Add: $${a} + ${c} = ${total}$`, ...timesLines(b, total), `Multiply: $${b} \\cdot ${total} = ${b * total}$`],
        value: b * total,
      };
    }
    case 3: {
      const whole = b * c;
      return {
        expr: `${whole} \\div ${b} + ${a}`,
        words: rng.pick([
          `the quotient of ${whole} and ${b}, plus ${a}`,
          `${a} more than ${whole} divided by ${b}`,
          `${whole} shared by ${b} and then plus ${a}`,
        ]),
        steps: [...divideLines(whole, b), `Divide: $${whole} \\div ${b} = ${c}$`, `Add: $${c} + ${a} = ${c + a}$`],
        value: c + a,
      };
    }
    default: {
      const [high, low] = [a + c, a];
      return {
        expr: `${b}(${high} - ${low})`,
        words: rng.pick([
          `${b} times the difference of ${high} and ${low}`,
          `${b} times the difference between ${high} and ${low}`,
        ]),
        steps: [`Subtract: $${high} - ${low} = ${c}$`, ...timesLines(b, c), `Multiply: $${b} \\cdot ${c} = ${b * c}$`],
        value: b * c,
      };
    }
  }
}
