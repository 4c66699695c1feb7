/** Square roots as a textbook writes them: the largest square taken out. */
import { fraction, gcd } from './quotient.ts';

/** √n = outside·√inside with inside square-free; n is a whole number above zero. */
export function simplestSurd(n: number): { outside: number; inside: number } {
  let outside = 1;
  for (let k = 2; k * k <= n; k++) if (n % (k * k) === 0) outside = k;
  return { outside, inside: n / (outside * outside) };
}

/** outside·√inside as LaTeX: "3", "\sqrt{2}", "3\sqrt{2}". */
export function writeSurd(outside: number, inside: number): string {
  if (inside === 1) return String(outside);
  const sign = outside < 0 ? '-' : '';
  const size = Math.abs(outside);
  return `${sign}${size === 1 ? '' : size}\\sqrt{${inside}}`;
}

/** The lines from √n to its simplest form, which they end with; none when it is already simple. */
export function surdLines(n: number): { lines: string[]; value: string; outside: number; inside: number } {
  const { outside, inside } = simplestSurd(n);
  const value = writeSurd(outside, inside);
  if (outside === 1) return { lines: [], value, outside, inside };
  if (inside === 1) return { lines: [`Square root: $\\sqrt{${n}} = ${value}$`], value, outside, inside };
  const square = outside * outside;
  return {
    lines: [
      `> ${n} = ${square} * ${inside}`,
      `Simplify the root: $\\sqrt{${n}} = \\sqrt{${square}} \\cdot \\sqrt{${inside}} = ${value}$`,
    ],
    value,
    outside,
    inside,
  };
}

/** (whole ± outside·√inside) / bottom in lowest terms; bottom > 0, outside > 0, inside not a square. */
export function surdPair(
  whole: number,
  outside: number,
  inside: number,
  bottom: number,
): { low: string; high: string; common: number } {
  const common = gcd(gcd(whole, outside), bottom);
  const [w, o, b] = [whole / common, outside / common, bottom / common];
  const write = (sign: 1 | -1) => {
    const surd = writeSurd(o, inside);
    const top = w === 0 ? (sign < 0 ? `-${surd}` : surd) : `${w} ${sign < 0 ? '-' : '+'} ${surd}`;
    if (b === 1) return top;
    return w === 0 && sign < 0 ? `-${fraction(surd, b)}` : fraction(top, b);
  };
  return { low: write(-1), high: write(1), common };
}
