import { productLines, remainderLine } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

/** Digits above nine are small letters. */
function letterLine(written: string): string[] {
  const letters = [...new Set([...written].filter((char) => /[a-f]/.test(char)))].sort();
  return letters.length === 0 ? [] : [`> ${letters.map((char) => `${char} is ${Number.parseInt(char, 16)}`).join(', ')}`];
}

/** From any base to any other, of either sign, with the bases told as numbers. */
export const baseChange: Family = {
  id: 'base-change',
  topic: 'number',
  title: 'Between bases two to sixteen',
  levels: ['up to three decimal digits', 'up to six decimal digits'],
  phrasings: [
    '{n} (base {from}) to base {to}',
    'Convert {n} (base {from}) to base {to}.',
    'What is {n} (base {from}) in base {to}?',
    'convert {n} (base {from}) to base {to}',
    'Write {n} (base {from}) in base {to}.',
    '{n} (base {from}) in base {to}',
    'Change {n} (base {from}) to base {to}.',
    'Express {n} (base {from}) in base {to}.',
    'what is {n} (base {from}) in base {to}',
    'Rewrite {n} (base {from}) in base {to}.',
    'Question 5. Convert {n} (base {from}) to base {to}.',
    'Turn {n} (base {from}) into base {to}.',
    'Give {n} (base {from}) in base {to}.',
    'i need {n} (base {from}) in base {to}',
    'Work out {n} (base {from}) in base {to}.',
    'how do i convert {n} (base {from}) to base {to}',
  ],
  make: (rng, level) => shortWorked(() => change(rng, level === 1 ? 999 : 210_000)),
};

/** As large as `most`, of either sign where that is wanted. */
function signed(rng: Rng, most: number, either: boolean): number {
  return rng.int(either ? -most : 0, most);
}

function change(rng: Rng, largest: number): Worked {
  const [from, to] = rng.shuffle(Array.from({ length: 15 }, (_, index) => index + 2));
  const value = rng.chance(0.5) ? rng.int(1, largest) : rng.sized(1, largest);
  const sign = rng.chance(0.4) ? '-' : '';
  const [before, after] = [value.toString(from), value.toString(to)];
  const steps = from === 10 ? [] : [`To decimal, digit by digit: multiply by $${from}$ and add`, ...letterLine(before)];
  if (from !== 10) {
    let total = Number.parseInt(before[0], from);
    for (const char of before.slice(1)) {
      const digit = Number.parseInt(char, from);
      // Doubling needs no columns: a digit carries from its neighbour alone. So does halving.
      if (from !== 2 && total * from > 999) steps.push(...productLines(total, from));
      steps.push(`> ${total} * ${from} + ${digit} = ${total * from + digit}`);
      total = total * from + digit;
    }
    steps.push(`The decimal number is $${value}$`);
  }
  if (to !== 10) {
    steps.push(`Then divide by $${to}$ again and again and keep the remainders`);
    for (let rest = value; rest > 0; rest = Math.floor(rest / to)) {
      const left = rest % to;
      steps.push(`${to === 2 ? halfLine(rest) : remainderLine(rest, to)}${left > 9 ? `, write ${left.toString(to)}` : ''}`);
    }
    steps.push(`Read the remainders from the last to the first: $${after}$`);
  }
  if (sign === '-') steps.push(`Keep the minus sign: $-${after}$`);
  return { maths: {}, words: { n: sign + before, from: String(from), to: String(to) }, steps, answer: sign + after };
}

/** "> 835 by 2: 417 remainder 1". */
function halfLine(n: number): string {
  return `> ${n} by 2: ${Math.floor(n / 2)} remainder ${n % 2}`;
}

/** Sums and differences without leaving the base. */
export const baseSum: Family = {
  id: 'base-sum',
  topic: 'number',
  title: 'Add and subtract in another base',
  levels: ['bases up to ten', 'bases up to sixteen, either sign'],
  phrasings: [
    'In base {base}, what is {a} {op} {b}?',
    'in base {base}, what is {a} {op} {b}',
    'In base {base}, work out {a} {op} {b}.',
    'Calculate {a} {op} {b} in base {base}.',
    'What is {a} {op} {b} in base {base}?',
    'In base {base}, calculate {a} {op} {b}.',
    'base {base}: {a} {op} {b}',
    '{a} {op} {b} in base {base}',
    'Working in base {base}, what is {a} {op} {b}?',
    'In base {base}, find {a} {op} {b}.',
    'Question 9. In base {base}, what is {a} {op} {b}?',
    'compute {a} {op} {b} in base {base}',
    'Work in base {base}: {a} {op} {b}',
    'In base {base}, evaluate {a} {op} {b}.',
    'how much is {a} {op} {b} in base {base}',
    'All numbers are in base {base}. What is {a} {op} {b}?',
  ],
  make: (rng, level) =>
    shortWorked(() => {
      const base = level === 1 ? rng.int(2, 10) : rng.int(2, 16);
      const digits = level === 1 ? 2 + 5 * rng.next() : 8;
      const share = rng.next() * digits;
      const [a, b] = [share, digits - share].map((each) => signed(rng, Math.ceil(10 ** Math.max(1, each) / 2), level === 2));
      const minus = rng.chance(0.5);
      const term = (minus ? -b : b) + 0;
      const [p, q] = [Math.abs(a), Math.abs(term)];
      const [high, low] = [Math.max(p, q), Math.min(p, q)].map((each) => each.toString(base));
      const same = a < 0 === term < 0 || a === 0 || term === 0;
      const answer = (a + term).toString(base);
      return {
        maths: {},
        words: { a: a.toString(base), b: b.toString(base), op: minus ? '-' : '+', base: String(base) },
        steps: [
          `In base $${base}$, ${same ? `add the digits of $${high}$ and $${low}$` : `the signs differ, so take $${low}$ from $${high}$`}`,
          ...letterLine(`${high}${low}`),
          ...(same ? sumColumns(high, low, base) : differenceColumns(high, low, base)),
          `With its sign: $${answer}$`,
        ],
        answer,
      };
    }),
};

function digitsUp(written: string): number[] {
  return [...written].reverse().map((char) => Number.parseInt(char, 16));
}

function sumColumns(high: string, low: string, base: number): string[] {
  const [top, bottom] = [digitsUp(high), digitsUp(low)];
  let carry = 0;
  const lines = top.map((digit, index) => {
    const total = digit + (bottom[index] ?? 0) + carry;
    const before = carry === 1 ? ' + 1' : '';
    carry = total >= base ? 1 : 0;
    return `> ${digit} + ${bottom[index] ?? 0}${before} = ${total}${carry === 1 ? `, ${total} - ${base} = ${total - base}` : ''}, write ${(total - carry * base).toString(base)}`;
  });
  return carry === 1 ? [...lines, '> write 1'] : lines;
}

function differenceColumns(high: string, low: string, base: number): string[] {
  const [top, bottom] = [digitsUp(high), digitsUp(low)];
  let borrow = 0;
  return top.map((digit, index) => {
    const less = (bottom[index] ?? 0) + borrow;
    const from = digit < less ? digit + base : digit;
    const borrowed = from === digit ? '' : `${digit} + ${base} = ${from}, `;
    const line = `> ${borrowed}${from} - ${bottom[index] ?? 0}${borrow === 1 ? ' - 1' : ''} = ${from - less}, write ${(from - less).toString(base)}`;
    borrow = from === digit ? 0 : 1;
    return line;
  });
}
