import type { Family } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import { equalities, sum, term, writePolynomial } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';

/** x^2 + bx + c = (x + p)^2 + q. */
export const completeSquare: Family = {
  id: 'complete-square',
  topic: 'algebra',
  title: 'Completing the square',
  levels: ['even middle term', 'odd middle term', 'a leading coefficient above one'],
  phrasings: askTo(
    ['Complete the square for', 'Complete the square on', 'Complete the square of', 'Complete the square in'],
    '<e>',
    'Write <e> in the form <form>.',
    'Express <e> in completed square form.',
    'complete the square: <e>',
    'Rewrite <e> by completing the square.',
    '<e> complete the square',
    'Put <e> in vertex form.',
  ),
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'x', 'y', 't']);
    if (level === 2) {
      const b = 2 * rng.int(-5, 4) + 1;
      const c = rng.int(-10, 10);
      const [half, quarter] = [`${b < 0 ? '-' : ''}${fraction(Math.abs(b), 2)}`, fraction(b * b, 4)];
      const top = 4 * c - b * b;
      const q = `${top < 0 ? '-' : ''}${fraction(Math.abs(top), 4)}`;
      const e = writePolynomial([1, b, c], x);
      const answer = sum(`(${sum(x, half)})^2`, q);
      return {
        maths: { e, form: `(${x} + p)^2 + q` },
        steps: [
          `Half of $${b}$ is $${half}$`,
          `Square it: $(${half})^2 = ${quarter}$`,
          `Complete the square: $${sum(`${x}^2`, term(b, x))} = (${sum(x, half)})^2 - ${quarter}$`,
          `> 4 * ${c < 0 ? `(${c})` : c} = ${4 * c}`,
          `Constant: $${c} - ${quarter} = ${fraction(4 * c, 4)} - ${quarter} = ${q}$`,
          `Put together: $${e} = ${answer}$`,
        ],
        answer,
      };
    }
    const a = level === 3 ? rng.int(2, 5) : 1;
    const p = rng.nonzero(-9, 9);
    const c = level === 3 ? rng.int(-20, 20) : rng.int(-30, 30);
    const b = 2 * p;
    const e = writePolynomial([a, a * b, c], x);
    const inner = sum(`${x}^2`, term(b, x));
    const square = `(${sum(x, String(p))})^2`;
    const constant = c - a * p * p;
    const answer = sum(a === 1 ? square : `${a}${square}`, constant === 0 ? '' : String(constant));
    const opened = sum(`${a}(${square} - ${p * p})`, c === 0 ? '' : String(c));
    return {
      maths: { e, form: a === 1 ? `(${x} + p)^2 + q` : `a(${x} + p)^2 + q` },
      steps: [
        ...(a === 1 ? [] : [`Take out $${a}$: $${e} = ${sum(`${a}(${inner})`, c === 0 ? '' : String(c))}$`]),
        `Half of $${b}$ is $${p}$`,
        `Square it: $${p < 0 ? `(${p})` : p}^2 = ${p * p}$`,
        `Complete the square: $${inner} = ${square} - ${p * p}$`,
        ...(a === 1 ? [] : [`Put it in: $${e} = ${opened}$`, `> ${a} * ${p * p} = ${a * p * p}`]),
        `Constant: $${equalities(sum(c === 0 ? '' : String(c), String(-a * p * p)), String(constant))}$`,
        `Put together: $${e} = ${answer}$`,
      ],
      answer,
    };
  },
};
