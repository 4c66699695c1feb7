import type { Family, Worked } from '../../family.ts';
import { sum, term } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';

/** Making another letter the subject. */
export const rearrangeFormula: Family = {
  id: 'rearrange-formula',
  topic: 'algebra',
  title: 'Changing the subject of a formula',
  levels: ['one or two steps', 'fractions and brackets', 'squares and roots'],
  phrasings: [
    'Make <x> the subject of <eq>.',
    'Make <x> the subject: <eq>',
    'Rearrange <eq> for <x>.',
    'Rearrange <eq> to make <x> the subject',
    'Solve <eq> for <x>.',
    'solve for <x>: <eq>',
    'Express <x> in terms of the other letters: <eq>',
    'Change the subject of <eq> to <x>.',
    'rearrange <eq> for <x>',
    'If <eq>, what is <x> in terms of the other letters?',
    'Transpose <eq> for <x>.',
    'how do i make <x> the subject of <eq>',
    'Given <eq>, write <x> in terms of the other letters.',
    'Isolate <x> in <eq>.',
    '<eq>, make <x> the subject',
    'Write the formula <eq> with <x> as the subject.',
    'Rearrange the formula <eq> so that <x> is the subject.',
    'get <x> on its own: <eq>',
    'Question 7. Make <x> the subject of <eq>.',
    'can you rearrange <eq> for <x>',
    'make <x> the subject: <eq>',
    '<eq>, <x> = ?',
    '<eq> make <x> subject',
    'rearrange <eq> to find <x>',
    'solve <eq> for <x>',
    'write <x> in terms of the other letters if <eq>',
    'change the subject of <eq> to <x>',
  ],
  make(rng, level) {
    const [y, a, x, b] = rng.pick(LETTERS);
    switch (level) {
      case 1:
        return rng.pick([sumOfTerms, product, numericLine])(y, a, x, b, rng);
      case 2:
        return rng.pick([overLetter, bracket, half])(y, a, x, b, rng);
      default:
        return rng.pick([square, root])(y, a, x, b, rng);
    }
  },
};

/** Subject, multiplier, wanted letter, constant. */
const LETTERS: readonly (readonly [string, string, string, string])[] = [
  ['y', 'm', 'x', 'c'],
  ['v', 'a', 't', 'u'],
  ['y', 'a', 'x', 'b'],
  ['P', 'a', 'b', 'c'],
  ['p', 'q', 'r', 's'],
  ['C', 'n', 'd', 'f'],
  ['w', 'k', 'h', 'g'],
  ['T', 'k', 'n', 'm'],
  ['A', 'b', 'h', 'c'],
];

function sumOfTerms(y: string, a: string, x: string, b: string): Worked {
  const answer = `${x} = ${fraction(`${y} - ${b}`, a)}`;
  return {
    maths: { eq: `${y} = ${a}${x} + ${b}`, x },
    steps: [`Subtract $${b}$ from both sides: $${y} - ${b} = ${a}${x}$`, `Divide both sides by $${a}$: $${answer}$`],
    answer,
  };
}

function product(y: string, a: string, x: string, b: string, rng: Rng): Worked {
  if (rng.chance(0.5)) {
    const answer = `${x} = ${fraction(y, a)}`;
    return { maths: { eq: `${y} = ${a}${x}`, x }, steps: [`Divide both sides by $${a}$: $${answer}$`], answer };
  }
  const answer = `${x} = ${fraction(y, `${a}${b}`)}`;
  return { maths: { eq: `${y} = ${a}${b}${x}`, x }, steps: [`Divide both sides by $${a}${b}$: $${answer}$`], answer };
}

function numericLine(y: string, _a: string, x: string, _b: string, rng: Rng): Worked {
  const k = rng.int(2, 9);
  const n = rng.nonzero(-12, 12);
  const moved = sum(y, String(-n));
  const answer = `${x} = ${fraction(moved, k)}`;
  const action = n > 0 ? `Subtract $${n}$ from both sides` : `Add $${-n}$ to both sides`;
  return {
    maths: { eq: `${y} = ${sum(term(k, x), String(n))}`, x },
    steps: [`${action}: $${moved} = ${k}${x}$`, `Divide both sides by $${k}$: $${answer}$`],
    answer,
  };
}

function overLetter(y: string, a: string, x: string, b: string, rng: Rng): Worked {
  if (rng.chance(0.5)) {
    const answer = `${x} = ${fraction(b, y)}`;
    return {
      maths: { eq: `${y} = ${fraction(b, x)}`, x },
      steps: [`Multiply both sides by $${x}$: $${y}${x} = ${b}$`, `Divide both sides by $${y}$: $${answer}$`],
      answer,
    };
  }
  const answer = `${x} = ${a}${y} - ${b}`;
  return {
    maths: { eq: `${y} = ${fraction(`${x} + ${b}`, a)}`, x },
    steps: [`Multiply both sides by $${a}$: $${a}${y} = ${x} + ${b}$`, `Subtract $${b}$ from both sides: $${answer}$`],
    answer,
  };
}

function bracket(y: string, a: string, x: string, b: string): Worked {
  const answer = `${x} = ${fraction(y, a)} - ${b}`;
  return {
    maths: { eq: `${y} = ${a}(${x} + ${b})`, x },
    steps: [`Divide both sides by $${a}$: $${fraction(y, a)} = ${x} + ${b}$`, `Subtract $${b}$ from both sides: $${answer}$`],
    answer,
  };
}

function half(y: string, a: string, x: string, _b: string, rng: Rng): Worked {
  const k = rng.int(2, 5);
  const answer = `${x} = ${fraction(`${k}${y}`, a)}`;
  return {
    maths: { eq: `${y} = ${fraction(1, k)}${a}${x}`, x },
    steps: [`Multiply both sides by $${k}$: $${k}${y} = ${a}${x}$`, `Divide both sides by $${a}$: $${answer}$`],
    answer,
  };
}

/** The wanted letter is a length or the like, so the positive root. */
function square(y: string, a: string, x: string, _b: string, rng: Rng): Worked {
  const k = rng.chance(0.5) ? a : '\\pi ';
  const answer = `${x} = \\sqrt{${fraction(y, k.trim())}}`;
  return {
    maths: { eq: `${y} = ${k}${x}^2`, x },
    steps: [
      `Divide both sides by $${k.trim()}$: $${fraction(y, k.trim())} = ${x}^2$`,
      `Take the positive square root: $${answer}$`,
    ],
    answer,
  };
}

function root(y: string, a: string, x: string, b: string, rng: Rng): Worked {
  if (rng.chance(0.5)) {
    const answer = `${x} = ${y}^2 - ${b}`;
    return {
      maths: { eq: `${y} = \\sqrt{${x} + ${b}}`, x },
      steps: [`Square both sides: $${y}^2 = ${x} + ${b}$`, `Subtract $${b}$ from both sides: $${answer}$`],
      answer,
    };
  }
  const answer = `${x} = ${fraction(`${y}^2`, a)}`;
  return {
    maths: { eq: `${y} = \\sqrt{${a}${x}}`, x },
    steps: [`Square both sides: $${y}^2 = ${a}${x}$`, `Divide both sides by $${a}$: $${answer}$`],
    answer,
  };
}
