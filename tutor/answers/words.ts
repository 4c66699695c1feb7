/** Answers in words: yes and no, no solution, infinitely many. One spelling for each meaning. */

const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  yes: ['yes', 'true', 'correct'],
  no: ['no', 'false', 'incorrect'],
  'no solution': [
    'no solution',
    'no solutions',
    'no real solution',
    'no real solutions',
    'no real root',
    'no real roots',
    'no roots',
    'none',
    'no answer',
    'no values',
    'no value',
    'there is no solution',
    'there are no solutions',
    'empty set',
    'impossible',
    'no such value',
    'does not exist',
    'dne',
  ],
  'all real numbers': [
    'all real numbers',
    'infinitely many solutions',
    'infinite solutions',
    'infinitely many',
    'infinite number of solutions',
    'all real values',
    'all values',
    'every value',
    'any number',
    'any real number',
    'always true',
    'all x',
    'all numbers',
    'identity',
  ],
  undefined: ['undefined', 'not defined'],
  equal: ['equal', 'they are equal', 'same', 'the same', 'both equal', 'both are equal'],
  prime: ['prime', 'a prime', 'prime number', 'is prime', 'a prime number'],
  'not prime': [
    'not prime',
    'composite',
    'not a prime',
    'is not prime',
    'composite number',
    'a composite number',
    'not a prime number',
  ],
};
const MEANING = new Map(
  Object.entries(MEANINGS).flatMap(([meaning, spellings]) => spellings.map((spelling) => [spelling, meaning] as const)),
);
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

export interface Words {
  readonly text: string;
  /** The meaning is one we know: two different known meanings are different answers. */
  readonly known: boolean;
}

/** Reads a text as an answer in words; null when it is not words. */
export function readWords(source: string): Words | null {
  const text = source
    .toLowerCase()
    .replace(/[.!"'`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/^[a-z][a-z ,-]*$/.test(text)) return null;
  const meaning = MEANING.get(text);
  if (meaning !== undefined) return { text: meaning, known: true };
  return { text, known: false };
}

/** Plain text that can only be words: a known meaning, or a word of four letters or more. */
export function looksLikeWords(source: string): boolean {
  const words = readWords(source);
  return words !== null && (words.known || /[a-z]{4,}/.test(words.text));
}

/** "three" is 3; null for other words. */
export function numberWord(source: string): number | null {
  const at = NUMBERS.indexOf(source.trim().toLowerCase());
  return at < 0 ? null : at;
}

/**
 * null: not decided. Two single words, or two known meanings, differ when they are not the same; but whether "prime" is the same
 * as "yes" depends on what was asked, which is not known here.
 */
export function sameWords(a: Words, b: Words): boolean | null {
  if (a.text === b.text) return true;
  if (isYesOrNo(a) !== isYesOrNo(b)) return null;
  if (a.known && b.known) return false;
  return !a.text.includes(' ') && !b.text.includes(' ') ? false : null;
}

const isYesOrNo = ({ text }: Words): boolean => text === 'yes' || text === 'no';
