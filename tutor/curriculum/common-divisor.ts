/** The greatest common divisor as scratch lines that stay short: what is seen at once needs none, long divisions take columns. */
import { columnDifference, divisionLines, multiplesLines, remainderLine } from './column-arithmetic.ts';

/** Up to this, one line holds a division digit by digit. */
const ONE_LINE = 999;

/** Divisors from here on come with their multiples where the quotient has several digits. */
const LONG_TABLE = 40;

/** Divisors above this come with their multiples where the quotient has one digit. */
const SHORT_TABLE = 99;

/** Divisors that the last digit tells, and by which numbers of four digits are divided in one go. */
const SEEN_BY_LAST_DIGIT: readonly number[] = [2, 5, 10];

/** Whether the common divisor, and the quotient if there is one, is known by heart. */
export function isKnownPair(high: number, low: number): boolean {
  const seen = SEEN_BY_LAST_DIGIT.includes(low) && high <= 9999;
  return high <= 60 || low <= 1 || (low <= 12 && high <= 12 * low) || seen;
}

/** Euclid's remainders; none where the common divisor is seen at once. */
export function commonDivisorLines(a: number, b: number): string[] {
  let [high, low] = [Math.max(a, b), Math.min(a, b)];
  const lines: string[] = [];
  while (low > 0 && !isKnownPair(high, low)) {
    lines.push(...dividedLines(high, low));
    [high, low] = [low, high % low];
  }
  return lines;
}

/** n by d with its remainder. */
export function dividedLines(n: number, d: number): string[] {
  if (n >= 10 * d)
    return d > ONE_LINE ? divisionLines(n, d) : [...(d >= LONG_TABLE ? multiplesLines(n, d) : []), remainderLine(n, d)];
  if (n > 9999 && n > d && n < 2 * d) return [columnDifference(n, d)];
  const product = n - (n % d);
  return [
    ...(d > SHORT_TABLE ? multiplesLines(n, d) : []),
    ...(n > 9999 && product < n ? [columnDifference(n, product)] : []),
    remainderLine(n, d),
  ];
}

/** The lines from n to n / common for each n, where it is not seen at once. */
export function sharedLines(values: readonly number[], common: number): string[] {
  return values.filter((n) => n >= 10 * common && !isKnownPair(n, common)).flatMap((n) => dividedLines(n, common));
}

/** Common divisor first, then what is left of both; a line that is there already is not written again. */
export function cancelLines(a: number, b: number, common: number): string[] {
  return [...new Set([...commonDivisorLines(a, b), ...sharedLines([a, b], common)])];
}
