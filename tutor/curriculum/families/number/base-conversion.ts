import { multiplesLines, productLines, remainderLine } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';

/** Whole numbers from one base to another: remainders one way, Horner's scheme the other. */
export const baseConversion: Family = {
  id: 'base-conversion',
  topic: 'number',
  title: 'Number bases',
  levels: ['between decimal and binary', 'octal, hexadecimal and other bases'],
  phrasings: [
    'Convert <n> from {from} to {to}.',
    'Write the {from} number <n> in {to}.',
    'convert {from} <n> to {to}',
    '<n> from {from} to {to}',
    'What is the {from} number <n> in {to}?',
    'Change <n> from {from} to {to}',
    'Express the {from} number <n> in {to}.',
    'Convert the {from} number <n> into {to}.',
    'how do i convert <n> from {from} to {to}',
    'What is {from} <n> in {to}?',
    '{from} <n> in {to}',
    'Find the {to} form of the {from} number <n>.',
    'Question 4. Convert <n> from {from} to {to}.',
    'turn <n> ({from}) into {to}',
    'Work out <n> in {to}, where <n> is in {from}.',
    'Rewrite the {from} number <n> in {to}.',
    'Give the {to} representation of {from} <n>.',
    '{from} to {to}: <n>',
    'Change the {from} number <n> to {to}.',
    'can you convert <n> from {from} to {to}',
    'How is the {from} number <n> written in {to}?',
    'write {from} <n> as a {to} number',
    'help me convert <n> from {from} into {to}',
    'The number <n> is in {from}. Convert it to {to}.',
    'What is <n> in {to} if it is written in {from}?',
    'Convert {from} <n> into {to}.',
    'convert {task}',
    'Convert {task}.',
    'Write {task}.',
    'change {task}',
    'what is {task}',
    '{task}',
    'how do i write {task}',
    'Express {task}.',
    'Can you convert {task}?',
    'turn {task}',
    'whats {task}',
    'Work out {task}.',
    'rewrite {task}',
    'give {task}',
    'Please convert {task}',
    'conversion: {task}',
  ],
  make(rng, level) {
    const base = level === 1 ? 2 : rng.pick([3, 4, 5, 6, 7, 8, 8, 16, 16, 16]);
    const value = level === 1 ? rng.sized(1, 255) : rng.sized(1, 4095);
    return rng.chance(0.5) ? toBase(value, base, rng) : fromBase(value, base, rng);
  },
};

/** `plainly`: decimal also as who does not know that word would say it, which fits at the end of a request alone. */
function baseName(base: number, rng: Rng, plainly = false): string {
  const names: Readonly<Record<number, readonly string[]>> = {
    2: ['binary', 'binary', 'binary', 'base two'],
    8: ['octal'],
    10: ['decimal', 'decimal', 'denary', 'base ten', ...(plainly ? ['a normal number', 'an ordinary number'] : [])],
    16: ['hexadecimal', 'hexadecimal', 'hex'],
  };
  const name = names[base];
  return name === undefined || rng.chance(0.3) ? `base ${base}` : rng.pick(name);
}

/** A number without its base is decimal: "13 to binary". */
function baseWords(n: string, from: number, to: number, rng: Rng): Record<string, string> {
  const names = { from: baseName(from, rng), to: baseName(to, rng) };
  const into = rng.pick(['to', 'to', 'in', 'into', 'as']);
  const told = [`${names.from} ${n}`, `${n} (${names.from})`, ...(from === 10 ? [] : [`${n} in ${names.from}`])];
  const number = from === 10 && rng.chance(0.75) ? n : rng.pick(told);
  return { ...names, task: `${number} ${into} ${baseName(to, rng, true)}` };
}

function digit(value: number): string {
  return value.toString(16).toUpperCase();
}

function toBase(value: number, base: number, rng: Rng): Worked {
  const written = value.toString(base).toUpperCase();
  const steps = value < 2 * base ? [] : multiplesLines(9 * base, base);
  for (let rest = value; rest > 0; rest = Math.floor(rest / base)) {
    const r = rest % base;
    steps.push(`${remainderLine(rest, base)}${r > 9 ? `, write ${digit(r)}` : ''}`);
  }
  return {
    maths: { n: String(value) },
    words: baseWords(String(value), 10, base, rng),
    steps: [
      `Divide by $${base}$ again and again and keep the remainders`,
      ...steps,
      `Read the remainders from the last to the first: $${written}$`,
    ],
    answer: written,
  };
}

function fromBase(value: number, base: number, rng: Rng): Worked {
  const written = value.toString(base).toUpperCase();
  const digits = [...written].map((each) => Number.parseInt(each, 16));
  const letters = [...new Set(digits.filter((each) => each > 9))].map((each) => `${digit(each)} is ${each}`);
  const steps: string[] = letters.length > 0 ? [`> ${letters.join(', ')}`] : [];
  let total = digits[0];
  for (const each of digits.slice(1)) {
    if (total * base > 999) steps.push(...productLines(total, base));
    steps.push(`> ${total} * ${base} + ${each} = ${total * base + each}`);
    total = total * base + each;
  }
  return {
    maths: { n: written },
    words: baseWords(written, base, 10, rng),
    steps: [
      `From the first digit on, multiply by $${base}$ and add the next digit`,
      ...steps,
      `The decimal number is $${value}$`,
    ],
    answer: String(value),
  };
}
