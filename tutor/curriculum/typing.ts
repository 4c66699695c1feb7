/**
 * From a phrasing and its maths to what a learner might type: LaTeX or plain keyboard maths, with or without spaces,
 * capitals, full stops and the odd typo. Knows nothing of any family.
 */
import { withChatter } from './chatter.ts';
import type { Worked } from './family.ts';
import { withInstruction } from './instructions.ts';
import { type PlainStyle, toPlain } from './plain-maths.ts';
import type { Rng } from './rng.ts';
import { canBeSpoken, mathsSpeaker } from './spoken-maths.ts';

export function typeAsStudent(phrasing: string, worked: Worked, rng: Rng): string {
  const maths = mathsWriter(rng);
  const careless = rng.chance(0.35);
  const parts = phrasing.split(/(<\w+>|\{\w+\})/);
  let text = parts
    .map((part) => {
      if (/^<\w+>$/.test(part)) return maths(lookUp(worked.maths, part.slice(1, -1), phrasing));
      if (/^\{\w+\}$/.test(part)) return typeWords(lookUp(worked.words ?? {}, part.slice(1, -1), phrasing), maths);
      return careless ? mistype(shorten(part.toLowerCase(), rng), rng) : part;
    })
    .join('');
  if (careless && /[.?:]$/.test(text)) text = text.slice(0, -1);
  const solution = worked.steps.reduce((total, step) => total + step.length + 1, worked.answer.length);
  const asked = withInstruction(text.trim(), solution, rng);
  return asked === text.trim() ? withChatter(asked, rng) : asked;
}

/** What hurried writers leave out or run together. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bwhat is\b/g, 'whats'],
  [/\bwhat's\b/g, 'whats'],
  [/(?<=[a-z])'(?=[a-z])/g, ''],
  [/\bare you\b/g, 'r u'],
  [/\byou\b/g, 'u'],
  [/\bcalculate\b/g, 'calc'],
  [/\bwork out\b/g, 'workout'],
  [/\bplease\b/g, 'pls'],
  [/\band\b/g, '&'],
  [/\bnumbers\b/g, 'nums'],
  [/\bwithout\b/g, 'w/o'],
  [/\bsquare root of\b/g, 'root'],
  [/\bdecimal places?\b/g, 'dp'],
  [/\bthe (?=[a-z])/g, ''],
];

function shorten(text: string, rng: Rng): string {
  if (!rng.chance(0.3)) return text;
  const [long, short] = rng.pick(SHORT);
  return text.replace(long, short);
}

/** Words are taken as they are, but for the maths that they hold between `\\(` and `\\)`. */
function typeWords(words: string, maths: (latex: string) => string): string {
  return words.replace(/\\\((.*?)\\\)/g, (_, latex: string) => maths(latex));
}

function lookUp(values: Readonly<Record<string, string>>, name: string, phrasing: string): string {
  const value = values[name];
  if (value === undefined) throw new Error(`phrasing "${phrasing}" wants "${name}", which the family did not make`);
  return value;
}

/** One way of writing maths, kept through a question. */
function mathsWriter(rng: Rng): (latex: string) => string {
  const draw = rng.next();
  if (draw < 0.2) return (latex) => `$${latex}$`;
  if (draw < 0.26) return (latex) => `\\(${latex}\\)`;
  if (draw < 0.3) return (latex) => latex;
  if (draw < 0.52) return asCode;
  if (draw < 0.6) return spoken(rng);
  const style: PlainStyle = {
    spaced: rng.chance(0.6),
    times: rng.pick(['*', '*', 'x', '×', '·']),
    divide: rng.pick(['/', '/', '÷', ':']),
    minus: rng.chance(0.1) ? '−' : '-',
    superscripts: rng.chance(0.2),
    root: rng.chance(0.3) ? '√' : 'sqrt',
    pi: rng.chance(0.5) ? 'pi' : 'π',
    signs: rng.chance(0.6),
    degrees: rng.pick(['°', '°', ' degrees', ' deg']),
  };
  const grouped = rng.chance(0.08);
  const bareNegatives = rng.chance(0.3);
  // "3/4/1/2" would be read as 3/8: divided fractions keep a sign of their own unless they stand in brackets.
  const apart: PlainStyle = { ...style, divide: '÷' };
  return (latex) => {
    const written = toPlain(latex, /(?<!\))\s*\\div|\\div(?! ?\()/.test(latex) && latex.includes('\\frac') ? apart : style);
    // "8 * -3" for 8 * (-3).
    const plain = bareNegatives ? written.replace(/([*×·÷] ?)\(([-−]\d+)\)(?!\^|\d)/g, '$1$2') : written;
    return grouped && /[+\-*×]/.test(plain.slice(1)) ? groupThousands(plain) : plain;
  };
}

function spoken(rng: Rng): (latex: string) => string {
  const speak = mathsSpeaker(rng);
  const style: PlainStyle = { ...CODE, spaced: rng.chance(0.6), code: false, degrees: ' degrees' };
  return (latex) => (canBeSpoken(latex) ? speak(toPlain(latex, style)) : asCode(latex));
}

const CODE: PlainStyle = {
  spaced: true,
  times: '*',
  divide: '/',
  minus: '-',
  superscripts: false,
  root: 'sqrt',
  pi: 'pi',
  code: true,
};

/** As programs write it; calculus and functions keep to keyboard maths, where letters side by side are no product. */
function asCode(latex: string): string {
  const letters = /\\(int|lim|tan|log|begin|vec|pi|theta|alpha|circ)|\\(sin|cos|ln) |\\(sin|cos)\^|\\frac\{d|'/.test(latex);
  const divided = latex.includes('\\div') && latex.includes('\\frac');
  return toPlain(latex, { ...CODE, code: !letters, divide: divided ? '÷' : '/' });
}

/** 12345 as 12,345. Only in sums and products: elsewhere digits may stand for something else, and commas for a list. */
function groupThousands(plain: string): string {
  if (plain.includes(',')) return plain;
  return plain.replace(/(?<![\d.])\d{5,}(?!\d*\.\d)/g, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
}

/** Now and then one letter slip in a longer word. */
function mistype(text: string, rng: Rng): string {
  return text.replace(/[a-z]{5,}/g, (word) => {
    if (!rng.chance(0.04)) return word;
    const at = rng.int(1, word.length - 2);
    switch (rng.int(0, 2)) {
      case 0:
        return word.slice(0, at) + word.slice(at + 1);
      case 1:
        return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
      default:
        return word.slice(0, at) + word[at] + word.slice(at);
    }
  });
}
