/** Counting weekdays, written one way in every family that does it. Weekdays count from Monday, which is 0. */
import { type CalendarDate, MONTHS, monthLength, WEEKDAYS } from '../../calendar.ts';
import { remainderLine } from '../../column-arithmetic.ts';
import { totalLines } from '../../list-total.ts';

/** The weekday `days` after one (before it, when negative): whole weeks first, then day by day. */
export function weekdayAfter(from: number, days: number): { steps: string[]; weekday: number } {
  const size = Math.abs(days);
  const rest = size % 7;
  const sign = days < 0 ? -1 : 1;
  const at = (offset: number) => (((from + sign * offset) % 7) + 7) % 7;
  const steps = size < 7 ? [] : [`Whole weeks change nothing`, remainderLine(size, 7)];
  if (rest === 0) return { steps: [...steps, `No days are left, so it is ${WEEKDAYS[from]} again`], weekday: from };
  const passed = Array.from({ length: rest }, (_, index) => WEEKDAYS[at(index + 1)]);
  const direction = days < 0 ? 'back' : 'on';
  return {
    steps: [...steps, `Count $${rest}$ ${rest === 1 ? 'day' : 'days'} ${direction} from ${WEEKDAYS[from]}: ${passed.join(', ')}`],
    weekday: at(rest),
  };
}

/** Days from January 1 to a date of the same year. */
export function daysIntoYear({ year, month, day }: CalendarDate): { steps: string[]; days: number } {
  if (month === 0) return { steps: [`Days after January 1: $${day} - 1 = ${day - 1}$`], days: day - 1 };
  const lengths = Array.from({ length: month }, (_, index) => monthLength(year, index));
  const { steps, total } = totalLines(lengths, `Days before ${MONTHS[month]} 1`);
  const before = month === 1 ? ['Days before February 1: $31$'] : steps;
  return { steps: [...before, `Days after January 1: $${total} + ${day} - 1 = ${total + day - 1}$`], days: total + day - 1 };
}

/** The weekday of a date, from that of January 1 of its year. */
export function weekdayFromNewYear(date: CalendarDate, newYear: number): { steps: string[]; weekday: number } {
  const { steps, days } = daysIntoYear(date);
  const { steps: counting, weekday } = weekdayAfter(newYear, days);
  return { steps: [...steps, ...counting], weekday };
}
