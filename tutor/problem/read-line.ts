/**
 * One line of a learner's working → text with `$…$`, as it is shown and checked. A line without words is maths as a whole
 * ("= 5", "12"); a line with words is read as a problem is. Knows nothing of right or wrong.
 */
import { textToLatex } from './keyboard-maths.ts';
import { readProblem } from './read-problem.ts';

/** "1.", "2)", "(3)" and signs of deduction at the head of a line, which are no part of its maths. */
const HEAD = /^(?:(?:\(\d+\)|\d+[.)])\s+|(?:=>|⇒|∴|→|->)\s*|(?:so|hence|therefore|thus|then)[,:]?\s+)/i;

export function readLine(line: string): string {
  const text = withoutHead(line.trim());
  const parts = readProblem(text);
  const delimited = parts.some(({ kind, source }) => kind === 'maths' && (source.startsWith('$') || source.startsWith('\\(')));
  const prose = parts.filter(({ kind }) => kind === 'text').map(({ source }) => source);
  if (!delimited && !prose.some((source) => /[A-Za-z]/.test(source)) && /[\dA-Za-z]/.test(text)) return `$${asLatex(text)}$`;
  return parts
    .map(({ latex, source }) => (latex === undefined ? source.replaceAll('$', '\\$') : `$${latex}$`))
    .join('')
    .trim();
}

function withoutHead(text: string): string {
  const rest = text.replace(HEAD, '');
  return rest === '' ? text : rest;
}

/** The full stop that ends a sentence is not maths; LaTeX typed without dollar signs is LaTeX already. */
function asLatex(text: string): string {
  const bare = text.replaceAll('$', '').replace(/[.,;]$/, '');
  return bare.includes('\\') ? bare.trim() : textToLatex(bare);
}
