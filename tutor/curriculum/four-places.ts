/** Quotients rounded to four decimal places by long division to the fifth. */
import { divisionLines } from './column-arithmetic.ts';
import { trimDecimal, writeDecimal } from './decimal.ts';

export interface Rounded {
  readonly steps: string[];
  /** Without zeros at its end: "0.75", "3". */
  readonly value: string;
}

/** top / bottom, both positive; `top` is a whole number of 10^-places. */
export function fourPlaces(top: number, bottom: number, places = 0): Rounded {
  const long = top * 10 ** (5 - places);
  const scaled = Math.floor(long / bottom);
  const value = trimDecimal(Math.floor((scaled + 5) / 10), 4);
  const steps = [
    `> ${writeDecimal(top, places)} / ${bottom} with five decimal places, without the point`,
    ...divisionLines(long, bottom),
    `> so ${writeDecimal(scaled, 5)}, and the fifth place is ${scaled % 10}`,
    `Rounded to four places: ${value}`,
  ];
  return { steps, value };
}
