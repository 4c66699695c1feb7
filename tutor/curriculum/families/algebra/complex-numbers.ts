import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { askTo } from '../../phrasing.ts';
import { sum, term } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';
import { surdLines } from '../../surd.ts';

/** a + bi. */
type Complex = readonly [number, number];

/** Zero parts are left out; zero itself is "0". */
function write([a, b]: Complex): string {
  return sum(a === 0 ? '' : String(a), term(b, 'i'));
}

/** Sums, differences, products and moduli. */
export const complexNumbers: Family = {
  id: 'complex-numbers',
  topic: 'algebra',
  title: 'Complex numbers',
  levels: ['sums and differences', 'products', 'powers of i and modulus'],
  phrasings: askTo(
    ['Work out', 'Calculate', 'Simplify', 'Evaluate'],
    '<e>',
    '<e>',
    'What is <e>?',
    '<e> = ?',
    'Find <e>',
    'Write <e> as simply as possible.',
    'complex numbers: <e>',
    '{Do} the complex numbers: <e>',
    '{Do} these complex numbers: <e>',
    '{Do} the following complex numbers: <e>',
  ),
  make(rng, level) {
    const part = () => rng.nonzero(-10, 10);
    const [z, w]: [Complex, Complex] = [
      [part(), part()],
      [part(), part()],
    ];
    switch (level) {
      case 1:
        return combined(z, w, rng.chance(0.5), rng.chance(0.25));
      case 2:
        return product(z, rng.chance(0.2) ? [z[0], -z[1]] : w);
      default:
        return rng.chance(0.5) ? powerOfI(rng) : modulus(z);
    }
  },
};

function combined(z: Complex, w: Complex, minus: boolean, places: boolean): Worked {
  const sign = minus ? '-' : '+';
  const result: Complex = minus ? [z[0] - w[0], z[1] - w[1]] : [z[0] + w[0], z[1] + w[1]];
  const line = (name: string, index: 0 | 1) => `${name}: $${z[index]} ${sign} ${factor(w[index])} = ${result[index]}$`;
  const answer = write(result);
  return {
    maths: { e: places ? withPlaces(`(${write(z)}) ${sign} (${write(w)})`) : `(${write(z)}) ${sign} (${write(w)})` },
    words: { Do: minus ? 'Subtract' : 'Add' },
    steps: [line('Real parts', 0), line('Imaginary parts', 1), `Put together: $${answer}$`],
    answer,
  };
}

/** "2.0i" for 2i, as programs write complex numbers. */
function withPlaces(latex: string): string {
  return latex.replace(/(?<![\d.])i/g, '1i').replace(/\d+/g, '$&.0');
}

function product([a, b]: Complex, [c, d]: Complex): Worked {
  const e = `(${write([a, b])})(${write([c, d])})`;
  const answer = write([a * c - b * d, a * d + b * c]);
  const times = (p: string, q: string) => `${p} \\cdot ${q.startsWith('-') ? `(${q})` : q}`;
  return {
    maths: { e },
    words: { Do: 'Multiply' },
    steps: [
      `First: $${times(String(a), String(c))} = ${a * c}$`,
      `Outer: $${times(String(a), term(d, 'i'))} = ${term(a * d, 'i')}$`,
      `Inner: $${times(term(b, 'i'), String(c))} = ${term(b * c, 'i')}$`,
      `Last: $${times(term(b, 'i'), term(d, 'i'))} = ${term(b * d, 'i^2')} = ${-b * d}$`,
      `Real parts: $${sum(String(a * c), String(-b * d))} = ${a * c - b * d}$`,
      `Imaginary parts: $${sum(term(a * d, 'i'), term(b * c, 'i'))} = ${sum(term(a * d + b * c, 'i'))}$`,
      `Put together: $${answer}$`,
    ],
    answer,
  };
}

function powerOfI(rng: Rng): Worked {
  const n = rng.int(2, 50);
  const rest = n % 4;
  const answer = ['1', 'i', '-1', '-i'][rest];
  const exponent = n < 10 ? String(n) : `{${n}}`;
  return {
    maths: { e: `i^${exponent}` },
    words: { Do: 'Simplify' },
    steps: [
      'The powers of $i$ repeat every four: $i$, $-1$, $-i$, $1$',
      `> ${n} = 4 * ${Math.floor(n / 4)} + ${rest}`,
      `The remainder is $${rest}$, so $i^${exponent} = ${answer}$`,
    ],
    answer,
  };
}

function modulus([a, b]: Complex): Worked {
  const total = a * a + b * b;
  const root = surdLines(total);
  return {
    maths: { e: `|${write([a, b])}|` },
    words: { Do: 'Work out' },
    steps: [
      `Square the parts: $${factor(a)}^2 = ${a * a}$ and $${factor(b)}^2 = ${b * b}$`,
      `Add: $${a * a} + ${b * b} = ${total}$`,
      ...(root.lines.length === 0 ? [`Square root: $${root.value}$`] : root.lines),
    ],
    answer: root.value,
  };
}
