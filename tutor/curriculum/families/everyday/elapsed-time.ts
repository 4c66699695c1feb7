import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';

/** One part of a clock time, the largest first. */
interface Part {
  readonly name: string;
  /** How many make one of the part before; a day for hours. */
  readonly size: number;
  readonly digits: number;
}

const PARTS: readonly Part[] = [
  { name: 'hours', size: 24, digits: 2 },
  { name: 'minutes', size: 60, digits: 2 },
  { name: 'seconds', size: 60, digits: 2 },
  { name: 'milliseconds', size: 1000, digits: 3 },
];
const FORMATS: readonly string[] = ['HH:MM', 'HH:MM:SS', 'HH:MM:SS.mmm'];

/** A clock time as numbers of hours, minutes, …; as many as are told. */
export type ClockTime = readonly number[];

export function writeClock(time: ClockTime): string {
  const parts = time.map((value, index) => String(value).padStart(PARTS[index].digits, '0'));
  return parts.slice(0, 3).join(':') + (parts.length > 3 ? `.${parts[3]}` : '');
}

export function drawClock(rng: Rng, count: number): ClockTime {
  return PARTS.slice(0, count).map(({ size }) => rng.int(0, size - 1));
}

/** end - start from the smallest part up; `borrowed` when the end is on the next day. */
export function clockDifference(start: ClockTime, end: ClockTime): { lines: string[]; time: ClockTime; borrowed: boolean } {
  const lines: string[] = [];
  const time: number[] = [];
  let borrow = 0;
  for (let i = start.length - 1; i >= 0; i--) {
    const { name, size } = PARTS[i];
    const short = end[i] - borrow < start[i];
    const from = end[i] + (short ? size : 0);
    const value = from - borrow - start[i];
    const shortage = short ? `${end[i]} is too small, take ${size} more: ` : '';
    lines.push(`> ${name}: ${shortage}${from}${borrow === 1 ? ' - 1' : ''} - ${start[i]} = ${value}`);
    time.unshift(value);
    borrow = short ? 1 : 0;
  }
  return { lines, time, borrowed: borrow === 1 };
}

/** The time from one clock time to another. */
export const elapsedTime: Family = {
  id: 'elapsed-time',
  topic: 'words',
  title: 'Time between two clock times',
  levels: ['hours and minutes', 'with seconds', 'with milliseconds'],
  phrasings: [
    'What is the duration between {start} and {end}? Please answer in {format}.',
    'How much time elapsed from {start} to {end}? Give your answer in {format}.',
    'Calculate the time difference between {start} and {end}. Express the result in {format}.',
    'A meeting started at {start} and ended at {end}. How long was the meeting? Answer in {format}.',
    'how long is it from {start} to {end}',
    'A flight departed at {start} and arrived at {end}. How long was the flight? Answer in {format}.',
    'How long is it from {start} until {end}?',
    'A film starts at {start} and ends at {end}. How long is it? Answer in {format}.',
    'The train left at {start} and came in at {end}. Find the journey time.',
    'A {thing} started at {start} and completed at {end}. What was the duration? Answer in {format}.',
    'time between {start} and {end}',
    'Find the time that passes from {start} to {end}, as {format}.',
    'A {thing} began at {start} and ended at {end}. How long did it take? Answer in {format}.',
    'School runs from {start} to {end}. How long is that?',
    'Work out how much time there is between {start} and {end}.',
    'A {thing} started at {start} and ended at {end}. How long did it last? Answer in {format}.',
    'A {thing} started at {start} and ended at {end}. How long was the {thing}? Answer in {format}.',
    'A {thing} started at {start} and completed at {end}. What was the total {thing} duration? Answer in {format}.',
  ],
  make(rng, level) {
    const [start, end] = [drawClock(rng, level + 1), drawClock(rng, level + 1)];
    const { lines, time, borrowed } = clockDifference(start, end);
    const answer = writeClock(time);
    return {
      maths: {},
      words: {
        start: writeClock(start),
        end: writeClock(end),
        format: FORMATS[level - 1],
        thing: rng.pick([
          'system operation',
          'video call',
          'conference',
          'database query',
          'system backup',
          'lesson',
          'race',
          'concert',
        ]),
      },
      steps: [
        'Subtract from the smallest part up',
        ...lines,
        ...(borrowed ? ['The end is on the next day, so the hours took 24 more'] : []),
        `The time between is ${answer}`,
      ],
      answer: `\\text{${answer}}`,
    };
  },
};
