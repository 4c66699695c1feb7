/** A formula as MathML, for programs that take it from the clipboard. */
import { escapeHtml } from './escape-html.ts';
import { typesetFormula } from './formula.ts';

const OPENING = '<math';
const CLOSING = '</math>';

/** @returns one math element; its text is the source where the formula cannot be typeset */
export function toMathml(tex: string, display: boolean): string {
  const { html, note } = typesetFormula(tex, { display });
  const from = html.indexOf(OPENING);
  const namespace = 'xmlns="http://www.w3.org/1998/Math/MathML"';
  if (note !== null || from < 0) return `<math ${namespace}><mtext>${escapeHtml(tex)}</mtext></math>`;
  // The typesetter leaves the namespace out, which a page implies and a file does not.
  return `<math ${namespace}${html.slice(from + OPENING.length, html.indexOf(CLOSING, from) + CLOSING.length)}`;
}
