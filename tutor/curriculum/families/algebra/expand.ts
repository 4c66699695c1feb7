import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { askTo } from '../../phrasing.ts';
import { sum, term, writePolynomial } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';

/** One bracket, a pair of brackets, a square, or a sum of two brackets, multiplied out. */
export const expand: Family = {
  id: 'expand',
  topic: 'algebra',
  title: 'Expanding brackets',
  levels: ['one bracket', 'two brackets with leading coefficient one', 'two brackets and squares', 'sums of brackets'],
  phrasings: askTo(
    ['Expand', 'Multiply out', 'Expand and simplify', 'Expand the brackets'],
    '<e>',
    '<e>',
    '<e> expanded',
    'Write <e> without brackets.',
    'What do you get when you expand <e>?',
    'Remove the brackets: <e>',
    'What is the expansion of <e>?',
  ),
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'y', 'a', 'n', 't']);
    const small = () => rng.nonzero(-9, 9);
    switch (level) {
      case 1:
        return oneBracket(x, rng);
      case 2: {
        const p = small();
        return twoBrackets(x, [1, p], rng.chance(0.12) ? [1, -p] : [1, small()]);
      }
      case 3: {
        const first: [number, number] = [rng.int(1, 5), small()];
        const second: [number, number] = [rng.chance(0.15) ? -rng.int(1, 4) : rng.int(1, 5), small()];
        return twoBrackets(x, first, rng.chance(0.4) ? first : second);
      }
      default:
        return sumOfBrackets(x, rng);
    }
  },
};

function oneBracket(x: string, rng: Rng): Worked {
  const a = rng.chance(0.3) ? -rng.int(1, 9) : rng.int(2, 9);
  const k = rng.chance(0.2) ? -rng.int(1, 9) : rng.int(1, 9);
  const b = rng.nonzero(-12, 12);
  const withLetter = rng.chance(0.25);
  const outer = withLetter ? term(a, x) : a === -1 ? '-' : String(a);
  const inner = sum(term(k, x), String(b));
  const first = term(a * k, withLetter ? `${x}^2` : x);
  const second = term(a * b, withLetter ? x : '');
  const multiplier = outer === '-' ? '-1' : outer;
  const answer = sum(first, second);
  return {
    maths: { e: `${outer}(${inner})` },
    steps: [
      `First term: $${multiplier} \\cdot ${bracketNegative(term(k, x))} = ${first}$`,
      `Second term: $${multiplier} \\cdot ${factor(b)} = ${second}$`,
      `Add: $${outer}(${inner}) = ${answer}$`,
    ],
    answer,
  };
}

function twoBrackets(x: string, [a, b]: readonly [number, number], [c, d]: readonly [number, number]): Worked {
  const left = sum(term(a, x), String(b));
  const right = sum(term(c, x), String(d));
  const square = a === c && b === d;
  const answer = writePolynomial([a * c, a * d + b * c, b * d], x);
  const e = square ? `(${left})^2` : `(${left})(${right})`;
  const product = (p: string, q: string) => `${p} \\cdot ${bracketNegative(q)}`;
  return {
    maths: { e },
    steps: [
      ...(square ? [`Write as a product: $${e} = (${left})(${right})$`] : []),
      `First: $${product(term(a, x), term(c, x))} = ${term(a * c, `${x}^2`)}$`,
      `Outer: $${product(term(a, x), String(d))} = ${term(a * d, x)}$`,
      `Inner: $${product(String(b), term(c, x))} = ${term(b * c, x)}$`,
      `Last: $${product(String(b), String(d))} = ${b * d}$`,
      `Collect: $${sum(term(a * d, x), term(b * c, x))} = ${sum(term(a * d + b * c, x))}$`,
      `Add: $${e} = ${answer}$`,
    ],
    answer,
  };
}

/** a(kx + b) + c(mx + d). */
function sumOfBrackets(x: string, rng: Rng): Worked {
  const a = rng.int(2, 7);
  const c = rng.chance(0.5) ? -rng.int(2, 6) : rng.int(2, 6);
  const [k, m] = [rng.int(1, 5), rng.int(1, 5)];
  const [b, d] = [rng.nonzero(-9, 9), rng.nonzero(-9, 9)];
  const first = sum(term(k, x), String(b));
  const second = sum(term(m, x), String(d));
  const e = `${sum(`${a}(${first})`, `${c}(${second})`)}`;
  const answer = sum(term(a * k + c * m, x), term(a * b + c * d, ''));
  return {
    maths: { e },
    steps: [
      `First bracket: $${a}(${first}) = ${sum(term(a * k, x), String(a * b))}$`,
      `Second bracket: $${c}(${second}) = ${sum(term(c * m, x), String(c * d))}$`,
      `Add the $${x}$ terms: $${sum(term(a * k, x), term(c * m, x))} = ${sum(term(a * k + c * m, x))}$`,
      `Add the numbers: $${sum(String(a * b), String(c * d))} = ${a * b + c * d}$`,
      `Put together: $${answer}$`,
    ],
    answer,
  };
}

function bracketNegative(latex: string): string {
  return latex.startsWith('-') ? `(${latex})` : latex;
}
