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
import type { Family, Worked } from '../../family.ts';
import { totalLines } from '../../list-total.ts';
import type { Rng } from '../../rng.ts';
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
  levels: ['dates', 'dates with a time of day', 'times of day in two zones'],
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
    const to = addDays(from, rng.int(level === 3 ? 3 : 1, 100));
    const days = daysBetween(from, to);
    const lines = daysBetweenLines(from, to);
    if (level === 1) {
      const words = { from: write(from), to: write(to), format: 'D days' };
      const answer = `${days} ${days === 1 ? 'day' : 'days'}`;
      return { maths: {}, words, steps: lines, answer: `\\text{${answer}}` };
    }
    return withTimes(rng, { from, to, lines, write, zoned: level === 3 });
  },
};

interface Dates {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Working of the days between them. */
  readonly lines: readonly string[];
  readonly write: (date: CalendarDate) => string;
  readonly zoned: boolean;
}

/** A time of day on both dates, each in a zone of its own if asked for. Seconds that the format leaves out are dropped. */
function withTimes(rng: Rng, { from, to, lines, write, zoned }: Dates): Worked {
  const days = daysBetween(from, to);
  const parts = rng.chance(0.4) ? 3 : 2;
  const [start, end] = [drawClock(rng, parts), drawClock(rng, parts)];
  const { lines: clock, time, borrowed } = clockDifference(start, end);
  const whole = days - (borrowed ? 1 : 0);
  const zones = zoned ? [rng.int(-12, 12), rng.int(-12, 12)] : [];
  const shifted = zoned ? shiftLines(whole, time[0], zones[0] - zones[1]) : { lines: [], days: whole, hours: time[0] };
  const format = rng.pick(['HH:MM', 'HH:MM:SS']);
  const [, minutes, seconds = 0] = time;
  const told = [shifted.hours, minutes, ...(format === 'HH:MM' ? [] : [seconds])];
  const before = rng.pick([' ', ' ', ', ', ' at ']);
  const zone = (index: number) => (zoned ? ` ${writeZone(zones[index])}` : '');
  return {
    maths: {},
    words: {
      from: `${write(from)}${before}${writeClock(start)}${zone(0)}`,
      to: `${write(to)}${before}${writeClock(end)}${zone(1)}`,
      format: `D days, ${format}`,
    },
    steps: [
      ...lines,
      'Then the times, from the smallest part up',
      ...clock,
      ...(borrowed ? [`The hours took a day: $${days} - 1 = ${whole}$`] : []),
      ...shifted.lines,
      `The answer is asked for as D days, ${format}`,
    ],
    answer: `\\text{${shifted.days} ${shifted.days === 1 ? 'day' : 'days'}, ${writeClock(told)}}`,
  };
}

/** Whole hours from UTC: -7 as "-0700". */
function writeZone(hours: number): string {
  return `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}00`;
}

/** What zones add to days and hours on the clocks: the start's hours ahead of the end's. */
function shiftLines(days: number, hours: number, ahead: number): { lines: string[]; days: number; hours: number } {
  const moved = hours + ahead;
  const carried = Math.floor(moved / 24);
  const lines = [
    `The zones differ by hours: $${ahead}$`,
    `> hours: ${hours} ${ahead < 0 ? '-' : '+'} ${Math.abs(ahead)} = ${moved}`,
  ];
  if (carried !== 0) {
    lines.push(
      carried > 0
        ? `A day is full: $${moved} - 24 = ${moved - 24}$ hours, $${days} + 1 = ${days + 1}$ days`
        : `Take a day: $24 - ${-moved} = ${moved + 24}$ hours, $${days} - 1 = ${days - 1}$ days`,
    );
  }
  return { lines, days: days + carried, hours: moved - carried * 24 };
}
