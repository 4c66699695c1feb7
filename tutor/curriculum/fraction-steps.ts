/** The moves on fractions, each written one way in every family that makes it. */
import { productWork, remainderLines } from './column-arithmetic.ts';
import { addRational, lcm, multiplyRational, type Rational, reduceLines, writeFraction } from './rational.ts';
import { signedTotal } from './signed-sum.ts';
import { timesLines } from './times-lines.ts';

/** The sum of fractions, by their common denominator, down to lowest terms. `written` is the sum as it stands. */
export function addFractions(parts: readonly Rational[], written: string): { steps: string[]; value: Rational } {
  const steps: string[] = [];
  const common = parts.map((part) => part.bottom).reduce(lcm);
  let current = written;
  if (parts.some((part) => part.bottom !== common)) {
    const bottoms = [...new Set(parts.map((part) => part.bottom).filter((bottom) => bottom > 1))];
    if (bottoms.length > 1) steps.push(`> lcm(${bottoms.join(', ')}) = ${common}`);
    const scaled = parts.filter((part) => part.bottom !== common);
    steps.push(...scaled.flatMap((part) => scaleLines(part, common)));
    const next = joinTerms(parts.map((part) => ({ top: part.top * (common / part.bottom), bottom: common })));
    steps.push(`Common denominator $${common}$: $${current} = ${next}$`);
    current = next;
  }
  const tops = parts.map((part) => part.top * (common / part.bottom));
  const top = tops.reduce((left, right) => left + right);
  steps.push(...signedTotal(tops));
  steps.push(
    `${tops.slice(1).every((each) => each < 0) ? 'Subtract' : 'Add'} the numerators: $${current} = ${writeFraction(top, common)}$`,
  );
  steps.push(...reduceLines(top, common));
  return { steps, value: parts.reduce(addRational) };
}

function scaleLines({ top, bottom }: Rational, common: number): string[] {
  const by = common / bottom;
  const size = Math.abs(top);
  const product = `${size} * ${by} = ${size * by}`;
  const work = timesLines(size, by);
  return work.length === 0
    ? [`> ${common} / ${bottom} = ${by}, ${product}`]
    : [`> ${common} / ${bottom} = ${by}`, ...work, ...(work.length === 1 ? [] : [`> ${product}`])];
}

/** "3/4 - 1/6": the signs of later terms become the operations. */
export function joinTerms(parts: readonly Rational[]): string {
  const [first, ...rest] = parts;
  return (
    writeFraction(first.top, first.bottom) +
    rest.map(({ top, bottom }) => `${top < 0 ? ' - ' : ' + '}${writeFraction(Math.abs(top), bottom)}`).join('')
  );
}

/** A fraction as a factor: negative ones in brackets. */
export function fractionFactor({ top, bottom }: Rational): string {
  return top < 0 ? `(${writeFraction(top, bottom)})` : writeFraction(top, bottom);
}

/** a · b down to lowest terms. */
export function multiplyFractions(a: Rational, b: Rational): { steps: string[]; value: Rational } {
  const [top, bottom] = [a.top * b.top, a.bottom * b.bottom];
  const written = `${writeFraction(a.top, a.bottom)} \\cdot ${fractionFactor(b)}`;
  const steps = [
    ...productScratch(Math.abs(a.top), Math.abs(b.top)),
    ...productScratch(a.bottom, b.bottom),
    `Multiply the numerators and the denominators: $${written} = ${writeFraction(top, bottom)}$`,
    ...reduceLines(top, bottom),
  ];
  return { steps, value: multiplyRational(a, b) };
}

function productScratch(a: number, b: number): string[] {
  return a === 1 || b === 1 ? [] : productWork(a, b);
}

/** a ÷ b, written as `written`, down to lowest terms. */
export function divideFractions(a: Rational, b: Rational, written: string): { steps: string[]; value: Rational } {
  const sign = b.top < 0 ? -1 : 1;
  const flipped: Rational = { top: sign * b.bottom, bottom: Math.abs(b.top) };
  const product = multiplyFractions(a, flipped);
  const line = `Dividing is multiplying by the reciprocal: $${written} = ${writeFraction(a.top, a.bottom)} \\cdot ${fractionFactor(flipped)}$`;
  return { steps: [line, ...product.steps], value: product.value };
}

/** 2\frac{1}{3} to \frac{7}{3}, with its scratch line. */
export function mixedToImproper(whole: number, top: number, bottom: number): { scratch: string; value: Rational } {
  return {
    scratch: `> ${whole} * ${bottom} = ${whole * bottom}, ${whole * bottom} + ${top} = ${whole * bottom + top}`,
    value: { top: whole * bottom + top, bottom },
  };
}

/** The lines from an improper fraction in lowest terms to a mixed number; none when it is proper or whole. */
export function improperToMixed({ top, bottom }: Rational): string[] {
  const size = Math.abs(top);
  const whole = Math.floor(size / bottom);
  if (bottom === 1 || whole === 0) return [];
  const rest = size % bottom;
  const sign = top < 0 ? '-' : '';
  return [
    ...remainderLines(size, bottom),
    `As a mixed number: $${writeFraction(top, bottom)} = ${sign}${whole}\\frac{${rest}}{${bottom}}$`,
  ];
}
