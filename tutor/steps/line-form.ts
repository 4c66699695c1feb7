/** What one line of a solution is: scratch, heading, list item, separator or text. Knows no state. */
import { lastLeadColon } from './goal.ts';

export interface LineForm {
  readonly kind: 'text' | 'item' | 'heading' | 'scratch' | 'separator';
  /** The line without its mark. */
  readonly text: string;
}

export function isBlank(line: string): boolean {
  return line.trim() === '';
}

export function readLine(line: string): LineForm {
  const text = line.trim();
  if (text === '>' || text.startsWith('> ')) return { kind: 'scratch', text: text.slice(2) };
  if (isSeparator(text)) return { kind: 'separator', text: '' };
  if (text.startsWith('<think>')) return { kind: 'item', text: text.slice('<think>'.length).trim() };
  if (text.startsWith('</think>')) return { kind: 'item', text: text.slice('</think>'.length).trim() };
  const hashes = countLeading(text, '#');
  if (hashes > 0 && hashes <= 6 && text[hashes] === ' ') return { kind: 'heading', text: plainHeading(text.slice(hashes)) };
  if (isBoldLine(text)) return { kind: 'heading', text: plainHeading(text) };
  const mark = itemMark(text);
  if (mark > 0) return { kind: 'item', text: text.slice(mark).trim() };
  return { kind: 'text', text };
}

/** The bundled model's form: "reason: $maths$", or a line that is one formula, complete on its line. */
export function isStepLine(line: string): boolean {
  const body = endOfSentence(line);
  if (!body.endsWith('$') || body.startsWith('$$') || body.endsWith('$$')) return false;
  if (lastLeadColon(line) >= 0) return true;
  return body.startsWith('$') && body.length > 2 && body.indexOf('$', 1) === body.length - 1;
}

/** A line of dashes or stars, or a tag of thinking alone. */
function isSeparator(text: string): boolean {
  if (text === '<think>' || text === '</think>') return true;
  const mark = text[0];
  return text.length >= 3 && (mark === '-' || mark === '*' || mark === '_') && countLeading(text, mark) === text.length;
}

function isBoldLine(text: string): boolean {
  const body = text.endsWith(':') ? text.slice(0, -1) : text;
  return body.length > 4 && body.startsWith('**') && body.indexOf('**', 2) === body.length - 2;
}

/** A heading as a goal: without stars and closing colon. */
function plainHeading(text: string): string {
  const plain = text.replaceAll('**', '').trim();
  return plain.endsWith(':') ? plain.slice(0, -1).trimEnd() : plain;
}

/** Length of "- ", "* ", "12. " or "3) " at the start, 0 when there is none. */
function itemMark(text: string): number {
  if ((text[0] === '-' || text[0] === '*' || text[0] === '•') && text[1] === ' ') return 2;
  let digits = 0;
  while (digits < 3 && text[digits] >= '0' && text[digits] <= '9') digits++;
  if (digits === 0) return 0;
  return (text[digits] === '.' || text[digits] === ')') && text[digits + 1] === ' ' ? digits + 2 : 0;
}

function countLeading(text: string, mark: string): number {
  let count = 0;
  while (text[count] === mark) count++;
  return count;
}

function endOfSentence(line: string): string {
  const text = line.trimEnd();
  return text.endsWith('.') || text.endsWith(',') ? text.slice(0, -1) : text;
}
