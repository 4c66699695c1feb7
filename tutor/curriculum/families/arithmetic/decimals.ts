import { differenceLines, divisionLines, productWork, sumLines } from '../../column-arithmetic.ts';
import { type Decimal, trimDecimal, writeDecimal } from '../../decimal.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { EVALUATE } from './evaluate-phrasings.ts';

/** Decimals: line up the points, or leave them out and put them back. */
export const decimals: Family = {
  id: 'decimals',
  topic: 'arithmetic',
  title: 'Decimals',
  levels: ['addition and subtraction', 'multiplication', 'division'],
  phrasings: EVALUATE,
  make(rng, level) {
    switch (level) {
      case 1:
        return addOrSubtract(rng);
      case 2:
        return multiply(rng);
      default:
        return divide(rng);
    }
  },
};

/** Its last digit is not zero unless it is whole. */
function draw(rng: Rng, size: number, places: number): Decimal {
  for (;;) {
    const scaled = rng.sized(1, size);
    if (places === 0 || scaled % 10 !== 0) return { scaled, places };
  }
}

function write({ scaled, places }: Decimal): string {
  return writeDecimal(scaled, places);
}

function addOrSubtract(rng: Rng): Worked {
  const a = draw(rng, 9999, rng.int(0, 3));
  const b = draw(rng, 9999, rng.int(a.places === 0 ? 1 : 0, 3));
  const sign = rng.chance(0.5) ? '+' : '-';
  const places = Math.max(a.places, b.places);
  const [p, q] = [a.scaled * 10 ** (places - a.places), b.scaled * 10 ** (places - b.places)];
  const expr = `${write(a)} ${sign} ${write(b)}`;
  const aligned = `${writeDecimal(p, places)} ${sign} ${writeDecimal(q, places)}`;
  const steps =
    aligned === expr ? [] : [`Write both with $${places}$ decimal ${places === 1 ? 'place' : 'places'}: $${expr} = ${aligned}$`];
  const scaled = sign === '+' ? p + q : p - q;
  const written = writeDecimal(scaled, places);
  const answer = trimDecimal(scaled, places);
  if (sign === '+') steps.push(`> without the points: ${p} + ${q}`, ...sumLines(p, q));
  else if (p >= q) steps.push(`> without the points: ${p} - ${q}`, ...differenceLines(p, q));
  else steps.push(`> without the points: ${p} - ${q} = -(${q} - ${p})`, ...differenceLines(q, p));
  steps.push(`> ${p} ${sign} ${q} = ${scaled}`);
  steps.push(`${sign === '+' ? 'Add' : 'Subtract'}: $${aligned} = ${written === answer ? answer : `${written} = ${answer}`}$`);
  return { maths: { expr }, steps, answer };
}

function multiply(rng: Rng): Worked {
  const a = draw(rng, rng.chance(0.3) ? 9999 : 999, rng.int(1, 3));
  const b = draw(rng, 99, rng.int(0, 2));
  const places = a.places + b.places;
  const product = a.scaled * b.scaled;
  const expr = `${write(a)} \\cdot ${write(b)}`;
  const written = writeDecimal(product, places);
  const answer = trimDecimal(product, places);
  return {
    maths: { expr },
    steps: [
      `> without the points: ${a.scaled} * ${b.scaled}`,
      ...productWork(a.scaled, b.scaled),
      `Count the decimal places: $${a.places} + ${b.places} = ${places}$`,
      `Put the point back: $${expr} = ${written === answer ? answer : `${written} = ${answer}`}$`,
    ],
    answer,
  };
}

/** a / b = q, with q drawn first so that the division ends. */
function divide(rng: Rng): Worked {
  const b = draw(rng, 25, rng.int(0, 2));
  const q = draw(rng, 999, rng.int(b.places === 0 ? 1 : 0, 2));
  const dividend: Decimal = trim({ scaled: b.scaled * q.scaled, places: b.places + q.places });
  const expr = `${write(dividend)} \\div ${write(b)}`;
  const steps: string[] = [];
  const shifted: Decimal = {
    scaled: dividend.scaled * 10 ** Math.max(0, b.places - dividend.places),
    places: Math.max(0, dividend.places - b.places),
  };
  const simpler = `${write(shifted)} \\div ${b.scaled}`;
  if (b.places > 0) steps.push(`Multiply both by $${10 ** b.places}$: $${expr} = ${simpler}$`);
  // The quotient has as many places as the dividend, or more when it does not come out.
  const extra = Math.max(0, q.places - shifted.places);
  const whole = shifted.scaled * 10 ** extra;
  const places = shifted.places + extra;
  const result = whole / b.scaled;
  const answer = trimDecimal(result, places);
  if (places > 0)
    steps.push(`> without the point: ${whole} / ${b.scaled} with ${places} decimal ${places === 1 ? 'place' : 'places'}`);
  if (b.scaled > 1) steps.push(...divisionLines(whole, b.scaled));
  steps.push(`> ${whole} / ${b.scaled} = ${result}`, `Divide: $${expr} = ${answer}$`);
  return { maths: { expr }, steps, answer };
}

function trim({ scaled, places }: Decimal): Decimal {
  return places > 0 && scaled % 10 === 0 ? trim({ scaled: scaled / 10, places: places - 1 }) : { scaled, places };
}
