import { columnDifference } from '../../column-arithmetic.ts';
import { trimDecimal, writeDecimal } from '../../decimal.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { timesLines } from '../../times-lines.ts';

/** Logarithms are whole numbers of hundred-thousandths, as a table with five places gives them. */
const ONE = 100_000;
/** Characters of a solution: hardly anything but digits, which take a token each. */
const LONGEST = 860;

/** Powers of decimals to three significant figures, by a table of logarithms for numbers with three digits. */
export const powerFigures: Family = {
  id: 'power-figures',
  topic: 'arithmetic',
  title: 'Powers to three significant figures',
  levels: ['small powers', 'numbers up to 1000', 'numbers up to 1000, any exponent', 'numbers up to 1000, any sign'],
  phrasings: [
    "Your task is to compute an exponentiation of a number.\n\nCompute {power}. Return your final answer correct to 3 significant figures.\nProvide your answer in scientific notation using 'e' notation (e.g., {example}).",
    'Compute {power}. Return your final answer correct to 3 significant figures.',
    'Compute {power} to 3 significant figures in scientific notation.',
    'What is {power} to 3 significant figures? Use standard form.',
    "Your task is to raise a number to a power.\n\nCompute {power}. Give the result correct to 3 significant figures, in 'e' notation (such as {example}).",
    'work out {power} in standard form to 3 sf',
    'Calculate {power} and give the result in scientific notation with 3 significant figures.',
    'Find {power}, correct to three significant figures, in standard form.',
    "Evaluate {power}. Provide your answer in scientific notation using 'e' notation with 3 significant figures.",
    'Give {power} in scientific notation to 3 significant figures.',
    'Compute {power}. Return your final answer correct to 3 significant figures.\nProvide your answer in scientific notation (e.g., {example}).',
    '{power} to 3 sig figs, scientific notation',
    'Question 5. Work out {power} to 3 significant figures. Write it in standard form.',
    'Use logarithms to find {power} to 3 significant figures in standard form.',
    'how much is {power} in scientific notation, 3 significant figures',
    'Write {power} in scientific notation, correct to 3 significant figures.',
    "Find the power {power}. The answer has 3 significant figures and 'e' notation, e.g. {example}.",
  ],
  make(rng, level) {
    for (;;) {
      const { size, places, negative, exponent } = draw(rng, level);
      const worked = raise(size, places, negative, exponent);
      if (worked === undefined || worked.steps.join('\n').length > LONGEST) continue;
      const base = `${negative ? '-' : ''}${trimDecimal(size, places)}`;
      const bracket = rng.chance(0.25);
      return {
        maths: {},
        words: {
          power: `${bracket ? `(${base})` : base}${rng.chance(0.85) ? '^' : '**'}${bracket && exponent < 0 ? `(${exponent})` : exponent}`,
          example: `${rng.int(1, 9)}.${rng.int(10, 99)}e${rng.chance(0.5) ? '+' : '-'}${rng.int(1, 20)}`,
        },
        ...worked,
      };
    }
  },
};

function draw(rng: Rng, level: number) {
  const places = level === 1 ? rng.int(0, 2) : 4;
  const size = level === 1 ? rng.sized(2, 99 * 10 ** places) : rng.int(1000, 1000 * 10 ** places);
  const upTo = level === 1 ? 4 : 8;
  const turned = level > 2 && rng.chance(0.5);
  return {
    size,
    places,
    negative: level === 4 || (level === 3 && rng.chance(0.3)),
    exponent: rng.int(level === 1 ? 2 : 0, upTo) * (turned ? -1 : 1) + 0,
  };
}

/** (± size / 10^places)^exponent; undefined where five places of the logarithm do not settle the third figure. */
function raise(size: number, places: number, negative: boolean, exponent: number): Pick<Worked, 'steps' | 'answer'> | undefined {
  const positive = size / 10 ** places;
  const minus = negative && exponent % 2 !== 0 ? '-' : '';
  const [figures, power] = (positive ** exponent).toExponential(2).split('e');
  const answer = `${minus}${figures} \\times 10^{${Number(power)}}`;
  const sign =
    negative && exponent !== 0
      ? [`The exponent is ${minus === '' ? 'even, so the result is positive' : 'odd, so the result is negative'}`]
      : [];
  if (exponent === 0) return { steps: ['Any number to the power $0$ is $1$', `In standard form: $1 = ${answer}$`], answer };
  if (exponent === 1) {
    const exact = `${minus}${trimDecimal(size, places)}`;
    return { steps: [`The power $1$ changes nothing: $${exact}$`, `With three figures: $${exact} \\approx ${answer}$`], answer };
  }
  const log = logarithm(size, places);
  const product = log.value * exponent;
  const whole = Math.floor(product / ONE);
  const part = product - whole * ONE;
  const found = lookUp(part);
  if (found === undefined || `${found.figures}e${whole}` !== `${figures}e${Number(power)}`) return undefined;
  const written = writeDecimal(product, 5);
  return {
    steps: [
      ...sign,
      ...log.lines,
      ...timesLines(log.value, exponent),
      `Times the exponent: $${writeDecimal(log.value, 5)} \\cdot ${exponent < 0 ? `(${exponent})` : exponent} = ${written}$`,
      ...(product < 0 && part > 0 ? [columnDifference(ONE, ONE - part)] : []),
      ...(whole === 0 ? [] : [`Whole part first: $${written} = ${whole} + ${writeDecimal(part, 5)}$`]),
      ...found.lines,
      `With the power of ten: $${answer}$`,
    ],
    answer,
  };
}

/** log of m/100 for a whole number m from 100 to 1000. */
function table(m: number): number {
  return Math.round(Math.log10(m / 100) * ONE);
}

function entry(m: number): string {
  return `log ${writeDecimal(m, 2)} is ${writeDecimal(table(m), 5)}`;
}

/** The logarithm of size / 10^places: the table at three digits, and the part of the next step that two more digits make. */
function logarithm(size: number, places: number): { lines: string[]; value: number } {
  const written = trimDecimal(size, places);
  const digits = String(size);
  const exponent = digits.length - 1 - places;
  const mantissa = trimDecimal(size, digits.length - 1);
  const padded = digits.padEnd(5, '0');
  const five = Math.round(Number(`${padded.slice(0, 5)}.${padded.slice(5)}`));
  const three = Math.floor(five / 100);
  const rest = five - three * 100;
  const apart = rest === 0 ? 0 : table(three + 1) - table(three);
  const added = Math.round((apart * rest) / 100);
  const part = table(three) + added;
  const value = exponent * ONE + part;
  const step = [
    `> ${entry(three)}, ${entry(three + 1)}, ${apart} apart`,
    ...timesLines(apart, rest),
    `> ${apart} * 0.${String(rest).padStart(2, '0')} is about ${added}`,
    `> log ${writeDecimal(five, 4)} is ${writeDecimal(part, 5)}`,
  ];
  return {
    lines: [
      ...(exponent === 0 ? [] : [`Standard form: $${written} = ${mantissa} \\times 10^{${exponent}}$`]),
      ...(rest === 0 ? [`> ${entry(three)}`] : step),
      `Logarithm: $${exponent === 0 ? '' : `${exponent} + ${writeDecimal(part, 5)} = `}${writeDecimal(value, 5)}$`,
    ],
    value,
  };
}

/**
 * The three digits whose logarithm is nearest; undefined where two are nearly as near. The tenths around it come first,
 * since the right step is found more surely among ten than among nine hundred, and the distance goes by columns.
 */
function lookUp(part: number): { lines: string[]; figures: string } | undefined {
  const low = Math.floor(100 * 10 ** (part / ONE) + 1e-9);
  const m = table(low) > part ? low - 1 : low;
  if (m >= 999) return undefined;
  const [under, over] = [part - table(m), table(m + 1) - part];
  if (under === over) return undefined;
  const near = under < over ? m : m + 1;
  const tenths = m - (m % 10);
  return {
    lines: [
      `> ${entry(tenths)}, ${entry(tenths + 10)}`,
      `> ${entry(m)}, ${entry(m + 1)}, ${under + over} apart`,
      columnDifference(part, table(m)),
      `> ${under} above, ${under + over} - ${under} = ${over} below`,
      `So the digits are $${writeDecimal(near, 2)}$`,
    ],
    figures: writeDecimal(near, 2),
  };
}
