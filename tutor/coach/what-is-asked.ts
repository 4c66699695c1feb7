/** What a problem asks for, in kind: the first hint of all. Knows its words, not its answer. */

export const ASKED = ['solve', 'simplify', 'expand', 'factorise', 'differentiate', 'integrate', 'value', 'other'] as const;
export type Asked = (typeof ASKED)[number];

/** The first word found decides. */
const BY_WORD: Readonly<Record<string, Asked>> = {
  solve: 'solve',
  roots: 'solve',
  simplify: 'simplify',
  collect: 'simplify',
  expand: 'expand',
  multiply: 'expand',
  factor: 'factorise',
  factorise: 'factorise',
  factorize: 'factorise',
  differentiate: 'differentiate',
  derivative: 'differentiate',
  integrate: 'integrate',
  integral: 'integrate',
  evaluate: 'value',
  calculate: 'value',
  compute: 'value',
  work: 'value',
  what: 'value',
  find: 'value',
  how: 'value',
};

export function whatIsAsked(problem: string): Asked {
  const words = problem.toLowerCase().match(/[a-z]+/g) ?? [];
  const known = words.flatMap((word) => (Object.hasOwn(BY_WORD, word) ? [BY_WORD[word]] : []));
  // "Find the derivative" is about the derivative.
  return known.find((asked) => asked !== 'value') ?? known[0] ?? 'other';
}
