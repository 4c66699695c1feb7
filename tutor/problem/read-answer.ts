/**
 * An answer as a learner types it ("x = 2 or x = 3", "3/4", "no real solutions", "5 cm") → LaTeX. LaTeX is taken as it is.
 * It never refuses: what it cannot read stays as typed. It does not know whether the answer is right.
 */
import { textToLatex } from './keyboard-maths.ts';
import { CONSTANT_NAMES, FUNCTION_NAMES, isVariables } from './vocabulary.ts';

/** Words that stand between values, in the languages of the interface. */
const JOINERS: ReadonlyMap<string, string> = new Map([
  ['or', ' \\text{ or } '],
  ['and', ' \\text{ and } '],
  ['oder', ' \\text{ or } '],
  ['und', ' \\text{ and } '],
  ['remainder', ' \\text{ remainder } '],
  ['rem', ' \\text{ remainder } '],
  ['rest', ' \\text{ remainder } '],
  ['r', ' \\text{ remainder } '],
]);
const JOINER = /(\s(?:or|and|oder|und|remainder|rem|rest)\s|(?<=\d)\s*r\s*(?=\d))/i;
/** Letters alone, at least two together: words and no formula. */
const WORDS = /^[\p{L}\s'-]*\p{L}{2}[\p{L}\s'-]*$/u;
/** A number with the name of a unit behind it. */
const MEASURE = /^(.*\d)\s*(\p{L}{2,}(?:\s*(?:\/|per)\s*\p{L}+)?)\s*(?:(?:\^\s*|\*\*\s*)?([23²³]))?$/u;
/** "0.8(3)": the digits in brackets recur. */
const RECURRING = /^(-?\d*\.\d*)\((\d+)\)$/;
/** "[[1, 2], [3, 4]]". */
const MATRIX = /^\[\s*(\[[^[\]]*\](?:\s*,?\s*\[[^[\]]*\])*)\s*\]$/;
const POWERS: Readonly<Record<string, string>> = { '2': '^2', '3': '^3', '²': '^2', '³': '^3' };

export function answerToLatex(text: string): string {
  const plain = text.trim();
  if (plain.includes('\\') || plain.includes('$')) return plain;
  return plain
    .split(JOINER)
    .map((piece) => JOINERS.get(piece.trim().toLowerCase()) ?? pieceToLatex(piece.trim()))
    .join('')
    .trim();
}

function pieceToLatex(piece: string): string {
  if (piece === '') return '';
  const recurring = RECURRING.exec(piece);
  if (recurring !== null) return `${recurring[1]}\\overline{${recurring[2]}}`;
  const matrix = MATRIX.exec(piece);
  if (matrix !== null) return matrixToLatex(matrix[1]);
  if (
    WORDS.test(piece) &&
    !piece
      .toLowerCase()
      .split(/[\s-]+/)
      .some(isName)
  )
    return `\\text{${piece}}`;
  const measure = MEASURE.exec(piece);
  const unit = measure?.[2].toLowerCase() ?? '';
  if (measure === null || isVariables(unit) || startsWithName(unit)) return textToLatex(piece);
  if (unit === 'degrees' || unit === 'degree' || unit === 'deg') return `${textToLatex(measure[1])}^\\circ`;
  return `${textToLatex(measure[1])} \\text{ ${measure[2]}}${POWERS[measure[3]] ?? ''}`;
}

function matrixToLatex(rows: string): string {
  const lines = [...rows.matchAll(/\[([^[\]]*)\]/g)].map(([, row]) => row.split(',').map(textToLatex).join(' & '));
  return `\\begin{pmatrix} ${lines.join(' \\\\ ')} \\end{pmatrix}`;
}

const isName = (word: string): boolean => FUNCTION_NAMES.has(word) || CONSTANT_NAMES.has(word);

/** "3sqrt" and "2sinx" are products, not measures. */
function startsWithName(word: string): boolean {
  return [...FUNCTION_NAMES, ...CONSTANT_NAMES].some((name) => name.length > 1 && word.startsWith(name));
}
