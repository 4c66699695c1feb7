/** Scratch lines for a product too large for one look: partial products, then their sum. */

/** None when one factor is a single digit and the other at most 20, or one is a power of ten. */
export function timesLines(a: number, b: number): string[] {
  const [big, small] = [Math.max(Math.abs(a), Math.abs(b)), Math.min(Math.abs(a), Math.abs(b))];
  if (small <= 1 || (small < 10 && big <= 20) || powerOfTen(big) || powerOfTen(small)) return [];
  const parts = splitPlaces(small < 10 ? big : small);
  const other = small < 10 ? small : big;
  if (parts.length === 1) return parts[0] < 10 ? [] : [`> ${other} * ${leading(parts[0])} = ${other * leading(parts[0])}`];
  const products = parts.map((part) => part * other);
  const lines = parts.map((part, index) => `> ${other} * ${part} = ${products[index]}`);
  return [...lines, ...additions(products)];
}

/** 347 → [300, 40, 7]. */
function splitPlaces(n: number): number[] {
  const digits = String(n);
  return [...digits].map((digit, index) => Number(digit) * 10 ** (digits.length - 1 - index)).filter((part) => part > 0);
}

function additions(parts: readonly number[]): string[] {
  let total = parts[0];
  return parts.slice(1).map((part) => {
    const line = `> ${total} + ${part} = ${total + part}`;
    total += part;
    return line;
  });
}

function leading(part: number): number {
  return Number(String(part)[0]);
}

function powerOfTen(n: number): boolean {
  return /^10*$/.test(String(n)) && n > 1;
}
