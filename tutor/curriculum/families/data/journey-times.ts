import { decimalProductLines, ONE, placesOf, written } from '../../decimal-moves.ts';
import type { Family, Worked } from '../../family.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { NAMES } from '../../story.ts';
import { divideLines, timesLines } from '../../times-lines.ts';
import { speedDistanceTime } from './rates.ts';

const MOVERS: readonly string[] = ['car', 'train', 'bus', 'cyclist', 'plane', 'runner', 'lorry', 'boat', 'van', 'coach'];

/** Speed, distance and time where the time is no whole number of hours. */
export const journeyTimes: Family = {
  id: 'journey-times',
  topic: 'words',
  title: 'Journeys with parts of an hour',
  levels: ['the distance', 'the speed', 'the time'],
  phrasings: [
    ...speedDistanceTime.phrasings,
    '{mover} {facts}, {ask}',
    'if {mover} {facts}, {ask}',
    '{mover} {facts} - {ask}',
    '{mover} {facts}.. {ask}',
    'Q. {mover} {facts}. {ask}',
    'physics homework: {mover} {facts}. {ask}',
  ],
  make(rng, level) {
    const mover = rng.pick([`A ${rng.pick(MOVERS)}`, `a ${rng.pick(MOVERS)}`, rng.pick(NAMES)]);
    const units = rng.pick([
      ['km', 'km/h'],
      ['km', 'km/h'],
      ['km', 'km per hour'],
      ['miles', 'mph'],
      ['miles', 'miles per hour'],
    ] as const);
    const { words, ...rest } = MAKERS[level - 1](rng, units);
    return { ...rest, maths: {}, words: { ...words, mover } };
  },
};

type Units = readonly [length: string, speed: string];
type Journey = Omit<Worked, 'maths'>;

const MAKERS: readonly ((rng: Rng, units: Units) => Journey)[] = [theDistance, theSpeed, theTime];

/** A time in minutes that is a short decimal of an hour, with the speed in whole units that makes the distance whole. */
function draw(rng: Rng): { minutes: number; speed: number; distance: number } {
  for (;;) {
    const minutes = rng.chance(0.75) ? 15 * rng.int(1, 22) : 6 * rng.int(1, 50);
    const speed = rng.chance(0.7) ? 5 * rng.int(1, 24) : rng.int(3, 120);
    const distance = (speed * minutes) / 60;
    if (minutes % 60 !== 0 && Number.isInteger(distance)) return { minutes, speed, distance };
  }
}

/** "2.5 hours", "2 hours 30 minutes", "two and a half hours", "45 min", and the line that turns minutes into hours. */
function sayTime(minutes: number, rng: Rng): { said: string; steps: string[] } {
  const hours = written((minutes * ONE) / 60);
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  const decimal = { said: `${hours} ${rng.pick(['hours', 'hours', 'hrs', 'h'])}`, steps: [] };
  if (rng.chance(0.4)) return decimal;
  if (rest === 30 && rng.chance(0.4)) {
    const said = whole === 0 ? 'half an hour' : rng.pick([`${whole} and a half hours`, `${whole} 1/2 hours`, `${whole}½ hours`]);
    return { said, steps: [`As a decimal: ${said} is $${hours}$ hours`] };
  }
  if (whole === 0 || (minutes <= 150 && rng.chance(0.2))) {
    const said = `${minutes} ${rng.pick(['minutes', 'minutes', 'mins', 'min'])}`;
    const places = placesOf((minutes * ONE) / 60);
    const shifted = minutes * 10 ** places;
    return {
      said,
      steps: [
        `> without the point: ${shifted} / 60 with ${places} decimal ${places === 1 ? 'place' : 'places'}`,
        ...divideLines(shifted, 60),
        `> ${shifted} / 60 = ${shifted / 60}`,
        `In hours: $${fraction(minutes, 60)} = ${hours}$`,
      ],
    };
  }
  const said = rng.pick([
    `${whole} hour${whole === 1 ? '' : 's'} ${rest} minutes`,
    `${whole} hour${whole === 1 ? '' : 's'} and ${rest} minutes`,
    `${whole} h ${rest} min`,
    `${whole}h ${rest}min`,
    `${whole} hr ${rest} mins`,
  ]);
  return {
    said,
    steps: [
      `The minutes in hours: $${fraction(rest, 60)} = ${written((rest * ONE) / 60)}$`,
      `Together: $${whole} + ${written((rest * ONE) / 60)} = ${hours}$`,
    ],
  };
}

function theDistance(rng: Rng, [unit, per]: Units): Journey {
  const { minutes, speed, distance } = draw(rng);
  const time = sayTime(minutes, rng);
  const verb = rng.pick(['travels at', 'goes at', 'drives at', 'moves at', 'keeps a speed of']);
  const hours = (minutes * ONE) / 60;
  return {
    words: {
      facts: `${verb} ${speed} ${per} for ${time.said}`,
      ask: rng.pick([
        `How many ${unit} is that?`,
        'How far is that?',
        'how far does it go',
        'What distance is covered?',
        'Find the distance travelled.',
        'work out the distance',
      ]),
    },
    steps: [
      'Distance is speed times time',
      ...time.steps,
      ...decimalProductLines(speed * ONE, hours),
      `Multiply: $${speed} \\cdot ${written(hours)} = ${distance}$`,
    ],
    answer: String(distance),
  };
}

function theSpeed(rng: Rng, [unit, per]: Units): Journey {
  const { minutes, speed, distance } = draw(rng);
  const time = sayTime(minutes, rng);
  const hours = (minutes * ONE) / 60;
  const shift = 10 ** placesOf(hours);
  const [top, bottom] = [distance * shift, (hours * shift) / ONE];
  const division = `${distance} \\div ${written(hours)}`;
  return {
    words: {
      facts: rng.pick([
        `travels ${distance} ${unit} in ${time.said}`,
        `goes ${distance} ${unit} in ${time.said}`,
        `covers ${distance} ${unit} in ${time.said}`,
        `takes ${time.said} to go ${distance} ${unit}`,
      ]),
      ask: rng.pick([
        'What is the average speed?',
        'what is its average speed',
        'Find the speed.',
        `Find the speed in ${per}.`,
        `What is the speed in ${per}?`,
        'work out the average speed',
        `how fast is that in ${per}`,
      ]),
    },
    steps: [
      'Speed is distance divided by time',
      ...time.steps,
      `Multiply both by $${shift}$: $${division} = ${top} \\div ${bottom}$`,
      ...divideLines(top, bottom),
      `Divide: $${division} = ${speed}$`,
    ],
    answer: String(speed),
  };
}

function theTime(rng: Rng, [unit, per]: Units): Journey {
  const { minutes, speed, distance } = draw(rng);
  const inMinutes = rng.chance(0.35);
  const facts = rng.pick([
    `travels ${distance} ${unit} at ${speed} ${per}`,
    `goes ${distance} ${unit} at ${speed} ${per}`,
    `has to go ${distance} ${unit} at a speed of ${speed} ${per}`,
    `covers ${distance} ${unit} at an average of ${speed} ${per}`,
  ]);
  if (inMinutes) {
    return {
      words: {
        facts,
        ask: rng.pick(['How many minutes does it take?', 'how long is that in minutes', 'Find the time in minutes.']),
      },
      steps: [
        'Time is distance divided by speed, and an hour has 60 minutes',
        ...timesLines(distance, 60),
        `Distance times 60: $${distance} \\cdot 60 = ${distance * 60}$`,
        ...divideLines(distance * 60, speed),
        `Divide by the speed: $${distance * 60} \\div ${speed} = ${minutes}$`,
      ],
      answer: String(minutes),
    };
  }
  const hours = (minutes * ONE) / 60;
  const places = placesOf(hours);
  const shifted = distance * 10 ** places;
  return {
    words: {
      facts,
      ask: rng.pick([
        'How many hours does it take?',
        'How long does the journey take in hours?',
        'how long does it take',
        'Find the time in hours.',
        'How long is the trip?',
      ]),
    },
    steps: [
      'Time is distance divided by speed',
      `> without the point: ${shifted} / ${speed} with ${places} decimal ${places === 1 ? 'place' : 'places'}`,
      ...divideLines(shifted, speed),
      `> ${shifted} / ${speed} = ${shifted / speed}`,
      `Divide: $${distance} \\div ${speed} = ${written(hours)}$`,
    ],
    answer: written(hours),
  };
}
