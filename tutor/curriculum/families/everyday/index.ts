/** Families of time, dates and counting in everyday life. */
import type { Family } from '../../family.ts';
import { clockLater } from './clock-later.ts';
import { daysBetweenDates } from './days-between.ts';
import { elapsedTime } from './elapsed-time.ts';
import { leapYear } from './leap-year.ts';
import { legCounting } from './leg-counting.ts';
import { longStories } from './long-stories.ts';
import { nthWeekday } from './nth-weekday.ts';
import { weekdayCount } from './weekday-count.ts';
import { weekdayOfDate, weekdayOffset } from './weekdays.ts';

export const EVERYDAY: readonly Family[] = [
  legCounting,
  elapsedTime,
  clockLater,
  daysBetweenDates,
  leapYear,
  weekdayOffset,
  weekdayOfDate,
  nthWeekday,
  weekdayCount,
  longStories,
];
