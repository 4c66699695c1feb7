import { productLines, remainderLine } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';

/** From any base to any other by way of decimal; digits above nine are small letters. */
export const baseToBase: Family = {
  id: 'base-to-base',
  topic: 'number',
  title: 'From one base to another',
  levels: ['bases up to ten', 'bases up to sixteen'],
  phrasings: [
    'Convert the {from} number {n} to {to}.',
    'Your task is to convert a number between two different bases.\n\nIf the target base is > 10, use lowercase letters a-z for digits above 9.\n\nNow, convert the {from} number {n} to {to}',
    'Write the {from} number {n} in {to}, with lowercase letters for digits above 9.',
    'What is the {from} number {n} in {to}?',
    'Your task is to convert a number between two bases. Now, convert the {from} number {n} to {to}',
    'Change the {from} number {n} to {to}.',
    'Express the {from} number {n} in {to}. Use lowercase letters.',
    'convert {from} {n} to {to}',
    'If the target base is > 10, use lowercase letters a-z for digits above 9. Convert the {from} number {n} to {to}',
    'the {from} number {n} in {to}?',
    'Rewrite the {from} number {n} as a {to} number.',
    'turn the {from} number {n} into {to}',
    'Question 4. Convert the {from} number {n} into {to}.',
    'Give the {to} form of the {from} number {n}, using lowercase letters.',
    'Now, convert the {from} number {n} to {to}',
    'how do i convert the {from} number {n} to {to}',
    'Find the {to} digits of the {from} number {n}.',
  ],
  make(rng, level) {
    const [from, to] = drawBases(rng, level === 1 ? 9 : 16);
    const value = rng.sized(1, 999);
    const [before, after] = [value.toString(from), value.toString(to)];
    const steps = [`To decimal, digit by digit: multiply by $${from}$ and add`, ...letters(before)];
    let total = Number.parseInt(before[0], from);
    for (const char of before.slice(1)) {
      const digit = Number.parseInt(char, from);
      if (total * from > 999) steps.push(...productLines(total, from));
      steps.push(`> ${total} * ${from} + ${digit} = ${total * from + digit}`);
      total = total * from + digit;
    }
    steps.push(`The decimal number is $${value}$`, `Then divide by $${to}$ again and again and keep the remainders`);
    for (let rest = value; rest > 0; rest = Math.floor(rest / to)) {
      const left = rest % to;
      steps.push(`${remainderLine(rest, to)}${left > 9 ? `, write ${left.toString(to)}` : ''}`);
    }
    return {
      maths: {},
      words: { n: before, from: name(from, rng), to: name(to, rng) },
      steps: [...steps, `Read the remainders from the last to the first: $${after}$`],
      answer: after,
    };
  },
};

function drawBases(rng: Rng, most: number): [number, number] {
  for (;;) {
    const [from, to] = [rng.int(2, most), rng.int(2, most)];
    if (from !== to && from !== 10 && to !== 10) return [from, to];
  }
}

function name(base: number, rng: Rng): string {
  if (base === 2 && rng.chance(0.6)) return 'binary';
  return base === 16 && rng.chance(0.6) ? 'hexadecimal' : `base-${base}`;
}

function letters(written: string): string[] {
  const above = [...new Set(written)].filter((char) => /[a-f]/.test(char));
  return above.length === 0 ? [] : [`> ${above.map((char) => `${char} is ${Number.parseInt(char, 16)}`).join(', ')}`];
}
