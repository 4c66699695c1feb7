/** Moves on equations whose numbers are decimals, as steps. All numbers are whole thousandths, so that nothing is rounded. */
import { divisionLines } from './column-arithmetic.ts';
import { trimDecimal, writeDecimal } from './decimal.ts';
import { quotient } from './division-step.ts';
import { sum } from './polynomial.ts';
import { signedColumns } from './signed-sum.ts';
import { divideLines, timesLines } from './times-lines.ts';

export const ONE = 1000;
const PLACES = 3;

/** 2500 is "2.5". */
export function written(thousandths: number): string {
  return trimDecimal(thousandths, PLACES);
}

/** "2.5x", "x", "-x"; the number alone for an empty letter; nothing for zero. */
export function decimalTerm(coefficient: number, letter: string): string {
  if (coefficient === 0) return '';
  if (letter === '' || Math.abs(coefficient) !== ONE) return `${written(coefficient)}${letter}`;
  return coefficient < 0 ? `-${letter}` : letter;
}

export function placesOf(thousandths: number): number {
  return [0, 1, 2].find((places) => thousandths % 10 ** (PLACES - places) === 0) ?? PLACES;
}

/** Scratch for a + b: both with as many places, then without their points. */
export function decimalSumLines(a: number, b: number): string[] {
  const places = Math.max(placesOf(a), placesOf(b));
  const unit = 10 ** (PLACES - places);
  const [p, q] = [a / unit, b / unit];
  if (places === 0) return signedColumns(p, q);
  const aligned = sum(writeDecimal(p, places), writeDecimal(q, places));
  const whole = sum(String(p), String(q));
  return [`> ${aligned} without the points: ${whole}`, ...signedColumns(p, q), `> ${whole} = ${p + q}`];
}

/** Scratch for a · b, which must come out in thousandths. */
export function decimalProductLines(a: number, b: number): string[] {
  const [m, n] = [a, b].map((each) => Math.abs(each) / 10 ** (PLACES - placesOf(each)));
  const places = placesOf(a) + placesOf(b);
  if (places === 0) return timesLines(m, n);
  return [
    `> without the points: ${m} * ${n}`,
    ...timesLines(m, n),
    `> ${m} * ${n} = ${m * n}, with ${places} decimal ${places === 1 ? 'place' : 'places'}: ${writeDecimal(m * n, places)}`,
  ];
}

/** left + constant = right with the constant moved across and the right side worked out. */
export function moveDecimal(left: string, constant: number, right: number): string[] {
  const action = constant > 0 ? `Subtract $${written(constant)}$ from both sides` : `Add $${written(-constant)}$ to both sides`;
  return [
    `${action}: $${left} = ${sum(written(right), written(-constant))}$`,
    ...decimalSumLines(right, -constant),
    `Simplify: $${left} = ${written(right - constant)}$`,
  ];
}

/** ax = c to x: a whole coefficient first, then one division. The value is a fraction where the decimal does not end. */
export function divideDecimal(a: number, c: number, x: string): { steps: string[]; value: string } {
  const ends = Number.isInteger((c * ONE) / a);
  const shift = 10 ** (ends ? placesOf(a) : Math.max(placesOf(a), placesOf(c)));
  const [by, right] = [(a * shift) / ONE, c * shift];
  const steps = shift === 1 ? [] : [`Multiply both sides by $${shift}$: $${decimalTerm(a * shift, x)} = ${written(right)}$`];
  if (!ends) {
    const { written: fraction, lines, value } = quotient(right / ONE, by);
    return { steps: [...steps, `Divide both sides by $${by}$: $${x} = ${fraction}$`, ...lines], value };
  }
  const root = right / by;
  if (by === -1) steps.push(`Change all signs: $${x} = ${written(root)}$`);
  else if (by !== 1) steps.push(...decimalQuotientLines(right, by), `Divide both sides by $${by}$: $${x} = ${written(root)}$`);
  return { steps, value: written(root) };
}

/** Scratch for right / by, which must come out in thousandths. */
export function decimalQuotientLines(right: number, by: number): string[] {
  const places = Math.max(placesOf(right), placesOf(right / by));
  const unit = 10 ** (PLACES - places);
  const [whole, divisor] = [Math.abs(right) / unit, Math.abs(by)];
  if (places === 0) return divideLines(whole, divisor);
  return [
    `> without the point: ${whole} / ${divisor} with ${places} decimal ${places === 1 ? 'place' : 'places'}`,
    ...divisionLines(whole, divisor),
    `> ${whole} / ${divisor} = ${whole / divisor}`,
  ];
}
