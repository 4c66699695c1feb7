/** Writing numbers and terms as LaTeX the way a textbook does. Shared by the families. */

/** "+ 5" or "- 5": a number as it follows another term. */
export function signedTerm(value: number): string {
  return value < 0 ? `- ${-value}` : `+ ${value}`;
}

/** A number as a factor: negative ones in brackets. */
export function factor(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}
