/**
 * Is an answer the wanted one to the letter? For examiners that score character by character, where an answer that is equal
 * but left unfinished (unexpanded, unreduced, out of order) is wrong. Normalised: notation, spaces, a leading "x =", and
 * the order of a sum's terms and of a term's letters. Knows no algebra.
 */
import { canonicalAnswer } from './canonical-answer.ts';

export function matchesExactly(given: string, wanted: string): boolean {
  return exactForm(given) === exactForm(wanted);
}

function exactForm(latex: string): string {
  return canonicalAnswer(latex)
    .split(', ')
    .map((part) => termsInOrder(plainPart(part)))
    .join(', ');
}

/** Without "x =", `\text{…}`, spaces and multiplication signs; `x^2` is `x^{2}`. */
function plainPart(part: string): string {
  return part
    .replace(/^[A-Za-z]\s*=\s*/, '')
    .replace(/^\\text\{(.*)\}$/, '$1')
    .replaceAll('\\cdot', ' ')
    .replaceAll(/\s+/g, '')
    .replaceAll(/\^([A-Za-z0-9])/g, '^{$1}');
}

/** The signed terms at the top level, sorted: a sum means the same in any order. */
function termsInOrder(text: string): string {
  const terms: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const char = text[i];
    if (char === '{' || char === '(') depth++;
    else if (char === '}' || char === ')') depth--;
    const isSign = depth === 0 && (char === '+' || char === '-');
    if ((isSign && i > start) || i === text.length) {
      terms.push(lettersInOrder(text.slice(start, i).replace(/^\+/, '')));
      start = i;
    }
  }
  return terms.sort().join('+');
}

/** 6vu^{2} → 6u^{2}v; anything but a number before letters with exponents stays. */
function lettersInOrder(term: string): string {
  const monomial = /^(-?[\d.]*)((?:[A-Za-z](?:\^\{[^{}]*\})?)+)$/.exec(term);
  if (monomial === null) return term;
  const [, coefficient, letters] = monomial;
  return coefficient + (letters.match(/[A-Za-z](?:\^\{[^{}]*\})?/g) ?? []).sort().join('');
}
