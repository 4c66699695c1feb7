import {
  addDays,
  type CalendarDate,
  dateWriter,
  daysBetween,
  drawDate,
  isLeapYear,
  MONTHS,
  monthLength,
} from '../../calendar.ts';
import type { Family } from '../../family.ts';
import { totalLines } from '../../list-total.ts';
import { clockDifference, drawClock, writeClock } from './elapsed-time.ts';

/** Days from one date to the next: what is left of the first month, whole months, then the days of the last. */
export function daysBetweenLines(from: CalendarDate, to: CalendarDate): string[] {
  if (from.year === to.year && from.month === to.month) {
    return [`Both days are in ${MONTHS[from.month]}: $${to.day} - ${from.day} = ${to.day - from.day}$`];
  }
  const lines: string[] = [];
  const parts: number[] = [];
  let at = from;
  while (at.year !== to.year || at.month !== to.month) {
    const length = monthLength(at.year, at.month);
    const leap = isLeapYear(at.year) ? `${at.year} is a leap year` : `${at.year} is not a leap year`;
    if (at.month === 1) lines.push(`> ${leap}, so February has ${length} days`);
    const rest = length - (parts.length === 0 ? from.day : 0);
    lines.push(
      parts.length === 0
        ? `> left in ${MONTHS[at.month]}: ${length} - ${from.day} = ${rest}`
        : `> ${MONTHS[at.month]}: ${length}`,
    );
    parts.push(rest);
    at = addDays({ ...at, day: 1 }, length);
  }
  lines.push(`> ${MONTHS[to.month]}: ${to.day}`);
  return [...lines, ...totalLines([...parts, to.day], 'Add the days').steps];
}

/** Days, or days and a time, between two dates. */
export const daysBetweenDates: Family = {
  id: 'days-between',
  topic: 'words',
  title: 'Days between two dates',
  levels: ['dates', 'dates with a time of day'],
  phrasings: [
    'How much time elapsed from {from} to {to}? Give your answer in {format}.',
    'What is the duration between {from} and {to}? Please answer in {format}.',
    'How many days are there from {from} to {to}? Answer in {format}.',
    'A project started at {from} and ended at {to}. How long did it take? Answer in {format}.',
    'A flight departed at {from} and arrived at {to}. How long was the flight? Answer in {format}.',
    'Calculate the time difference between {from} and {to}. Express the result in {format}.',
    'how long is it from {from} to {to} in {format}',
    'A meeting started at {from} and ended at {to}. How long was the meeting? Answer in {format}.',
    'Find the time between {from} and {to} as {format}.',
    'A system operation started at {from} and completed at {to}. What was the operation duration? Answer in {format}.',
    'how much time is there between {from} and {to}, as {format}',
    'A video call started at {from} and ended at {to}. How long was the call? Answer in {format}.',
    'A database query started at {from} and ended at {to}. How long did the query take? Answer in {format}.',
    'A holiday begins at {from} and ends at {to}. How long is it, in {format}?',
    'A system backup started at {from} and completed at {to}. What was the total backup duration? Answer in {format}.',
    'Work out how long it is from {from} until {to}. Answer in {format}.',
    'A conference began at {from} and ended at {to}. How long was the conference? Answer in {format}.',
  ],
  make(rng, level) {
    const write = dateWriter(rng);
    const from = rng.chance(0.5) ? drawDate(rng, 1900, 3000) : drawDate(rng, 2000, 2035);
    const to = addDays(from, rng.int(1, 100));
    const days = daysBetween(from, to);
    const lines = daysBetweenLines(from, to);
    if (level === 1) {
      const words = { from: write(from), to: write(to), format: 'D days' };
      const answer = `${days} ${days === 1 ? 'day' : 'days'}`;
      return { maths: {}, words, steps: lines, answer: `\\text{${answer}}` };
    }
    const [start, end] = [drawClock(rng, 2), drawClock(rng, 2)];
    const { lines: clock, time, borrowed } = clockDifference(start, end);
    const whole = days - (borrowed ? 1 : 0);
    const comma = rng.chance(0.3) ? ',' : '';
    return {
      maths: {},
      words: {
        from: `${write(from)}${comma} ${writeClock(start)}`,
        to: `${write(to)}${comma} ${writeClock(end)}`,
        format: 'D days, HH:MM:SS',
      },
      steps: [
        ...lines,
        'Then the times, from the smallest part up',
        ...clock,
        ...(borrowed ? [`The hours took a day: $${days} - 1 = ${whole}$`] : []),
      ],
      answer: `\\text{${whole} ${whole === 1 ? 'day' : 'days'}, ${writeClock([...time, 0])}}`,
    };
  },
};
