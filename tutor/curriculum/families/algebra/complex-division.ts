import type { Family } from '../../family.ts';
import { factor, signedTerm } from '../../latex.ts';
import { askTo } from '../../phrasing.ts';
import { sum, term } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import { divideLines, timesLines } from '../../times-lines.ts';

/** a + bi by the parts that are not zero; "-6.0 + 2.0i" when `places` is set. */
function write(a: number, b: number, places = false): string {
  if (!places) return sum(a === 0 && b !== 0 ? '' : String(a), term(b, 'i'));
  if (b === 0) return `${a}.0`;
  return a === 0 ? `${b}.0i` : `${a}.0 ${b < 0 ? '-' : '+'} ${Math.abs(b)}.0i`;
}

/** Quotients that come out whole, by the conjugate. */
export const complexDivision: Family = {
  id: 'complex-division',
  topic: 'algebra',
  title: 'Dividing complex numbers',
  levels: ['small parts', 'parts up to ten'],
  phrasings: askTo(
    ['Divide the complex numbers:', 'Work out', 'Calculate', 'Simplify'],
    '<e>',
    '<e>',
    'What is <e>?',
    'Divide the complex numbers: <e>',
    'Divide <z> by <w>.',
    'What is <z> divided by <w>?',
    'Write <e> in the form a + bi.',
  ),
  make(rng, level) {
    const most = level === 1 ? 5 : 10;
    const part = () => rng.int(-most, most);
    const [p, q] = [part(), part()];
    let [c, d] = [rng.nonzero(-most, most), rng.nonzero(-most, most)];
    if (rng.chance(0.1)) [c, d] = rng.chance(0.5) ? [c, 0] : [0, d];
    const [a, b] = [p * c - q * d, p * d + q * c];
    const size = c * c + d * d;
    const [real, imaginary] = [a * c + b * d, b * c - a * d];
    const answer = write(p, q);
    const places = rng.chance(0.4);
    const z = write(a, b, places);
    const w = write(c, d, places);
    const product = (name: string, x: number, y: number) => [...timesLines(x, y), `> ${name}: ${x} * ${factor(y)} = ${x * y}`];
    return {
      maths: { e: `(${z}) \\div (${w})`, z, w },
      steps: [
        `Multiply top and bottom by the conjugate $${write(c, -d)}$`,
        `Bottom: $${factor(c)}^2 + ${factor(d)}^2 = ${c * c} + ${d * d} = ${size}$`,
        ...product('first', a, c),
        ...product('last', b, d),
        `Real part of the top: $${a * c} ${signedTerm(b * d)} = ${real}$`,
        ...product('inner', b, c),
        ...product('outer', a, d),
        `Imaginary part of the top: $${b * c} ${signedTerm(-a * d)} = ${imaginary}$`,
        ...divideLines(real, size),
        ...divideLines(imaginary, size),
        `Divide both by $${size}$: $${fraction(real, size)} = ${p}$ and $${fraction(imaginary, size)} = ${q}$`,
        `Put together: $${answer}$`,
      ],
      answer,
    };
  },
};
