/** Scratch lines: plain arithmetic such as "7 * 8 = 56, 1 * 8 + 5 = 13, so 136". */
import { parseStatement } from '../expression/parse-statement.ts';
import { checkPair } from './check-pair.ts';
import { allOf, fails, type StepCheck } from './verdict.ts';

const MAX_LINE = 1000;

/** null when the line claims nothing that can be read. */
export function checkScratch(line: string): StepCheck | null {
  if (line.length > MAX_LINE) return null;
  const { label, pieces } = split(line);
  const checks = pieces.flatMap(checkPiece);
  const result = checks.length === 0 ? null : allOf(checks);
  if (result?.verdict === 'fails') return result;
  return checkConclusion(label, pieces) ?? result;
}

/** "7617 * 8: a, b, so 60936": what is worked out, the pieces, the last of them with its "so". */
function split(line: string): { label: string; pieces: string[] } {
  const colon = line.indexOf(': ');
  const label = colon < 0 ? '' : line.slice(0, colon);
  return { label, pieces: pieces(colon < 0 ? line : line.slice(colon + 2)) };
}

/** Cut at commas outside brackets. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    else if (text[at] === ',' && depth === 0 && text[at + 1] === ' ') {
      found.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...found, text.slice(from).trim()];
}

function checkPiece(piece: string): StepCheck[] {
  const statement = parseStatement(piece.startsWith('so ') ? piece.slice(3) : piece);
  return (statement?.chains ?? []).flatMap(({ terms, relations, modulus }) =>
    relations.map((relation, at) => checkPair({ left: terms[at], relation, right: terms[at + 1], modulus }, false)),
  );
}

/** The "so" number is the value of the label, where the label is arithmetic. */
function checkConclusion(label: string, found: readonly string[]): StepCheck | null {
  const last = found.at(-1) ?? '';
  if (!last.startsWith('so ') || !/[*+\-/]/.test(label)) return null;
  const [worked, value] = [parseStatement(label), parseStatement(last.slice(3))];
  const left = worked?.chains[0].terms.length === 1 ? worked.chains[0].terms[0] : undefined;
  const right = value?.chains[0].terms.length === 1 ? value.chains[0].terms[0] : undefined;
  if (left === undefined || right === undefined) return null;
  const check = checkPair({ left, relation: '=', right }, false);
  return check.verdict === 'fails' ? fails(check.note ?? `${label} is not ${last.slice(3)}`) : check;
}
