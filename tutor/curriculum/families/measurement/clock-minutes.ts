import { differenceLines, sumLines } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';

const DAY = 24 * 60;

/** Minutes before, after and between times of the twelve-hour clock, counted from midnight. */
export const clockMinutes: Family = {
  id: 'clock-minutes',
  topic: 'words',
  title: 'Minutes on the clock',
  levels: ['minutes after', 'minutes before', 'minutes between'],
  phrasings: [
    '{What} {asked}?',
    '{what} {asked}',
    '{What} {asked}? Show your working.',
    'Question 7. {What} {asked}?',
    'Help: {what} {asked}?',
    'Can you tell me: {what} {asked}?',
    'a) {What} {asked}?',
    '1. {What} {asked}',
    'Work out: {what} {asked}?',
    'i need to know {what} {asked}',
    'Homework. {What} {asked}?',
    'Find the answer: {what} {asked}?',
    'Step by step, {what} {asked}?',
    'tell me {what} {asked}',
    'Exercise 3: {What} {asked}?',
    'Please answer. {What} {asked}?',
  ],
  make(rng, level) {
    const start = rng.int(0, DAY - 1);
    const length = rng.sized(1, 12 * 60 - 1);
    const end = (start + length) % DAY;
    if (level === 3) return between(start, end, length, rng);
    const after = level === 1;
    const from = after ? start : end;
    const direction = after ? 'after' : 'before';
    const asked = rng.pick([
      `${length} minutes ${direction} ${writeTime(from)}`,
      `${length} minutes ${direction} ${writeTime(from)}`,
    ]);
    const minutes = after ? start + length : end - length;
    return {
      maths: {},
      words: { What: 'What is', what: rng.pick(['what is', 'what time is']), asked },
      steps: [
        countLine(from),
        ...(after ? sumLines(start, length) : end >= length ? differenceLines(end, length) : []),
        `${after ? 'Add' : 'Subtract'}: $${from} ${after ? '+' : '-'} ${length} = ${minutes}$`,
        ...wrap(minutes),
        backLine(after ? end : start),
      ],
      answer: `\\text{${writeTime(after ? end : start)}}`,
    };
  },
};

function writeTime(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  return `${((hour + 11) % 12) + 1}:${String(minutes % 60).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

function countLine(minutes: number): string {
  const [hour, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `Minutes from midnight to ${writeTime(minutes)}: $${hour} \\cdot 60 + ${rest} = ${hour * 60} + ${rest} = ${minutes}$`;
}

/** Back into one day of 1440 minutes. */
function wrap(minutes: number): string[] {
  if (minutes < 0) return [...differenceLines(DAY, -minutes), `The day before: $${DAY} - ${-minutes} = ${DAY + minutes}$`];
  if (minutes >= DAY) return [...differenceLines(minutes, DAY), `The next day: $${minutes} - ${DAY} = ${minutes - DAY}$`];
  return [];
}

function backLine(minutes: number): string {
  const [hour, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `Hours and minutes: $${minutes} = ${hour} \\cdot 60 + ${rest}$, that is ${writeTime(minutes)}`;
}

function between(start: number, end: number, length: number, rng: Rng): Worked {
  const until = end < start ? end + DAY : end;
  return {
    maths: {},
    words: {
      What: 'How many',
      what: 'how many',
      asked: `minutes ${rng.pick(['are there between', 'are there between', 'pass between'])} ${writeTime(start)} and ${writeTime(end)}`,
    },
    steps: [
      countLine(start),
      countLine(end),
      ...(end < start ? [...sumLines(end, DAY), `It is the next day: $${end} + ${DAY} = ${until}$`] : []),
      ...differenceLines(until, start),
      `Subtract: $${until} - ${start} = ${length}$`,
    ],
    answer: String(length),
  };
}
