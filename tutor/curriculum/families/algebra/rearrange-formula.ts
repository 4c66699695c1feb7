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
    'rearrange <eq> to make <x> the subject',
    'rearrange the formula <eq> to make <x> the subject',
    'make <x> the subject of the formula <eq>',
    'Rearrange <eq> to give <x> in terms of the other letters.',
    'rearrange to make <x> the subject <eq>',
  ],
  make(rng, level) {
    const [y, a, x, b] = rng.chance(0.5) ? rng.pick(LETTERS) : rng.shuffle(ANY_LETTER);
    switch (level) {
      case 1:
        return rng.pick([sumOfTerms, sumOfTerms, constantOfSum, product, productWithPi, numericLine])(y, a, x, b, rng);
      case 2:
        return rng.pick([overLetter, bracket, half, fourFactors, twoProducts, sumOverLetter])(y, a, x, b, rng);
      default:
        return rng.pick([square, root, squareAndProduct, productAndSquare])(y, a, x, b, rng);
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

/** What may stand for a quantity; e, i, l and o would be misread. */
const ANY_LETTER: readonly string[] = [...'abcdfghkmnpqrstuvwxyzACDEFPRTVW'];

/** The product in either order of its factors, before or after the constant. */
function sumOfTerms(y: string, a: string, x: string, b: string, rng: Rng): Worked {
  const product = rng.chance(0.5) ? `${a}${x}` : `${x}${a}`;
  const right = rng.chance(0.5) ? `${product} + ${b}` : `${b} + ${product}`;
  const minus = rng.chance(0.25);
  const [first, eq] = minus ? [`${y} + ${b}`, `${y} = ${product} - ${b}`] : [`${y} - ${b}`, `${y} = ${right}`];
  const answer = `${x} = ${fraction(first, a)}`;
  return {
    maths: { eq, x },
    steps: [
      `${minus ? 'Add' : 'Subtract'} $${b}$ ${minus ? 'to' : 'from'} both sides: $${first} = ${product}$`,
      `Divide both sides by $${a}$: $${answer}$`,
    ],
    answer,
  };
}

/** The wanted letter is the one that stands alone. */
function constantOfSum(y: string, a: string, x: string, b: string, rng: Rng): Worked {
  const answer = `${x} = ${y} - ${a}${b}`;
  const right = rng.chance(0.6) ? `${x} + ${a}${b}` : `${a}${b} + ${x}`;
  return { maths: { eq: `${y} = ${right}`, x }, steps: [`Subtract $${a}${b}$ from both sides: $${answer}$`], answer };
}

/** With π, or five letters: y = abcx or y = bx/(ac). */
function fourFactors(y: string, a: string, x: string, b: string, rng: Rng): Worked {
  const c = rng.pick(ANY_LETTER.filter((each) => ![y, a, x, b].includes(each)));
  if (rng.chance(0.3)) return productWithPi(y, a, x, b, rng);
  if (rng.chance(0.5)) {
    const answer = `${x} = ${fraction(y, `${a}${b}${c}`)}`;
    const factors = rng.shuffle([a, b, c, x]).join('');
    return { maths: { eq: `${y} = ${factors}`, x }, steps: [`Divide both sides by $${a}${b}${c}$: $${answer}$`], answer };
  }
  const answer = `${x} = ${fraction(`${a}${c}${y}`, b)}`;
  return {
    maths: { eq: `${y} = ${fraction(`${b}${x}`, `${a}${c}`)}`, x },
    steps: [`Multiply both sides by $${a}${c}$: $${a}${c}${y} = ${b}${x}$`, `Divide both sides by $${b}$: $${answer}$`],
    answer,
  };
}

/** y = 2πbx with its letters in any order, as the formulas of circles and cylinders have it. */
function productWithPi(y: string, a: string, x: string, b: string, rng: Rng): Worked {
  const number = `${rng.pick(['', '', '2', '4'])}\\pi `;
  const known = rng.pick([b, `${a}${b}`]);
  const answer = `${x} = ${fraction(y, number + known)}`;
  return {
    maths: { eq: `${y} = ${number}${rng.shuffle([...known, x]).join('')}`, x },
    steps: [`Divide both sides by $${number}${known}$: $${answer}$`],
    answer,
  };
}

/** Five letters: y = ax + bc. */
function twoProducts(y: string, a: string, x: string, b: string, rng: Rng): Worked {
  const c = rng.pick(ANY_LETTER.filter((each) => ![y, a, x, b].includes(each)));
  const [known, wanted] = [`${b}${c}`, `${a}${x}`];
  const eq = rng.chance(0.5) ? `${y} = ${wanted} + ${known}` : `${y} = ${known} + ${wanted}`;
  const answer = `${x} = ${fraction(`${y} - ${known}`, a)}`;
  return {
    maths: { eq, x },
    steps: [`Subtract $${known}$ from both sides: $${y} - ${known} = ${wanted}$`, `Divide both sides by $${a}$: $${answer}$`],
    answer,
  };
}

/** y = (x - b)/c or y = (b - x)/c. */
function sumOverLetter(y: string, a: string, x: string, b: string, rng: Rng): Worked {
  if (rng.chance(0.5)) {
    const answer = `${x} = ${a}${y} + ${b}`;
    return {
      maths: { eq: `${y} = ${fraction(`${x} - ${b}`, a)}`, x },
      steps: [`Multiply both sides by $${a}$: $${a}${y} = ${x} - ${b}$`, `Add $${b}$ to both sides: $${answer}$`],
      answer,
    };
  }
  const answer = `${x} = ${b} - ${a}${y}`;
  return {
    maths: { eq: `${y} = ${fraction(`${b} - ${x}`, a)}`, x },
    steps: [
      `Multiply both sides by $${a}$: $${a}${y} = ${b} - ${x}$`,
      `Add $${x}$ to both sides: $${x} + ${a}${y} = ${b}$`,
      `Subtract $${a}${y}$ from both sides: $${answer}$`,
    ],
    answer,
  };
}

/** y^2 = b^2 + kax: any of the letters that are not squared, or the positive y. */
function squareAndProduct(y: string, a: string, x: string, b: string, rng: Rng): Worked {
  const k = rng.chance(0.6) ? '2' : '';
  const eq = `${y}^2 = ${b}^2 + ${k}${rng.chance(0.5) ? a + x : x + a}`;
  const answer = `${x} = ${fraction(`${y}^2 - ${b}^2`, k + a)}`;
  if (rng.chance(0.7)) {
    return {
      maths: { eq, x },
      steps: [
        `Subtract $${b}^2$ from both sides: $${y}^2 - ${b}^2 = ${k}${a}${x}$`,
        `Divide both sides by $${k}${a}$: $${answer}$`,
      ],
      answer,
    };
  }
  const product = `${k}${a}${x}`;
  const first = `${b} = \\sqrt{${y}^2 - ${product}}`;
  return {
    maths: { eq: `${y}^2 = ${b}^2 + ${product}`, x: b },
    steps: [`Subtract $${product}$ from both sides: $${y}^2 - ${product} = ${b}^2$`, `Take the positive square root: $${first}$`],
    answer: first,
  };
}

/** y = bx + (1/2)ax^2 for a, and y = (1/2)ax^2 for either. */
function productAndSquare(y: string, a: string, x: string, b: string, rng: Rng): Worked {
  const half = `\\frac{1}{2}${a}${x}^2`;
  if (rng.chance(0.5)) {
    const answer = `${a} = ${fraction(`2(${y} - ${b}${x})`, `${x}^2`)}`;
    return {
      maths: { eq: `${y} = ${b}${x} + ${half}`, x: a },
      steps: [
        `Subtract $${b}${x}$ from both sides: $${y} - ${b}${x} = ${half}$`,
        `Multiply both sides by $2$: $2(${y} - ${b}${x}) = ${a}${x}^2$`,
        `Divide both sides by $${x}^2$: $${answer}$`,
      ],
      answer,
    };
  }
  const squared = `${x}^2 = ${fraction(`2${y}`, a)}`;
  const answer = `${x} = \\sqrt{${fraction(`2${y}`, a)}}`;
  return {
    maths: { eq: `${y} = ${half}`, x },
    steps: [
      `Multiply both sides by $2$: $2${y} = ${a}${x}^2$`,
      `Divide both sides by $${a}$: $${squared}$`,
      `Take the positive square root: $${answer}$`,
    ],
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
