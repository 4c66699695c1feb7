/** The moves on percentages, each written one way in every family that makes it. */
import { differenceLines, productWork, sumLines } from './column-arithmetic.ts';
import { type Decimal, rescale, trimDecimal, writeDecimal } from './decimal.ts';

/** p % of an amount: as a fraction of a hundred, multiplied, divided. */
export function percentOf(percent: Decimal, amount: Decimal): { steps: string[]; value: Decimal } {
  const [p, n] = [trimDecimal(percent.scaled, percent.places), trimDecimal(amount.scaled, amount.places)];
  const product = { scaled: percent.scaled * amount.scaled, places: percent.places + amount.places };
  const written = trimDecimal(product.scaled, product.places);
  const value = { scaled: product.scaled, places: product.places + 2 };
  const pointless = product.places === 0 ? [] : [`> without the points: ${percent.scaled} * ${amount.scaled}`];
  const tied = product.places === 0 ? [] : [`> ${p} * ${n} = ${written}`];
  return {
    steps: [
      `Percent means out of a hundred: $${p}\\% = \\frac{${p}}{100}$`,
      ...pointless,
      ...productWork(percent.scaled, amount.scaled),
      ...tied,
      `Multiply by $${n}$ and divide by $100$: $\\frac{${p}}{100} \\cdot ${n} = \\frac{${written}}{100} = ${trimDecimal(value.scaled, value.places)}$`,
    ],
    value,
  };
}

/** a ± b with the points lined up; the result of a difference is not negative. */
export function combineDecimals(a: Decimal, sign: '+' | '-', b: Decimal): { steps: string[]; value: Decimal } {
  const places = Math.max(shortest(a).places, shortest(b).places);
  const [p, q] = [rescale(a, places), rescale(b, places)];
  const scaled = sign === '+' ? p + q : p - q;
  const work = sign === '+' ? sumLines(p, q) : differenceLines(p, q);
  const aligned = `${writeDecimal(p, places)} ${sign} ${writeDecimal(q, places)}`;
  const [written, short] = [writeDecimal(scaled, places), trimDecimal(scaled, places)];
  return {
    steps: [
      ...(places === 0 ? work : [`> without the points: ${p} ${sign} ${q}`, ...work, `> ${p} ${sign} ${q} = ${scaled}`]),
      `${sign === '+' ? 'Add' : 'Subtract'}: $${aligned} = ${written === short ? short : `${written} = ${short}`}$`,
    ],
    value: { scaled, places },
  };
}

/** Without zeros at the end. */
function shortest({ scaled, places }: Decimal): Decimal {
  return places > 0 && scaled % 10 === 0 ? shortest({ scaled: scaled / 10, places: places - 1 }) : { scaled, places };
}
