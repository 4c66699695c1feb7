/** The formulas in a step's text, and the prose around them. Knows delimiters, not maths. */
import { splitDelimited } from '../problem/delimiters.ts';

export interface StepText {
  /** LaTeX of each formula; the rows of an aligned display are formulas of their own. */
  readonly formulas: readonly string[];
  /** The words outside formulas, lower case. */
  readonly prose: string;
}

const ENVIRONMENTS = ['align', 'align*', 'aligned', 'gather', 'gathered', 'equation', 'equation*', 'split'];
const MARKS = new Set(['\\tag', '\\label', '\\nonumber']);

export function readStepText(body: string): StepText {
  const formulas: string[] = [];
  let prose = '';
  for (const part of splitDelimited(body)) {
    if (part.kind === 'maths') formulas.push(...rowsOf(part.latex ?? ''));
    else prose += ` ${part.source}`;
  }
  return { formulas, prose: prose.toLowerCase() };
}

/** Without `\boxed{…}` around it and without an environment; one formula a row. */
function rowsOf(latex: string): string[] {
  const inner = withoutEnvironment(withoutBox(latex.trim()));
  if (inner === null) return [latex];
  const rows = inner.split('\\\\').map((row) => row.replaceAll('&', ' ').trim());
  // A row that begins with a relation carries on the chain of the row before.
  return rows.reduce<string[]>((found, row) => {
    if (row === '' || MARKS.has(row)) return found;
    if (row.startsWith('=') && found.length > 0) found[found.length - 1] += ` ${row}`;
    else found.push(row);
    return found;
  }, []);
}

export function withoutBox(latex: string): string {
  const open = '\\boxed{';
  const at = latex.indexOf(open);
  if (at < 0 || !latex.endsWith('}') || at !== 0) return latex;
  return latex.slice(open.length, -1);
}

/** null when the formula stands in no environment of rows. */
function withoutEnvironment(latex: string): string | null {
  for (const name of ENVIRONMENTS) {
    const [begin, end] = [`\\begin{${name}}`, `\\end{${name}}`];
    if (latex.startsWith(begin) && latex.endsWith(end)) return latex.slice(begin.length, -end.length);
  }
  return latex.includes('\\begin') ? null : latex;
}
