/** Which formula of a problem's text a place in it belongs to, and the text with that formula put anew. Pure. */
import { readProblem } from '#tutor/problem/read-problem.ts';

/** A stretch of the text that a formula editor edits; empty where a new formula would begin. */
export interface FormulaTarget {
  readonly from: number;
  readonly to: number;
  /** LaTeX without dollar signs. */
  readonly latex: string;
}

/** The formula at or right beside the caret, typed in whatever way; else the caret itself. */
export function formulaAt(text: string, caret: number): FormulaTarget {
  let from = 0;
  for (const { source, latex } of readProblem(text)) {
    const to = from + source.length;
    if (latex !== undefined && from <= caret && caret <= to) return { from, to, latex };
    from = to;
  }
  return { from: caret, to: caret, latex: '' };
}

/** The text with the target's formula replaced, set off by spaces from the words beside it; and where it stands now. */
export function putFormula(
  text: string,
  target: FormulaTarget,
  latex: string,
): { readonly text: string; readonly target: FormulaTarget } {
  const [before, behind] = [text.slice(0, target.from), text.slice(target.to)];
  const written = latex === '' ? '' : `$${latex}$`;
  const left = written !== '' && /\S$/.test(before) ? `${before} ` : before;
  const right = written !== '' && /^[^\s.,;:?!)]/.test(behind) ? ` ${behind}` : behind;
  return { text: `${left}${written}${right}`, target: { from: left.length, to: left.length + written.length, latex } };
}

/** What the editor writes in its own commands, as everyone writes it; holes that were left empty go. */
export function plainLatex(latex: string): string {
  return latex
    .replaceAll(/\\(?:differentialD|capitalDifferentialD)\s*/g, 'd')
    .replaceAll(/\\exponentialE\b\s*/g, 'e')
    .replaceAll(/\\imaginary[IJ]\b\s*/g, 'i')
    .replaceAll(/\\placeholder(?:\[[^\]]*\])?\{[^{}]*\}/g, '')
    .replaceAll(/\^\{\\prime\}|\^\\prime/g, "'")
    .replaceAll('$', '')
    .trim();
}
