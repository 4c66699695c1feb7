/**
 * Scratch lines for a row of numbers added or multiplied from the left, fractions kept in lowest terms all the way.
 *
 *   > 35/2 * 4: gcd(2, 4) = 2, 35/1 * 2, so 70
 *   > 7/6 - 3/4: common denominator 12, 14/12 - 9/12 = 5/12
 */
import { productWork } from './column-arithmetic.ts';
import { cancelLines, isKnownPair } from './common-divisor.ts';
import { gcd } from './quotient.ts';
import { addRational, multiplyRational, type Rational, rational } from './rational.ts';
import { signedColumns } from './signed-sum.ts';
import { timesLines } from './times-lines.ts';

export interface Lines {
  readonly lines: readonly string[];
  readonly value: Rational;
}

function write({ top, bottom }: Rational): string {
  return bottom === 1 ? String(top) : `${top}/${bottom}`;
}

/** "(-3)" and "(1/3)" behind an operation. */
function writeAfter(value: Rational): string {
  return value.top < 0 || value.bottom > 1 ? `(${write(value)})` : write(value);
}

/** The product from the left; those marked `over` divide. */
export function productChainLines(factors: readonly { readonly over: boolean; readonly value: Rational }[]): Lines {
  const value = factors.map(inverted).reduce(multiplyRational);
  if (value.top === 0) return { lines: ['> one factor is 0, so 0'], value };
  const lines = minusLines(factors.filter((each) => each.value.top < 0).map((each) => each.value));
  const [first, ...rest] = factors.map(({ over, value: { top, bottom } }) => ({ over, top: Math.abs(top), bottom }));
  let current: Rational = { top: first.top, bottom: first.bottom };
  for (const { over, top, bottom } of rest) {
    const parts = [[top, over] as const, [bottom, !over] as const].filter(([n]) => n > 1);
    for (const [n, divides] of parts.length === 0 ? [[1, over] as const] : parts) {
      const next = divides ? divideBy(current, n) : multiplyBy(current, n);
      lines.push(...next.lines);
      current = next.value;
    }
  }
  return { lines: value.top < 0 ? [...lines, `> with the sign: ${write(value)}`] : lines, value };
}

/** Three and more are counted one by one. */
function minusLines(negative: readonly Rational[]): string[] {
  const count = negative.length;
  if (count === 0) return [];
  const counted = count < 3 ? String(count) : negative.map((value, index) => `${index + 1} (${write(value)})`).join(', ');
  return [`> minus signs: ${counted}, so ${count % 2 === 0 ? 'positive' : 'negative'}`];
}

function inverted({ over, value }: { over: boolean; value: Rational }): Rational {
  return over ? rational(value.bottom, value.top) : value;
}

function multiplyBy(current: Rational, n: number): Lines {
  const { top, bottom } = current;
  if (n === 1) return { lines: [`> ${write(current)} * 1 = ${write(current)}`], value: current };
  const value = multiplyRational(current, rational(n));
  if (bottom === 1) {
    const work = timesWork(top, n);
    return { lines: work.length === 1 ? work : [...work, `> ${top} * ${n} = ${value.top}`], value };
  }
  const common = gcd(bottom, n);
  const [left, times] = [{ top, bottom: bottom / common }, n / common];
  const middle = common === 1 ? '' : ` ${left.top}/${left.bottom} * ${times},`;
  return {
    lines: [
      ...cancelLines(bottom, n, common),
      ...timesWork(top, times),
      `> ${write(current)} * ${n}: gcd(${bottom}, ${n}) = ${common},${middle} so ${write(value)}`,
    ],
    value,
  };
}

function divideBy(current: Rational, n: number): Lines {
  const { top, bottom } = current;
  if (n === 1) return { lines: [`> ${write(current)} / 1 = ${write(current)}`], value: current };
  const value = multiplyRational(current, rational(1, n));
  const common = gcd(top, n);
  if (bottom === 1 && common === n) return { lines: [...cancelLines(top, n, n), `> ${top} / ${n} = ${top / n}`], value };
  return {
    lines: [
      ...cancelLines(top, n, common),
      ...(bottom === 1 ? [] : timesWork(bottom, n / common)),
      `> ${write(current)} / ${n}: gcd(${top}, ${n}) = ${common}, so ${write(value)}`,
    ],
    value,
  };
}

/** The partial products of a hard product, without the line that says it whole. */
function timesWork(a: number, b: number): string[] {
  return timesLines(a, b).length === 0 ? [] : productWork(a, b).filter((line) => line.includes(':'));
}

/** The sum from the left; those marked `minus` are taken away. */
export function sumChainLines(terms: readonly { readonly minus: boolean; readonly value: Rational }[]): Lines {
  const lines: string[] = [];
  let total = terms[0].value;
  for (const { minus, value } of terms.slice(1)) {
    const next = addTo(total, value, minus);
    lines.push(...next.lines);
    total = next.value;
  }
  return { lines, value: total };
}

function addTo(a: Rational, b: Rational, minus: boolean): Lines {
  const added: Rational = minus ? { top: -b.top + 0, bottom: b.bottom } : b;
  const value = addRational(a, added);
  const sign = added.top < 0 || (added.top === 0 && minus) ? '-' : '+';
  const size: Rational = { top: Math.abs(added.top), bottom: added.bottom };
  const simple = `${write(a)} ${sign} ${write(size)}`;
  const asGiven = `${write(a)} ${minus ? '-' : '+'} ${b.top < 0 ? writeAfter(b) : write(b)}`;
  const joined = asGiven === simple ? simple : `${asGiven} = ${simple}`;
  if (a.bottom === 1 && b.bottom === 1) {
    return { lines: [...signedColumns(a.top, added.top), `> ${joined} = ${value.top}`], value };
  }
  const shared = gcd(a.bottom, b.bottom);
  const common = (a.bottom / shared) * b.bottom;
  const [p, q] = [a.top * (common / a.bottom), size.top * (common / size.bottom)];
  const sum = sign === '-' ? p - q : p + q;
  const lines = [
    ...(Math.min(a.bottom, b.bottom) === 1 ? [] : cancelLines(a.bottom, b.bottom, shared)),
    ...[a, size].flatMap(({ top, bottom }) => timesWork(Math.abs(top), common / bottom)),
    ...signedColumns(p, sign === '-' ? -q : q),
    a.bottom === b.bottom
      ? `> ${joined} = ${sum}/${common}`
      : `> ${joined}: common denominator ${common}, ${p}/${common} ${sign} ${q}/${common} = ${sum}/${common}`,
  ];
  if (sum === 0) return { lines: [...lines, `> 0/${common} = 0`], value };
  // A whole number more or less leaves a fraction in lowest terms.
  if (a.bottom === 1 || b.bottom === 1) return { lines, value };
  const divisor = gcd(sum, common);
  const reduced = divisor === 1 ? '' : `, so ${write(value)}`;
  return {
    lines: [
      ...lines,
      ...cancelLines(Math.abs(sum), common, divisor),
      `> ${sum}/${common}: gcd(${Math.abs(sum)}, ${common}) = ${divisor}${reduced}`,
    ],
    value,
  };
}

/** Two numbers multiplied or divided, with the sign on the same line. */
export function pairLines(a: Rational, b: Rational, over: boolean): Lines {
  const { lines, value } = productChainLines([
    { over: false, value: { top: Math.abs(a.top), bottom: a.bottom } },
    { over, value: { top: Math.abs(b.top), bottom: b.bottom } },
  ]);
  const sign = a.top < 0 === b.top < 0 || value.top === 0 ? 1 : -1;
  const signed: Rational = { top: sign * value.top + 0, bottom: value.bottom };
  if (a.top >= 0 && b.top >= 0) return { lines, value };
  const line = `> ${write(a)} ${over ? '/' : '*'} ${writeAfter(b)} = ${write(signed)}`;
  if (value.top === 0 || isSeen(a, b, over)) return { lines: [line], value: signed };
  // What a whole result says without its sign is not said twice.
  const plain = /^> \d+ [*/] \d+ = \d+$/.test(lines.at(-1) ?? '');
  return { lines: [...(plain ? lines.slice(0, -1) : lines), line], value: signed };
}

/** Whole numbers whose product or quotient is known by heart. */
function isSeen(a: Rational, b: Rational, over: boolean): boolean {
  if (a.bottom !== 1 || b.bottom !== 1) return false;
  const [p, q] = [Math.abs(a.top), Math.abs(b.top)];
  return over ? p % q === 0 && isKnownPair(p, q) : timesLines(p, q).length === 0;
}
