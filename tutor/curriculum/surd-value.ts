/** Numbers a + b√m with fractions a and b: how they are written, and their arithmetic as scratch lines. */
import { type Lines, pairLines, sumChainLines } from './chain-lines.ts';
import { fraction, gcd } from './quotient.ts';
import { addRational, multiplyRational, type Rational, rational, writeRational } from './rational.ts';
import { writeSurd } from './surd.ts';

export interface SurdValue {
  readonly whole: Rational;
  readonly times: Rational;
  /** Square-free; 1 where there is no root. */
  readonly inside: number;
}

const ZERO = rational(0);

export function surdValue(whole: Rational, times: Rational, inside: number): SurdValue {
  if (inside === 1) return { whole: addRational(whole, times), times: ZERO, inside: 1 };
  return times.top === 0 ? { whole, times, inside: 1 } : { whole, times, inside };
}

/** LaTeX: "-2 + 3\sqrt{7}", "\frac{3\sqrt{5}}{4}". */
export function writeSurdValue({ whole, times, inside }: SurdValue): string {
  if (times.top === 0) return writeRational(whole);
  const root = writeSurd(Math.abs(times.top), inside);
  const size = times.bottom === 1 ? root : fraction(root, times.bottom);
  if (whole.top === 0) return `${times.top < 0 ? '-' : ''}${size}`;
  return `${writeRational(whole)} ${times.top < 0 ? '-' : '+'} ${size}`;
}

interface Worked {
  readonly lines: readonly string[];
  readonly value: SurdValue;
}

/** Whole parts and roots added apart; all have the same root or none. */
export function addSurds(terms: readonly { readonly minus: boolean; readonly value: SurdValue }[]): Worked {
  const inside = Math.max(...terms.map(({ value }) => value.inside));
  const part = (of: (value: SurdValue) => Rational): Lines => {
    const kept = terms.filter(({ value }) => of(value).top !== 0).map(({ minus, value }) => ({ minus, value: of(value) }));
    if (kept.length === 0) return { lines: [], value: ZERO };
    // A difference that starts with what is taken away starts from zero.
    return sumChainLines(kept[0].minus ? [{ minus: false, value: ZERO }, ...kept] : kept);
  };
  const [whole, times] = [part((value) => value.whole), part((value) => value.times)];
  return { lines: [...whole.lines, ...times.lines], value: surdValue(whole.value, times.value, inside) };
}

/** One of the two has no root. Once or minus once is seen. */
export function multiplySurds(a: SurdValue, b: SurdValue): Worked {
  const [number, other] = a.times.top === 0 ? [a, b] : [b, a];
  const plain = number.whole.bottom === 1 && Math.abs(number.whole.top) === 1;
  const parts = [other.whole, other.times].map((part) =>
    plain
      ? { lines: [], value: multiplyRational(number.whole, part) }
      : part.top === 0
        ? { lines: [], value: ZERO }
        : pairLines(number.whole, part, false),
  );
  return {
    lines: parts.flatMap(({ lines }) => lines),
    value: surdValue(parts[0].value, parts[1].value, other.inside),
  };
}

/** Each is a number or a multiple of a root, the second not zero. */
export function divideSurds(a: SurdValue, b: SurdValue): Worked {
  const [top, bottom] = [a, b].map((each) => (each.times.top === 0 ? each.whole : each.times));
  const quotient = top.top === 0 ? { lines: [], value: ZERO } : pairLines(top, bottom, true);
  const common = gcd(a.inside, b.inside);
  const [up, under] = [a.inside / common, b.inside / common];
  const inside = up * under;
  const times = multiplyRational(quotient.value, rational(1, under));
  const roots = [writeSurd(1, a.inside), writeSurd(1, b.inside)];
  const result = under === 1 ? writeSurd(1, inside) : fraction(writeSurd(1, inside), under);
  const lines =
    b.inside === 1 || top.top === 0
      ? quotient.lines
      : [
          ...quotient.lines,
          `Divide the roots: $\\frac{${roots[0]}}{${roots[1]}} = ${result}$`,
          ...(under === 1 ? [] : pairLines(quotient.value, rational(under), true).lines),
        ];
  return { lines, value: surdValue(ZERO, times, inside) };
}

/** (a + b√m)² = a² + b²m + 2ab√m. */
export function squareSurd({ whole, times, inside }: SurdValue): Worked {
  const square = (value: Rational) => pairLines(value, value, false);
  if (times.top === 0) {
    const { lines, value } = square(whole);
    return { lines, value: surdValue(value, ZERO, 1) };
  }
  const [first, second] = [square(whole), square(times)];
  const root = pairLines(second.value, rational(inside), false);
  if (whole.top === 0) return { lines: [...second.lines, ...root.lines], value: surdValue(root.value, ZERO, 1) };
  const total = sumChainLines([
    { minus: false, value: first.value },
    { minus: false, value: root.value },
  ]);
  const mixed = pairLines(whole, times, false);
  const twice = pairLines(rational(2), mixed.value, false);
  const lines = [first, second, root, total, mixed, twice].flatMap((each) => each.lines);
  return { lines, value: surdValue(total.value, twice.value, inside) };
}
