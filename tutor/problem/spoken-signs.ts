/**
 * Signs that a learner says in words, as signs: "x squared plus 3 over 4" → "x^2+3/4", and a label before the question ("b)")
 * left out. For reading only, never for show. Knows no LaTeX and nothing of what the maths means.
 */

/** A number, a letter with or without its number, or a closing bracket. */
const ENDS = String.raw`(?<=(?:^|[^A-Za-z])(?:\d*[a-z]|\d+)|[)²³])`;
const STARTS = String.raw`(?=-?\d|\(|-?[a-z]\b|√|sqrt|root\b)`;

const between = (words: string) => new RegExp(`${ENDS} (?:${words}) ${STARTS}`, 'g');

const RULES: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:q(?:uestion)?\s*)?\(?(?:\d{1,2}[a-h]?|[a-h])[).:]\s+/i, ''],
  [new RegExp(`${ENDS} ?squared\\b`, 'g'), '^2'],
  [new RegExp(`${ENDS} ?cubed\\b`, 'g'), '^3'],
  [new RegExp(`${ENDS} to the(?: power(?: of)?)? (-?\\d+(?:/\\d+)?|[a-z])(?![A-Za-z\\d])`, 'g'), '^($1)'],
  [/\b(?:square )?root (?:of )?(\d+|[b-z]\b)/g, 'sqrt($1)'],
  [between('plus'), '+'],
  [between('minus'), '-'],
  [between('times|multiplied by'), '*'],
  [between('over'), '/'],
  [between('equals'), '='],
];

export function withWrittenSigns(text: string): string {
  return RULES.reduce((written, [words, sign]) => written.replace(words, sign), text);
}
