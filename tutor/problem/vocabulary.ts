/** Which letters in a problem are maths and which are English. */

export const FUNCTION_NAMES: ReadonlySet<string> = new Set(
  'sin cos tan sec csc cot arcsin arccos arctan asin acos atan sinh cosh tanh log ln exp sqrt cbrt root gcd lcm hcf min max abs det mod'.split(
    ' ',
  ),
);

/** Of these, the ones that are English words too: functions only where a bracket follows. */
export const ENGLISH_FUNCTIONS: ReadonlySet<string> = new Set('root min max abs exp det'.split(' '));

export const CONSTANT_NAMES: ReadonlySet<string> = new Set('pi theta alpha beta gamma infinity'.split(' '));

/** Two-letter words that are no products of variables. */
const SMALL_WORDS = new Set(
  'is of if to in an it be by or so up at as do we my no on us me he go am hi ok vs pm cm mm km kg mg ml ft hr'.split(' '),
);
/** Articles and pronouns that look like variables. */
const ARTICLES = new Set(['a', 'A', 'I', 'i', 'u']);

/** A word that is a product of one or two variables, as in "3xy". */
export function isVariables(word: string): boolean {
  return word.length === 1 || (word.length === 2 && !SMALL_WORDS.has(word.toLowerCase()) && word === word.toLowerCase());
}

export function mayBeArticle(word: string): boolean {
  return ARTICLES.has(word);
}
