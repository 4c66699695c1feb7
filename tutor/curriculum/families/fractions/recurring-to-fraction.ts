import type { Family, Worked } from '../../family.ts';
import { rational, reduceLines, writeFraction, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

/** A recurring decimal as a fraction: two multiples whose decimals agree, subtracted. */
export const recurringToFraction: Family = {
  id: 'recurring-to-fraction',
  topic: 'fractions',
  title: 'Recurring decimals to fractions',
  levels: ['one recurring digit', 'two or three recurring digits', 'digits before the recurring ones'],
  phrasings: [
    'Write {d} as a fraction.',
    '{d} as a fraction',
    'what is {d} as a fraction',
    'Convert {d} to a fraction',
    'Express {d} as a fraction in its simplest form.',
    'Change {d} into a fraction.',
    'whats {d} as a fraction',
    'Which fraction is {d}?',
    'Show that {d} is a fraction: which one?',
    'convert the recurring decimal {d} into a fraction',
    'Write the recurring decimal {d} as a fraction in lowest terms.',
    'turn {d} into a fraction',
    'Find the fraction equal to {d}.',
    '{d} to fraction',
    'how do i write {d} as a fraction',
    'What fraction equals {d}?',
    'Question 12. Express {d} as a fraction.',
    'fraction for {d}',
    'Use algebra to write {d} as a fraction.',
    'Give {d} as a fraction in simplest terms.',
    'what fraction is {d}',
    'Rewrite {d} as a fraction.',
    'i need {d} as a fraction',
    'Work out {d} as a fraction.',
  ],
  make: (rng, level) => shortWorked(() => solve(rng, level), LONGEST),
};

/** Fractions that take longer to reduce are not what school asks for. */
const LONGEST = 700;

function solve(rng: Rng, level: number): Worked {
  const start = level === 3 ? String(rng.int(0, rng.chance(0.8) ? 9 : 99)) : '';
  const period = drawPeriod(rng, level === 1 ? 1 : level === 2 ? rng.int(2, 3) : rng.int(1, 2), start);
  const whole = rng.chance(0.15) ? rng.int(1, 5) : 0;
  const decimal = `${whole}.${start}\\overline{${period}}`;
  const [before, after] = [10 ** start.length, 10 ** (start.length + period.length)];
  const [low, high] = [Number(`${whole}${start}`), Number(`${whole}${start}${period}`)];
  const [top, bottom] = [high - low, after - before];
  return {
    maths: {},
    words: { d: typeRecurring(whole, start, period, rng) },
    steps: [
      `Let $x = ${decimal}$`,
      ...(before > 1 ? [`Multiply by $${before}$: $${before}x = ${low}.\\overline{${period}}$`] : []),
      `Multiply by $${after}$: $${after}x = ${high}.\\overline{${period}}$`,
      ...(low === 0 ? [] : [`> ${high} - ${low} = ${top}`]),
      `Subtract, so that the recurring digits go: $${bottom}x = ${top}$`,
      `Divide by $${bottom}$: $x = ${writeFraction(top, bottom)}$`,
      ...reduceLines(top, bottom),
    ],
    answer: writeRational(rational(top, bottom)),
  };
}

/** Digits that do not repeat among themselves, do not continue the digits before them and are not all nines. */
function drawPeriod(rng: Rng, length: number, start: string): string {
  for (;;) {
    const period = Array.from({ length }, () => rng.int(0, 9)).join('');
    if (/^(.)\1*$/.test(period) && (length > 1 || /[09]/.test(period))) continue;
    if (!start.endsWith(period.at(-1) ?? '')) return period;
  }
}

/** "0.333...", "0.27 recurring", "0.1(6)", or with its bar or dots. */
function typeRecurring(whole: number, start: string, period: string, rng: Rng): string {
  const head = `${whole}.${start}`;
  const shown = period.repeat(period.length === 1 ? rng.int(3, 4) : period.length === 2 ? rng.int(2, 3) : 2);
  const dotted =
    period.length < 3
      ? [...period].map((digit) => `${digit}\u0307`).join('')
      : `${period[0]}\u0307${period[1]}${period[2]}\u0307`;
  const dots = period.length === 1 ? `\\dot{${period}}` : `\\dot{${period[0]}}${period.slice(1, -1)}\\dot{${period.at(-1)}}`;
  const written = [
    `${head}${shown}...`,
    `${head}${shown}...`,
    `${head}${shown}...`,
    `${head}${shown}…`,
    `${head}${dotted}`,
    `$${head}${dots}$`,
    `$${head}\\overline{${period}}$`,
    `${head}(${period})`,
    `${head}${shown} recurring`,
  ];
  if (start === '') written.push(`${head}${period} recurring`, `${head}${period} repeating`, `${head}${period} recurring`);
  return rng.pick(written);
}
