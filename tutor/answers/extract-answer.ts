/** Finds the boxed answer in a solution's text. Knows no maths: only braces. */

const BOX = 'boxed';

/**
 * The LaTeX inside the last complete `\boxed{…}`, trimmed; null while there is none. Boxes that are unfinished or empty
 * are ignored; of a box within a box the inner one counts. One pass over the text.
 */
export function extractAnswer(text: string): string | null {
  /** Where the content of each open brace starts; -1 for a brace that is no box's. */
  const open: number[] = [];
  let bestStart = -1;
  let bestEnd = -1;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '{') open.push(-1);
    else if (char === '}') {
      const start = open.pop() ?? -1;
      if (start > bestStart && text.slice(start, at).trim() !== '') {
        bestStart = start;
        bestEnd = at;
      }
    } else if (char === '\\') {
      const brace = text.startsWith(BOX, at + 1) ? skipSpaces(text, at + 1 + BOX.length) : -1;
      if (brace >= 0 && text[brace] === '{') {
        open.push(brace + 1);
        at = brace;
      } else at++;
    }
  }
  return bestStart < 0 ? null : text.slice(bestStart, bestEnd).trim();
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}
