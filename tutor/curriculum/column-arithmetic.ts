/**
 * Written arithmetic as scratch lines ("> …"): column sums and differences, products digit by digit, division, Euclid.
 * One operation a line, from the units up; each part is a fact a small model can recall. Whole numbers from zero up.
 *
 *   > 4738 + 592: 8 + 2 = 10, 3 + 9 + 1 = 13, 7 + 5 + 1 = 13, 4 + 1 = 5, so 5330
 */

/** Up to this, sums and differences are written down in one go. */
const EASY = 999;
/** Below this, products are known by heart. */
const KNOWN_PRODUCT = 100;
/** Multiples of numbers up to this are known by heart. */
const TABLES = 12;

/** Digits from the units up. */
function digitsUp(n: number | bigint): number[] {
  return [...String(n)].reverse().map(Number);
}

/** The number that these digits from the units up make; columns over nine count with their last digit. */
function joinDigits(digits: readonly number[]): string {
  return digits
    .map((digit) => digit % 10)
    .reverse()
    .join('')
    .replace(/^0+(?=\d)/, '');
}

/** The scratch line of a + b; as bigints where they may be too long for a number. */
export function columnSum(a: number | bigint, b: number | bigint): string {
  const [top, bottom] = [digitsUp(a), digitsUp(b)];
  const columns: string[] = [];
  const totals: number[] = [];
  let carry = 0;
  for (let i = 0; i < Math.max(top.length, bottom.length); i++) {
    const parts = [top[i], bottom[i], carry === 0 ? undefined : carry].filter((part) => part !== undefined);
    const total = parts.reduce((left, right) => left + right, 0);
    columns.push(parts.length === 1 ? String(total) : `${parts.join(' + ')} = ${total}`);
    totals.push(total);
    carry = Math.floor(total / 10);
  }
  return `> ${a} + ${b}: ${columns.join(', ')}, so ${joinDigits([...totals, carry])}`;
}

/** The scratch line of a - b, a ≥ b: "13 - 7 = 6" has borrowed, and the next column pays with a "- 1". */
export function columnDifference(a: number | bigint, b: number | bigint): string {
  const [top, bottom] = [digitsUp(a), digitsUp(b)];
  const columns: string[] = [];
  const left: number[] = [];
  let borrow = 0;
  for (let i = 0; i < top.length; i++) {
    const taken = [bottom[i], borrow === 0 ? undefined : borrow].filter((part) => part !== undefined);
    const less = taken.reduce((left, right) => left + right, 0);
    const from = top[i] < less ? top[i] + 10 : top[i];
    columns.push(taken.length === 0 ? String(from) : `${[from, ...taken].join(' - ')} = ${from - less}`);
    left.push(from - less);
    borrow = from === top[i] ? 0 : 1;
  }
  return `> ${a} - ${b}: ${columns.join(', ')}, so ${joinDigits(left)}`;
}

/** a times one digit (or one digit and zeros: 347 * 20), with the carries. */
function digitProduct(a: number, multiplier: number): string {
  const digit = Number(String(multiplier)[0]);
  const columns: string[] = [];
  let carry = 0;
  for (const each of digitsUp(a)) {
    const total = each * digit + carry;
    columns.push(`${each} * ${digit}${carry === 0 ? '' : ` + ${carry}`} = ${total}`);
    carry = Math.floor(total / 10);
  }
  return `> ${a} * ${multiplier}: ${columns.join(', ')}, so ${a * multiplier}`;
}

/** What a + b needs before it is written down: nothing when it is easy. */
export function sumLines(a: number, b: number): string[] {
  return Math.max(a, b) <= EASY ? [] : [columnSum(a, b)];
}

/** As `sumLines` for a - b, a ≥ b. */
export function differenceLines(a: number, b: number): string[] {
  return a <= EASY ? [] : [columnDifference(a, b)];
}

/** a + b on one scratch line, by columns when it is not easy. */
function sumLine(a: number, b: number): string {
  return Math.max(a, b) <= EASY ? `> ${a} + ${b} = ${a + b}` : columnSum(a, b);
}

/** 20 = 2 tens: one digit followed by zeros. */
function isRound(n: number): boolean {
  return /^\d0*$/.test(String(n));
}

/** What a * b needs before it is written down: partial products from the units up, with their running total. */
export function productLines(a: number, b: number): string[] {
  if (a * b < KNOWN_PRODUCT) return [];
  const [long, short] = significant(a) >= significant(b) ? [a, b] : [b, a];
  if (isRound(long)) return [];
  if (isRound(short)) return String(short)[0] <= '1' ? [] : [digitProduct(long, short)];
  const lines: string[] = [];
  let total = 0;
  for (const partial of placeValues(short)) {
    lines.push(String(partial)[0] === '1' ? `> ${long} * ${partial} = ${long * partial}` : digitProduct(long, partial));
    if (total > 0) lines.push(sumLine(total, long * partial));
    total += long * partial;
  }
  return lines;
}

/** a * b as scratch from start to finish: `productLines` and, unless a single line says it already, the product. */
export function productWork(a: number, b: number): string[] {
  const lines = productLines(a, b);
  return lines.length === 1 ? lines : [...lines, `> ${a} * ${b} = ${a * b}`];
}

function significant(n: number): number {
  return String(n).replace(/0+$/, '').length;
}

/** 406 → [6, 400]: what the non-zero digits stand for, from the units up. */
export function placeValues(n: number): number[] {
  return digitsUp(n)
    .map((digit, place) => digit * 10 ** place)
    .filter((value) => value > 0);
}

/**
 * Long division: one line a digit of the quotient, "> 76: 3 * 23 = 69, 76 - 69 = 7" (the remainder takes the next digit
 * down). A divisor over 12 comes with its multiples, so that each quotient digit can be looked up.
 */
export function divisionLines(dividend: number, divisor: number): string[] {
  const lines = multiplesLines(dividend, divisor);
  for (const { part, digit } of divisionParts(dividend, divisor)) {
    const product = digit * divisor;
    if (part > EASY && product > 0 && product < part) lines.push(columnDifference(part, product));
    lines.push(`> ${part}: ${digit} * ${divisor} = ${product}, ${part} - ${product} = ${part - product}`);
  }
  return lines;
}

/** What each digit of the quotient is found from: the remainder so far with the next digit of the dividend. */
export function divisionParts(dividend: number, divisor: number): { part: number; digit: number }[] {
  const digits = String(dividend);
  let at = Math.min(String(divisor).length, digits.length);
  if (Number(digits.slice(0, at)) < divisor && at < digits.length) at++;
  const parts: { part: number; digit: number }[] = [];
  for (let part = Number(digits.slice(0, at)); ; at++) {
    parts.push({ part, digit: Math.floor(part / divisor) });
    if (at >= digits.length) return parts;
    part = (part % divisor) * 10 + Number(digits[at]);
  }
}

/** The multiples to look quotient digits up in: up to the first past a small dividend. None within the times tables. */
export function multiplesLines(dividend: number, divisor: number): string[] {
  if (divisor <= TABLES || isRound(divisor) || dividend < 2 * divisor) return [];
  const count = Math.min(9, Math.floor(dividend / divisor) + 1);
  return [`> multiples of ${divisor}: ${Array.from({ length: count }, (_, k) => (k + 1) * divisor).join(', ')}`];
}

/** What is left when d is taken from n as often as it goes: "> 653 - 9 * 72 = 653 - 648 = 5". */
export function remainderAtOnce(n: number, d: number): string {
  const product = Math.floor(n / d) * d;
  return `> ${n} - ${product / d} * ${d} = ${n} - ${product} = ${n - product}`;
}

/** The same, digit by digit where the quotient has several: "> 88 by 7: 8 - 1 * 7 = 1, 18 - 2 * 7 = 4, so 12 remainder 4". */
export function remainderLine(n: number, d: number): string {
  if (n < 10 * d) return remainderAtOnce(n, d);
  const pieces = divisionParts(n, d).map(({ part, digit }) => {
    const product = digit * d;
    return `${part} - ${digit} * ${d} = ${d > TABLES ? `${part} - ${product} = ` : ''}${part - product}`;
  });
  return `> ${n} by ${d}: ${pieces.join(', ')}, so ${Math.floor(n / d)} remainder ${n % d}`;
}

/** `remainderLine` with what it needs before it. */
export function remainderLines(n: number, d: number): string[] {
  const product = n - (n % d);
  const columns = n > EASY && n < 10 * d && product > 0 && product < n ? [columnDifference(n, product)] : [];
  return [...multiplesLines(n, d), ...columns, remainderLine(n, d)];
}

/** Euclid's algorithm, one remainder after the other, ending with "> gcd(126, 48) = 6". */
export function euclidLines(a: number, b: number): string[] {
  const lines: string[] = [];
  let [high, low] = [Math.max(a, b), Math.min(a, b)];
  // By 1 nothing needs to be divided any more.
  while (low > 1) {
    lines.push(...euclidStep(high, low));
    [high, low] = [low, high % low];
  }
  return [...lines, `> gcd(${a}, ${b}) = ${low === 1 ? 1 : high}`];
}

/** One division of Euclid's: columns say by themselves what is left once the divisor is taken away once. */
function euclidStep(n: number, d: number): string[] {
  if (n > EASY && n > d && n < 2 * d) return [columnDifference(n, d)];
  return d > EASY && n >= 10 * d ? divisionLines(n, d) : remainderLines(n, d);
}
