/** Square roots of whole numbers digit by digit, as they were once taught: two digits of the number a line. */

/** "> 51: 7 * 7 = 49, 51 - 49 = 2", then "> 284: 142 * 2 = 284, 284 - 284 = 0"; none within the first twenty squares. */
export function squareRootLines(n: number): string[] {
  if (n <= 400) return [];
  const digits = String(n);
  const pairs = (digits.length % 2 === 1 ? `0${digits}` : digits).match(/../g) ?? [];
  const lines: string[] = [];
  let root = 0;
  let rest = 0;
  for (const pair of pairs) {
    const part = rest * 100 + Number(pair);
    let digit = 9;
    while ((20 * root + digit) * digit > part) digit--;
    const doubled = 20 * root + digit;
    const product = doubled * digit;
    lines.push(`> ${part}: ${doubled} * ${digit} = ${product}, ${part} - ${product} = ${part - product}`);
    rest = part - product;
    root = 10 * root + digit;
  }
  return lines;
}
