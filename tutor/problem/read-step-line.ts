/**
 * A line that a learner puts in the place of a step → the form in which steps are written: "what is done: $maths$".
 * Knows nothing of right or wrong.
 */
import { readLine } from './read-line.ts';

export function readStepLine(typed: string): string {
  const text = typed.trim().replaceAll(/\s+/g, ' ');
  const colon = leadColon(text);
  if (colon < 0) return readLine(text);
  return `${text.slice(0, colon)}: ${readLine(text.slice(colon + 2))}`;
}

/** The colon after words that say what is done; -1 when there is none. "3 : 5" is a ratio, and maths that is marked speaks for itself. */
function leadColon(text: string): number {
  if (text.includes('$')) return -1;
  const colon = text.lastIndexOf(': ');
  const head = text.slice(0, Math.max(colon, 0));
  return /[A-Za-z]{2}/.test(head) && !head.endsWith(' ') ? colon : -1;
}
