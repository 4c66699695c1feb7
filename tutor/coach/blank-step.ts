/** A step with a hole in it: its last number, or else its last side, is left for the learner to fill in. Knows text only. */

export interface BlankStep {
  /** The step's body with `\square` in place of what is missing. */
  readonly text: string;
  /** LaTeX of what is missing. */
  readonly missing: string;
}

const NUMBER = /\d+(?:\{,\}\d{3})*(?:\.\d+)?/g;
const HOLE = '\\square';

/** @returns null when the body has no formula with something to leave out */
export function blankStep(body: string): BlankStep | null {
  const close = body.lastIndexOf('$');
  const open = body.lastIndexOf('$', close - 1);
  if (open < 0 || close <= open) return null;
  const formula = body.slice(open + 1, close);
  // A formula within a sentence states nothing by itself: "two numbers with product $6$".
  if (!formula.includes('=') && /[A-Za-z]/.test(body.slice(0, open))) return null;
  const hole = holeIn(formula);
  if (hole === null) return null;
  const text = `${body.slice(0, open + 1)}${formula.slice(0, hole.from)}${HOLE}${formula.slice(hole.to)}${body.slice(close)}`;
  return { text, missing: formula.slice(hole.from, hole.to) };
}

/** @returns the line that a learner states by writing `fill`, LaTeX, into the hole; an answer comes out of its box */
export function fillBlank({ text }: BlankStep, fill: string): string {
  const boxed = /^(.*)\\boxed\{(.*)\}(.*)$/s.exec(text);
  return (boxed === null ? text : boxed.slice(1).join('')).replace(HOLE, () => fill);
}

/** "(x - 2)(x - 3) = 0" says nothing by its right side: the hole is then on the left. */
function holeIn(formula: string): { from: number; to: number } | null {
  const relation = formula.lastIndexOf('=');
  const right = formula.slice(relation + 1).trim();
  const numbers = [...formula.matchAll(NUMBER)].filter(({ index }) => !(right === '0' && index > relation));
  const last = numbers.at(-1);
  if (last !== undefined && (last.index > relation || right === '0'))
    return { from: last.index, to: last.index + last[0].length };
  if (relation < 0 || right === '' || right === '0' || right.endsWith('}')) return null;
  const from = formula.length - formula.slice(relation + 1).trimStart().length;
  return { from, to: from + right.length };
}
