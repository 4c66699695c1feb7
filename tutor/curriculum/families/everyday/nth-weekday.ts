import { drawDate, FIRST_YEAR, LAST_YEAR, MONTHS, monthLength, WEEKDAYS, weekdayOf } from '../../calendar.ts';
import type { Family } from '../../family.ts';
import { weekdayFromNewYear } from './weekday-steps.ts';

const ORDINALS: readonly string[] = ['first', 'second', 'third', 'fourth', 'last'];
const NAMES: readonly string[] = ['first', 'second', 'third', 'fourth', 'fifth'];

/** The date of, say, the third Friday of a month. */
export const nthWeekday: Family = {
  id: 'nth-weekday',
  topic: 'words',
  title: 'The date of a weekday of a month',
  levels: ['first to fourth', 'first to last'],
  phrasings: [
    'If a meeting is scheduled on the {nth} {weekday} of {month}, on which day of the month does it occur? Respond with just the number.',
    'In {month}, if an event recurs on the {nth} {weekday}, what is the date (day of the month) of the event? Answer with a number.',
    'Determine the day of the month for the {nth} {weekday} in {month}. Write the total number.',
    'What date is the {nth} {weekday} of {month}?',
    'Which day of the month is the {nth} {weekday} in {month}?',
    'on what date is the {nth} {weekday} of {month}',
    'A club meets on the {nth} {weekday} of {month}. Which day of the month is that?',
    'Determine the day of the month for the {nth} {weekday} in {month}. Answer with -1 if the ordinal does not exist in the month.',
    'Find the day of the month of the {nth} {weekday} of {month}.',
    'when is the {nth} {weekday} of {month}',
    'If an exam is on the {nth} {weekday} of {month}, what is its day of the month? State the amount as a number.',
    'Give the day of the month for the {nth} {weekday} of {month}.',
    'Question 4. On which day of the month is the {nth} {weekday} of {month}?',
    'If a meeting is scheduled on the {nth} {weekday} of {month}, on which day of the month does it occur? Answer with a number. Answer with -1 if the ordinal does not exist in the month.',
    'In {month}, if an event recurs on the {nth} {weekday}, what is the date (day of the month) of the event? Respond with just the number. Answer with -1 if the ordinal does not exist in the month.',
    '{nth} {weekday} of {month}, which date?',
    'Determine the day of the month for the {nth} {weekday} in {month}. Reply with the numerical value. Answer with -1 if the ordinal does not exist in the month.',
  ],
  make(rng, level) {
    const { year, month } = drawDate(rng, FIRST_YEAR, LAST_YEAR);
    const weekday = rng.int(0, 6);
    const nth = rng.int(0, level === 1 ? 3 : 4);
    const newYear = weekdayOf({ year, month: 0, day: 1 });
    const { steps, weekday: firstDay } = weekdayFromNewYear({ year, month, day: 1 }, newYear);
    const wait = (weekday - firstDay + 7) % 7;
    const dates = [0, 1, 2, 3, 4].map((week) => 1 + wait + 7 * week).filter((day) => day <= monthLength(year, month));
    const answer = nth === 4 ? dates[dates.length - 1] : dates[nth];
    return {
      maths: {},
      words: { nth: ORDINALS[nth], weekday: WEEKDAYS[weekday], month: `${MONTHS[month]} ${year}` },
      steps: [
        `Wanted: the ${ORDINALS[nth]} ${WEEKDAYS[weekday]} of ${MONTHS[month]} ${year}`,
        `January 1, ${year} is a ${WEEKDAYS[newYear]}`,
        ...steps,
        `So ${MONTHS[month]} 1 is a ${WEEKDAYS[firstDay]}, and the first ${WEEKDAYS[weekday]} is $${wait}$ days later: $1 + ${wait} = ${1 + wait}$`,
        `Every ${WEEKDAYS[weekday]}, week by week: ${dates.map((date, week) => `${NAMES[week]} $${date}$`).join(', ')}`,
        `The ${ORDINALS[nth]} is $${answer}$`,
      ],
      answer: String(answer),
    };
  },
};
