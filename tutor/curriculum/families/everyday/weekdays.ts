import { type CalendarDate, drawDate, FIRST_YEAR, LAST_YEAR, MONTHS, WEEKDAYS, weekdayOf, writeDate } from '../../calendar.ts';
import type { Family } from '../../family.ts';
import { weekdayAfter, weekdayFromNewYear } from './weekday-steps.ts';

/** Weekdays some days before or after a day. */
export const weekdayOffset: Family = {
  id: 'weekday-offset',
  topic: 'words',
  title: 'The weekday some days later or earlier',
  levels: ['up to 30 days', 'up to 400 days'],
  phrasings: [
    'If today is {date}, {asked}?',
    'Starting from {date}, which weekday {is} it {shift}? Reply with just the weekday name.',
    'Today is {date}. What day of the week {is} it {shift}?',
    "Count {direction} {n} days from {date} - what's the weekday? Answer with the weekday's name.",
    'what day is it {shift} if today is {date}',
    'It is {date}. Which day of the week {is} it {shift}?',
    'If today is {date}, which weekday {is} it {shift}? Give the weekday name in full.',
    'Starting from {date}, which weekday falls {shift}?',
    'If it is {date} now, what weekday {is} it {shift}?',
    'today is {date}, name the weekday {shift}',
    'Take {date}. Name the day of the week {shift}.',
    'A parcel is sent on {date}. What day of the week is it {shift}?',
    'What weekday is {shift}, counted from {date}?',
    'Given that today is {date}, find the weekday {shift}.',
    'If today is {date}, what day of the week {is} it {shift}? State the weekday (Monday through Sunday).',
    'Move {n} days {direction} from {date}. Which weekday do you reach?',
    'Starting from {date}, which weekday {is} it {shift}? Provide the full name of the weekday.',
  ],
  make(rng, level) {
    const start = drawDate(rng, 1990, 2040);
    const n = rng.sized(1, level === 1 ? 30 : 400);
    const back = rng.chance(0.5);
    const from = weekdayOf(start);
    const { steps, weekday } = weekdayAfter(from, back ? -n : n);
    const days = `${n} ${n === 1 ? 'day' : 'days'}`;
    return {
      maths: {},
      words: {
        date: rng.chance(0.6) ? `${WEEKDAYS[from]}, ${writeDate(start)}` : WEEKDAYS[from],
        n: String(n),
        direction: back ? 'backward' : 'forward',
        shift: back
          ? rng.pick([`${days} before`, `${days} ago`, `${days} earlier`])
          : rng.pick([`${days} after`, `${days} later`]),
        is: back ? 'was' : 'is',
        asked: back ? `what day of the week was it ${days} ago` : `what day of the week will it be in ${days}`,
      },
      steps,
      answer: `\\text{${WEEKDAYS[weekday]}}`,
    };
  },
};

/** The weekday of a date, with January 1 given or known. */
export const weekdayOfDate: Family = {
  id: 'weekday-of-date',
  topic: 'words',
  title: 'The weekday of a date',
  levels: ['January 1 is given', 'the year is given'],
  phrasings: [
    '{given} {date}? Give the weekday name in full.',
    '{given} {date}?',
    "{given} {date}? Answer with the weekday's name (e.g., Monday, Tuesday, etc.).",
    '{given} {date}? Reply with just the weekday name.',
    '{given} {date}',
    'Question 3. {given} {date}?',
    '{given} {date}? State the weekday (Monday through Sunday).',
    '{given} {date}? Write out the full weekday name.',
    '{given} {date}? Provide the full name of the weekday.',
    '{given} {date} please',
    '{given} {date}? Respond with the weekday (Monday-Sunday).',
    '{given} {date}? Show your steps.',
    '{given} {date}? Answer using the complete weekday name.',
    'can you tell me: {given} {date}',
    '{given} {date}? Name the day of the week in full.',
    'I need to know: {given} {date}?',
  ],
  make(rng, level) {
    const given = level === 1;
    const date = given ? drawDate(rng, 2001, 2003) : drawDate(rng, FIRST_YEAR, LAST_YEAR);
    const newYear = given ? rng.int(0, 6) : weekdayOf({ ...date, month: 0, day: 1 });
    const { steps, weekday } = weekdayFromNewYear(date, newYear);
    const day = `${MONTHS[date.month]} ${date.day}`;
    const first = WEEKDAYS[newYear];
    return {
      maths: {},
      words: given
        ? {
            given: rng.pick([
              `In a year where ${first} is January 1st and February has 28 days, which weekday is`,
              `In a year where ${first} is January 1st, what is the weekday of`,
              `Given that January 1 fell on a ${first}, which weekday occurs on`,
              `If the first day of the year was a ${first}, what day of the week will it be on`,
            ]),
            date: day,
          }
        : {
            given: rng.pick([
              'What day of the week was',
              'On which weekday falls',
              'What is the day of the week for',
              'Which weekday is',
            ]),
            date: rng.chance(0.6) ? writeDate(date) : slashed(date),
          },
      steps: [...(given ? [] : [`January 1, ${date.year} is a ${first}`]), ...steps],
      answer: `\\text{${WEEKDAYS[weekday]}}`,
    };
  },
};

function slashed({ year, month, day }: CalendarDate): string {
  return `${String(month + 1).padStart(2, '0')}/${String(day).padStart(2, '0')}/${year}`;
}
