import type { Family, Worked } from '../../family.ts';

/** The digit at a named place: the digits told from the units up. */
export const placeValue: Family = {
  id: 'place-value',
  topic: 'number',
  title: 'Place value',
  levels: ['up to six digits', 'up to twelve digits'],
  phrasings: [
    'What is the {place} digit of <n>?',
    'Find the {place} digit of <n>.',
    '{place} digit of <n>',
    'What digit is in the {place} place of <n>?',
    'which digit of <n> is in the {place} place',
    'Give the {place} digit of <n>.',
    'Write down the {place} digit of <n>.',
    'State the {place} digit in <n>.',
    'what is the {place} digit in <n>',
    'In <n>, which digit stands for the {place}?',
    'Which digit is in the {place} column of <n>?',
    'Name the {place} digit of the number <n>.',
    'Question 1. What is the {place} digit of <n>?',
    'whats the {place} digit of <n>',
    'Determine the {place} digit of <n>.',
    'the {place} digit of <n> is?',
    'Look at <n>. What is its {place} digit?',
    'Identify the {place} digit in <n>.',
  ],
  make(rng, level) {
    const n = rng.sized(level === 1 ? 1 : 100_000, level === 1 ? 999_999 : 999_999_999_999);
    const place = rng.int(0, String(n).length - 1);
    return { maths: { n: String(n) }, words: { place: placeName(place) }, ...solvePlace(n, place) };
  },
};

const THOUSANDS: readonly string[] = ['', 'thousands', 'millions', 'billions', 'trillions'];

/** Place 0 is the units. */
export function placeName(place: number): string {
  const group = THOUSANDS[Math.floor(place / 3)];
  if (group === '') return ['units', 'tens', 'hundreds'][place];
  return `${['', 'ten ', 'hundred '][place % 3]}${group}`;
}

export function solvePlace(n: number, place: number): Pick<Worked, 'steps' | 'answer'> {
  const digits = [...String(n)].reverse().slice(0, place + 1);
  return {
    steps: [
      `> from the right: ${digits.map((digit, index) => `${digit} ${placeName(index)}`).join(', ')}`,
      `The ${placeName(place)} digit is $${digits[place]}$`,
    ],
    answer: digits[place],
  };
}
