import { productWork } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { EVALUATE } from './evaluate-phrasings.ts';

/** Square and cube roots that come out whole: bracket by tens, then use the last digit. */
export const roots: Family = {
  id: 'roots',
  topic: 'arithmetic',
  title: 'Square and cube roots',
  levels: ['square roots up to 15', 'square roots up to 99', 'cube roots'],
  phrasings: [
    ...EVALUATE,
    'What number does <expr> stand for?',
    'Find the root <expr>.',
    'what is the exact value of <expr>',
    'Give <expr> as a whole number.',
    'Find <expr> without a calculator.',
    'calculate the root <expr>',
    'Determine <expr>.',
    'Work out the exact value of <expr>.',
    'What is the {kind} of <n>?',
    'Find the {kind} of <n>.',
    'Calculate the {kind} of <n>',
    '{kind} of <n>',
    'work out the {kind} of <n>',
    'whats the {kind} of <n>',
  ],
  make(rng, level) {
    if (level === 3) return cubeRoot(rng);
    return squareRoot(level === 1 ? rng.int(0, 15) : rng.int(11, 99));
  },
};

function squareRoot(root: number): Worked {
  const square = root * root;
  const expr = `\\sqrt{${square}}`;
  const tens = Math.floor(root / 10) * 10;
  const search =
    root <= 15 || root % 10 === 0
      ? []
      : [
          `> ${tens} * ${tens} = ${tens * tens}, ${tens + 10} * ${tens + 10} = ${(tens + 10) ** 2}, so the root is between ${tens} and ${tens + 10}`,
          `> ${square} ends in ${square % 10}: ${[1, 2, 3, 4, 5, 6, 7, 8, 9]
            .filter((d) => (d * d) % 10 === square % 10)
            .map((d) => `try ${tens + d}`)
            .join(' or ')}`,
          ...candidates(root, tens, square),
        ];
  const check = root <= 15 || root % 10 === 0 ? [`> ${root} * ${root} = ${square}`] : [];
  return {
    maths: { expr, n: String(square) },
    words: { kind: 'square root' },
    steps: [...search, ...check, `Since $${root}^2 = ${square}$: $${expr} = ${root}$`],
    answer: String(root),
  };
}

/** The digits that fit, tried from below until one squares to the number. */
function candidates(root: number, tens: number, square: number): string[] {
  const lines: string[] = [];
  for (let n = tens + 1; n <= root; n++) {
    if ((n * n) % 10 === square % 10) lines.push(...productWork(n, n));
  }
  return lines;
}

function cubeRoot(rng: Rng): Worked {
  const root = rng.int(-3, 20);
  const cube = root ** 3;
  const expr = `\\sqrt[3]{${cube}}`;
  const size = Math.abs(root);
  const written = root < 0 ? `(${root})` : String(root);
  const steps =
    root < 0
      ? [`The cube root of a negative number is negative`, `> ${size} * ${size} * ${size} = ${size ** 3}`]
      : [...productWork(size, size), ...productWork(size * size, size)];
  return {
    maths: { expr, n: String(cube) },
    words: { kind: 'cube root' },
    steps: [...steps, `Since $${written}^3 = ${cube}$: $${expr} = ${root}$`],
    answer: String(root),
  };
}
