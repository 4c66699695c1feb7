import { addDays, drawDate, FIRST_YEAR, LAST_YEAR, MONTHS, WEEKDAYS, weekdayOf, writeDate } from '../../calendar.ts';
import { remainderLine } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import { daysBetweenLines } from './days-between.ts';

/** How often a weekday, or any working day, comes between two dates with both counted. */
export const weekdayCount: Family = {
  id: 'weekday-count',
  topic: 'words',
  title: 'Counting weekdays between dates',
  levels: ['one weekday', 'working days'],
  phrasings: [
    'How many {what} are there from {from} to {to} (inclusive of both dates)? Answer with a number.',
    'Count the {what} from {from} to {to} (including both start and end dates). Respond with just the number.',
    'Between {from} and {to} (counting both dates), how many {what} are there? Provide the count as a number.',
    'how many {what} from {from} to {to}, both counted',
    'Find the number of {what} from {from} to {to}, both days included.',
    'Count the {what} between {from} and {to}, with both dates.',
    "Between {from} and {to} (counting both dates), what's the total count of {what}? Express your answer as a number.",
    'Count the occurrences of {what} from {from} to {to} (including both start and end dates). State the amount as a number.',
    'How many {what} lie from {from} to {to} inclusive? Give the count numerically.',
    'I work from {from} to {to}. How many {what} is that, counting both dates?',
    'Count the occurrences of {what} from {from} to {to} (including both start and end dates). Write the total number.',
    'Between {from} and {to} (counting both dates), how many times do {what} occur? Reply with the numerical value.',
    'Give the number of {what} in the time from {from} to {to}, both dates included.',
    'How many {what} are in the period {from} to {to} (inclusive)?',
    'Question 7. How many {what} are there from {from} to {to}, both dates counted?',
    'Work out how many {what} there are from {from} to {to} (inclusive of both dates).',
    'Count {what} from {from} to {to} (including both start and end dates). Answer with a number.',
    'Between {from} and {to} (counting both dates), how many times does {one} occur? Reply with the numerical value.',
    'Count the occurrences of {one} from {from} to {to} (including both start and end dates). Give the count numerically.',
    'Between {from} and {to} (counting both dates), how many times does {one} occur? Answer with a number.',
    'how often does {one} come up from {from} to {to}, both dates counted',
    'From {from} to {to} (both dates included), how many times does {one} occur? State the amount as a number.',
    'Count the occurrences of {one} from {from} to {to} (including both start and end dates). Answer with a number.',
  ],
  make(rng, level) {
    const start = drawDate(rng, FIRST_YEAR, LAST_YEAR);
    const end = addDays(start, rng.int(1, 100));
    const first = weekdayOf(start);
    const days = daysBetweenLines(start, end);
    const total = (Date.UTC(end.year, end.month, end.day) - Date.UTC(start.year, start.month, start.day)) / 86_400_000 + 1;
    const [weeks, rest] = [Math.floor(total / 7), total % 7];
    const left = Array.from({ length: rest }, (_, index) => (first + index) % 7);
    const wanted = rng.int(0, 6);
    const counts = (day: number) => (level === 1 ? day === wanted : day < 5);
    const inRest = left.filter(counts).length;
    const perWeek = level === 1 ? 1 : 5;
    const answer = weeks * perWeek + inRest;
    const name = (day: number) => WEEKDAYS[day];
    const yearOnce = start.year === end.year && rng.chance(0.4);
    const write = (date: typeof start, weekday: number) =>
      rng.chance(0.8)
        ? `${name(weekday)}, ${writeDate(date)}`
        : `${name(weekday)}, ${MONTHS[date.month]} ${date.day} ${date.year}`;
    return {
      maths: {},
      words: {
        from: yearOnce ? write(start, first).replace(/,? \d{4}$/, '') : write(start, first),
        to: write(end, weekdayOf(end)),
        one: level === 1 ? name(wanted) : 'a working day (Monday to Friday)',
        what:
          level === 1
            ? `${name(wanted)}s`
            : rng.pick(['business days (Monday-Friday)', 'weekdays (excluding weekends)', 'working days']),
      },
      steps: [
        `Wanted: ${level === 1 ? name(wanted) : 'Monday to Friday'}`,
        ...days,
        `With both dates there are $${total - 1} + 1 = ${total}$ days`,
        remainderLine(total, 7),
        `Whole weeks: $${weeks}$, days left: $${rest}$${rest > 0 ? `, which are ${left.map(name).join(', ')}` : ''}`,
        ...(level === 1 ? [] : [`A whole week has $5$ of them: $${weeks} \\cdot 5 = ${weeks * 5}$`]),
        `In the days left: ${rest === 0 ? '' : `${left.map((day) => `${name(day)} $${counts(day) ? 1 : 0}$`).join(', ')}, so `}$${inRest}$`,
        `Add: $${weeks * perWeek} + ${inRest} = ${answer}$`,
      ],
      answer: String(answer),
    };
  },
};
