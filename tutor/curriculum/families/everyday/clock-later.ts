import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';

const DAY = 24 * 60;

/** When something ends, or began, that takes some hours and minutes: the hours first, then the minutes. */
export const clockLater: Family = {
  id: 'clock-later',
  topic: 'words',
  title: 'Starting and finishing times',
  levels: ['the finishing time', 'the starting time', 'past midnight'],
  phrasings: [
    '{facts}, {ask}',
    '{Facts}. {Ask}?',
    '{Facts}. {ask}',
    'If {facts}, {ask}?',
    '{Facts}. Find out {asked}.',
    '{ask} if {facts}',
    '{facts}. {ask}??',
    '{Ask} if {facts}?',
    'Question 8. {Facts}. {Ask}?',
    '{Facts}. Work out {asked}.',
    '{facts} so {ask}',
    'Today {facts}. {Ask}?',
    '{Facts}. At what time is that: {ask}?',
    '{Ask}? {Facts}.',
    'if {facts} then {ask}',
    '{facts} - {ask}',
    'tell me {asked} if {facts}',
    '{Facts}. Write down {asked}.',
  ],
  make(rng, level) {
    const half = rng.chance(0.3);
    const clock = half ? twelveHours : writeTime;
    const length = level === 3 ? rng.int(30, 600) : rng.chance(0.6) ? 5 * rng.int(2, 60) : rng.int(5, 400);
    const start = drawStart(rng, level, length);
    const end = (start + length) % DAY;
    const back = level === 2 || (level === 3 && rng.chance(0.3));
    const [known, found] = back ? [end, start] : [start, end];
    const steps = [
      ...(half ? [`In the 24-hour clock: ${clock(known)} is ${writeTime(known)}`] : []),
      ...moved(known, length, back),
      ...(half ? [`In the 12-hour clock: ${writeTime(found)} is ${clock(found)}`] : []),
    ];
    return { maths: {}, words: told(clock(known), length, back, rng), steps, answer: `\\text{${clock(found)}}` };
  },
};

/** Most things start in the daytime; level 3 goes past midnight. */
function drawStart(rng: Rng, level: number, length: number): number {
  const minutes = level === 3 ? DAY - rng.int(1, length - 1) : rng.int(6 * 60, Math.max(6 * 60, DAY - 1 - length));
  return rng.chance(0.5) && minutes % 60 >= 5 ? minutes - (minutes % 5) : minutes;
}

function writeTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** "6:45 PM". */
function twelveHours(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  return `${((hour + 11) % 12) + 1}:${String(minutes % 60).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** Hours on or back, then minutes with a carry, then the day. */
function moved(from: number, length: number, back: boolean): string[] {
  const [hours, minutes] = [Math.floor(length / 60), length % 60];
  const [hour, minute] = [Math.floor(from / 60), from % 60];
  const steps: string[] = [];
  const split = length >= 60 ? [`The time taken is $${hours}$ h $${minutes}$ min`] : [];
  let reached = back ? hour - hours : hour + hours;
  if (hours > 0) steps.push(`Hours: $${hour} ${back ? '-' : '+'} ${hours} = ${reached}$`);
  let left = back ? minute - minutes : minute + minutes;
  if (minutes > 0) steps.push(`Minutes: $${minute} ${back ? '-' : '+'} ${minutes} = ${left}$`);
  if (left < 0) {
    steps.push(`Below zero, so take an hour: $${left} + 60 = ${left + 60}$ minutes, $${reached} - 1 = ${reached - 1}$ hours`);
    [left, reached] = [left + 60, reached - 1];
  } else if (left >= 60) {
    steps.push(`An hour is full: $${left} - 60 = ${left - 60}$ minutes, $${reached} + 1 = ${reached + 1}$ hours`);
    [left, reached] = [left - 60, reached + 1];
  }
  if (reached < 0) {
    steps.push(`The day before: $${reached} + 24 = ${reached + 24}$ hours`);
    reached += 24;
  } else if (reached >= 24) {
    steps.push(`The next day: $${reached} - 24 = ${reached - 24}$ hours`);
    reached -= 24;
  }
  return [...split, ...steps, `The time is ${writeTime(reached * 60 + left)}`];
}

/** What happens, its verbs in the present and after "did" or "does". */
const EVENTS: readonly { readonly what: string; readonly start: string; readonly end: string; readonly last: string }[] = [
  { what: 'film', start: 'start', end: 'finish', last: 'lasts' },
  { what: 'film', start: 'begin', end: 'end', last: 'is' },
  { what: 'lesson', start: 'start', end: 'end', last: 'lasts' },
  { what: 'train', start: 'leave', end: 'arrive', last: 'takes' },
  { what: 'bus journey', start: 'start', end: 'finish', last: 'takes' },
  { what: 'flight', start: 'depart', end: 'land', last: 'takes' },
  { what: 'football match', start: 'start', end: 'finish', last: 'lasts' },
  { what: 'party', start: 'start', end: 'end', last: 'goes on for' },
  { what: 'concert', start: 'begin', end: 'finish', last: 'lasts' },
  { what: 'exam', start: 'start', end: 'finish', last: 'takes' },
  { what: 'meeting', start: 'start', end: 'finish', last: 'lasts' },
  { what: 'play', start: 'begin', end: 'end', last: 'lasts' },
];

function told(time: string, length: number, back: boolean, rng: Rng): Record<string, string> {
  const { what, start, end, last } = rng.pick(EVENTS);
  const present = (verb: string) => (verb === 'finish' ? 'finishes' : `${verb}s`);
  const article = rng.pick([what.startsWith('e') ? 'an' : 'a', 'the', 'the']);
  const [given, wanted] = back ? [end, start] : [start, end];
  const facts = `${article} ${what} ${present(given)} at ${time} and ${last} ${writeLength(length, rng)}`;
  const ask = rng.pick([
    `when does it ${wanted}`,
    `what time does it ${wanted}`,
    `at what time does it ${wanted}`,
    back ? `when did it ${wanted}` : `when will it ${wanted}`,
  ]);
  const asked = `${rng.pick(['when', 'at what time', 'what time'])} it ${present(wanted)}`;
  const capital = (text: string) => text[0].toUpperCase() + text.slice(1);
  return { facts, Facts: capital(facts), ask, Ask: capital(ask), asked };
}

function writeLength(length: number, rng: Rng): string {
  const [hours, minutes] = [Math.floor(length / 60), length % 60];
  if (hours === 0) return `${minutes} ${rng.pick(['minutes', 'minutes', 'mins', 'min'])}`;
  const whole = `${hours} ${hours === 1 ? 'hour' : rng.pick(['hours', 'hours', 'hrs'])}`;
  if (minutes === 0) return whole;
  if (minutes === 30 && rng.chance(0.5)) return hours === 1 ? 'an hour and a half' : `${hours} and a half hours`;
  if (hours < 3 && rng.chance(0.1)) return `${length} minutes`;
  return rng.pick([
    `${whole} ${minutes} ${rng.pick(['mins', 'minutes', 'min'])}`,
    `${whole} and ${minutes} minutes`,
    `${hours}h ${minutes}min`,
    `${whole}, ${minutes} minutes`,
  ]);
}
