/** Tells a dollar sign that opens maths from one that names a price. Knows text, not LaTeX's meaning. */

/** A letter run that reads as prose when it stands alone between spaces. */
const PROSE_WORD_LENGTH = 2;

/**
 * Whether the text between two dollar signs is maths. Follows Pandoc's rule (no space inside the delimiters, no digit
 * after the closing one), loosened for `$ x = 3 $`, which models write, and tightened for `$5 a book and a pen 3$`.
 *
 * @param next the character after the closing dollar, '' at the end of the text
 */
export function isInlineMaths(content: string, next: string): boolean {
  if (content.trim() === '' || isDigit(next)) return false;
  const opensWithSpace = isSpace(content[0]);
  const closesWithSpace = isSpace(content[content.length - 1]);
  if (opensWithSpace !== closesWithSpace) return false;
  if (opensWithSpace) return looksLikeFormula(content.trim());
  return !(isDigit(content[0]) && proseWords(content) >= 2);
}

function looksLikeFormula(content: string): boolean {
  if (proseWords(` ${content} `) > 0 && !content.includes('\\')) return false;
  for (const character of content) if ('\\^_=+-*/<>'.includes(character)) return true;
  return !content.includes(' ');
}

/** Words outside braces and commands with a space on either side: "5 for the pen" has two. */
function proseWords(content: string): number {
  let words = 0;
  let depth = 0;
  let start = -1;
  for (let at = 0; at <= content.length; at++) {
    const character = content[at] ?? '';
    if (isLetter(character)) {
      if (start < 0) start = at;
      continue;
    }
    if (start >= 0) {
      const standsAlone = depth === 0 && isSpace(content[start - 1] ?? '') && isSpace(character);
      if (standsAlone && at - start >= PROSE_WORD_LENGTH) words++;
      start = -1;
    }
    if (character === '{') depth++;
    else if (character === '}') depth--;
  }
  return words;
}

const isDigit = (character: string): boolean => character >= '0' && character <= '9' && character.length === 1;
const isSpace = (character: string): boolean => character === ' ' || character === '\n' || character === '\t';
const isLetter = (character: string): boolean => (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
