import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';

/** Two rows of two. */
type Matrix = readonly [readonly [number, number], readonly [number, number]];

function write(m: Matrix): string {
  return `\\begin{pmatrix} ${m.map((row) => row.join(' & ')).join(' \\\\ ')} \\end{pmatrix}`;
}

/** Determinants, sums and products of 2×2 matrices. */
export const matrices: Family = {
  id: 'matrices',
  topic: 'algebra',
  title: '2×2 matrices',
  levels: ['determinants', 'sums and differences', 'products'],
  phrasings: [
    'Find <e>',
    'Work out <e>.',
    'Calculate <e>',
    'Evaluate <e>.',
    'What is <e>?',
    '<e>',
    'Compute <e>.',
    'how do i find <e>',
    '<e> = ?',
    'find <e> for me',
    'Can you work out <e>?',
    'Determine <e>.',
    'matrix question: <e>',
    'Question 5. Work out <e>.',
    'i need to calculate <e>',
    'Matrices: find <e>',
    'Show how to work out <e>.',
  ],
  make(rng, level) {
    const entry = () => rng.int(-6, 9);
    const draw = (): Matrix => [
      [entry(), entry()],
      [entry(), entry()],
    ];
    switch (level) {
      case 1:
        return determinant(draw());
      case 2:
        return combined(draw(), draw(), rng.chance(0.5) ? '-' : '+');
      default:
        return product(draw(), draw());
    }
  },
};

function determinant(m: Matrix): Worked {
  const [[a, b], [c, d]] = m;
  return {
    maths: { e: `\\det ${write(m)}` },
    steps: [
      `Main diagonal: $${factor(a)} \\cdot ${factor(d)} = ${a * d}$`,
      `Other diagonal: $${factor(b)} \\cdot ${factor(c)} = ${b * c}$`,
      `Subtract: $${a * d} - ${factor(b * c)} = ${a * d - b * c}$`,
    ],
    answer: String(a * d - b * c),
  };
}

const PLACES = ['Top left', 'Top right', 'Bottom left', 'Bottom right'] as const;

function combined(m: Matrix, n: Matrix, sign: '+' | '-'): Worked {
  const [p, q] = [m.flat(), n.flat()];
  const values = p.map((value, index) => (sign === '+' ? value + q[index] : value - q[index]));
  const answer = write([
    [values[0], values[1]],
    [values[2], values[3]],
  ]);
  return {
    maths: { e: `${write(m)} ${sign} ${write(n)}` },
    steps: values.map((value, index) => `${PLACES[index]}: $${p[index]} ${sign} ${factor(q[index])} = ${value}$`),
    answer,
  };
}

function product(m: Matrix, n: Matrix): Worked {
  const entries = [0, 1, 2, 3].map((place) => {
    const [row, column] = [m[place < 2 ? 0 : 1], [n[0][place % 2], n[1][place % 2]]];
    const [first, second] = [row[0] * column[0], row[1] * column[1]];
    const products = `${factor(row[0])} \\cdot ${factor(column[0])} + ${factor(row[1])} \\cdot ${factor(column[1])}`;
    const value = first + second;
    return { value, line: `${PLACES[place]}: $${products} = ${first} + ${factor(second)} = ${value}$` };
  });
  const [a, b, c, d] = entries.map((entry) => entry.value);
  return {
    maths: { e: `${write(m)} ${write(n)}` },
    steps: ['Row times column', ...entries.map((entry) => entry.line)],
    answer: write([
      [a, b],
      [c, d],
    ]),
  };
}
