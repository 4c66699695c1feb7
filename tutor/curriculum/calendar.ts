/** Months, dates and weekdays of the Gregorian calendar, as the date families count with them. */
import type { Rng } from './rng.ts';

export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const WEEKDAYS: readonly string[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Years whose first weekday is taught by heart. */
export const FIRST_YEAR = 2018;
export const LAST_YEAR = 2030;

/** `month` counts from 0, `day` from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function monthLength(year: number, month: number): number {
  return month === 1 && isLeapYear(year) ? 29 : [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month];
}

/** Days since the start of 1970. */
function dayNumber({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month, day) / 86_400_000;
}

export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = new Date((dayNumber(date) + days) * 86_400_000);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth(), day: moved.getUTCDate() };
}

/** 0 is Monday; 1970 began on a Thursday. */
export function weekdayOf(date: CalendarDate): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7;
}

export function drawDate(rng: Rng, firstYear: number, lastYear: number): CalendarDate {
  const year = rng.int(firstYear, lastYear);
  const month = rng.int(0, 11);
  return { year, month, day: rng.int(1, monthLength(year, month)) };
}

/** "March 5, 2022". */
export function writeDate({ year, month, day }: CalendarDate): string {
  return `${MONTHS[month]} ${day}, ${year}`;
}

/** Some way of writing dates, kept through a question. */
export function dateWriter(rng: Rng): (date: CalendarDate) => string {
  const two = (n: number) => String(n).padStart(2, '0');
  const weekday = (date: CalendarDate) => WEEKDAYS[weekdayOf(date)];
  return rng.pick<(date: CalendarDate) => string>([
    writeDate,
    ({ year, month, day }) => `${day} ${MONTHS[month]} ${year}`,
    ({ year, month, day }) => `${two(day)} ${MONTHS[month]} ${year}`,
    ({ year, month, day }) => `${year}-${two(month + 1)}-${two(day)}`,
    ({ year, month, day }) => `${two(month + 1)}/${two(day)}/${year}`,
    (date) => `${date.year}-${two(date.month + 1)}-${two(date.day)} (${weekday(date)})`,
    (date) => `${weekday(date).slice(0, 3)} ${MONTHS[date.month].slice(0, 3)} ${date.day} ${date.year}`,
    (date) => `${weekday(date)}, ${writeDate(date)}`,
  ]);
}
