import { quotient } from '../../division-step.ts';
import type { Family } from '../../family.ts';
import { fraction } from '../../quotient.ts';
import { NAMES, twoNames } from '../../story.ts';
import { divideLines, timesLines } from '../../times-lines.ts';

const MOVERS: readonly string[] = ['A car', 'A train', 'A bus', 'A cyclist', 'A plane', 'A runner', 'A lorry', 'A boat'];

/** Distance, speed or time from the other two. */
export const speedDistanceTime: Family = {
  id: 'speed-distance-time',
  topic: 'words',
  title: 'Speed, distance and time',
  levels: ['the distance', 'the speed', 'the time'],
  phrasings: [
    '{mover} {facts}. {ask}',
    '{mover} {facts}. {ask} Show your working.',
    'Question 6. {mover} {facts}. {ask}',
    'homework: {mover} {facts}. {ask}',
    '{mover} {facts}. {ask} Give just the number.',
    'Speed problem: {mover} {facts}. {ask}',
    'Please help. {mover} {facts}. {ask}',
    'A word problem: {mover} {facts}. {ask}',
    '{ask} {mover} {facts}.',
    'i need help with this: {mover} {facts}. {ask}',
    'Solve: {mover} {facts}. {ask}',
    'Read carefully. {mover} {facts}. {ask}',
    'Work this out. {mover} {facts}. {ask}',
    '{mover} {facts}. Now answer: {ask}',
    'can you solve this, {mover} {facts}. {ask}',
    'On a journey, {mover} {facts}. {ask}',
  ],
  make(rng, level) {
    const mover = rng.pick([...MOVERS, rng.pick(NAMES)]);
    const [unit, per] = rng.pick([
      ['km', 'km/h'],
      ['km', 'km/h'],
      ['km', 'km per hour'],
      ['miles', 'mph'],
      ['miles', 'miles per hour'],
    ]);
    const time = rng.int(2, 9);
    const speed = rng.chance(0.6) ? 5 * rng.int(1, 24) : rng.int(3, 99);
    const distance = speed * time;
    const hours = `${time} hours`;
    if (level === 1) {
      const verb = rng.pick(['travels at', 'moves at', 'goes at', 'drives at a steady']);
      return {
        maths: {},
        words: {
          mover,
          facts: `${verb} ${speed} ${per} for ${hours}`,
          ask: rng.pick([
            `How many ${unit} is that?`,
            'How far is that?',
            'What distance is covered?',
            'Find the distance travelled.',
          ]),
        },
        steps: ['Distance is speed times time', ...timesLines(speed, time), `Multiply: $${speed} \\cdot ${time} = ${distance}$`],
        answer: String(distance),
      };
    }
    if (level === 2) {
      return {
        maths: {},
        words: {
          mover,
          facts: rng.pick([
            `travels ${distance} ${unit} in ${hours}`,
            `covers ${distance} ${unit} in ${hours}`,
            `takes ${hours} to go ${distance} ${unit}`,
          ]),
          ask: rng.pick(['What is the average speed?', 'Find the speed.', 'How fast is that?', `What is the speed in ${per}?`]),
        },
        steps: [
          'Speed is distance divided by time',
          ...divideLines(distance, time),
          `Divide: $${distance} \\div ${time} = ${speed}$`,
          ...timesLines(speed, time),
          `Check: $${speed} \\cdot ${time} = ${distance}$`,
        ],
        answer: String(speed),
      };
    }
    return {
      maths: {},
      words: {
        mover,
        facts: rng.pick([
          `travels ${distance} ${unit} at ${speed} ${per}`,
          `goes ${distance} ${unit} at a speed of ${speed} ${per}`,
        ]),
        ask: rng.pick([
          'How many hours does it take?',
          'How long does the journey take in hours?',
          'Find the time in hours.',
          'How long is the trip in hours?',
        ]),
      },
      steps: [
        'Time is distance divided by speed',
        ...divideLines(distance, speed),
        `Divide: $${distance} \\div ${speed} = ${time}$`,
        ...timesLines(speed, time),
        `Check: $${speed} \\cdot ${time} = ${distance}$`,
      ],
      answer: String(time),
    };
  },
};

/** So many an hour, for so many hours; or two working together. */
export const workRate: Family = {
  id: 'work-rate',
  topic: 'words',
  title: 'Rates of work',
  levels: ['one machine', 'two machines'],
  phrasings: [
    'A machine makes {a} {x} per hour. How many {x} does it make in {h} hours?',
    'A machine makes {a} {x} an hour. How many {x} are made in {h} hours?',
    'If a machine produces {a} {x} every hour, how many does it produce in {h} hours?',
    '{a} {x} per hour for {h} hours, how many {x}',
    'A factory makes {a} {x} each hour. Find how many it makes in {h} hours.',
    '{name} packs {a} {x} per hour. How many {x} does {name} pack in {h} hours?',
    'A printer makes {a} {x} in an hour. Work out how many it makes in {h} hours.',
    'how many {x} are made in {h} hours at {a} {x} an hour',
    'At a rate of {a} {x} per hour, how many {x} are made in {h} hours?',
    'A robot builds {a} {x} every hour. Calculate how many it builds in {h} hours.',
    '{name} makes {a} {x} per hour and works for {h} hours. How many {x} is that?',
    'Every hour {a} {x} are made. How many are made in {h} hours?',
    'Question 7. A machine makes {a} {x} each hour. How many does it make in {h} hours?',
    'In one hour a machine makes {a} {x}. How many does it make in {h} hours?',
    'The output is {a} {x} an hour. What is the output in {h} hours?',
    'A bakery produces {a} {x} per hour. How many {x} in {h} hours?',
    'how many {x} does a machine make in {h} hours at {a} {x} per hour',
    'How many {x} are produced in {h} hours at a rate of {a} an hour?',
    'A machine runs for {h} hours and makes {a} {x} an hour. How many {x} are made?',
    'In {h} hours, how many {x} are made at {a} per hour?',
    '{name} can make {a} {x} in an hour. How many in {h} hours?',
    'Find the number of {x} made in {h} hours when {a} are made every hour.',
    '{h} hours at {a} {x} an hour makes how many {x}?',
    'How many {x} come out in {h} hours if {a} come out each hour?',
  ],
  make(rng, level) {
    const x = rng.pick(['parts', 'toys', 'cards', 'boxes', 'cakes', 'bottles', 'pages', 'chairs']);
    const [a, h] = [rng.sized(2, level === 1 ? 99 : 400), rng.int(2, 12)];
    return {
      maths: {},
      words: { name: rng.pick(NAMES), x, a: String(a), h: String(h) },
      steps: ['Multiply the number for one hour by the hours', ...timesLines(a, h), `Multiply: $${a} \\cdot ${h} = ${a * h}$`],
      answer: String(a * h),
    };
  },
};

/** Alone a hours and b hours; together ab/(a + b). */
export const workTogether: Family = {
  id: 'work-together',
  topic: 'words',
  title: 'Working together',
  levels: ['whole or fractional hours'],
  phrasings: [
    '{n1} can {job} in {a} hours and {n2} can do it in {b} hours. How long do they take together?',
    '{n1} takes {a} hours to {job}. {n2} takes {b} hours. How many hours do they need together?',
    'Alone, {n1} can {job} in {a} hours; {n2} needs {b} hours. How long does it take both together?',
    'If {n1} can {job} in {a} hours and {n2} in {b} hours, how long will it take working together?',
    '{n1} needs {a} hours to {job} and {n2} needs {b} hours. Find the time when they work together.',
    '{n1} can {job} in {a} hours, {n2} in {b} hours, how long together',
    'How many hours do {n1} and {n2} need together to {job} if alone they need {a} and {b} hours?',
    'It takes {n1} {a} hours to {job}. It takes {n2} {b} hours. Working together, how many hours does it take?',
    '{n1} and {n2} {job} together. Alone they would need {a} hours and {b} hours. How long does it take?',
    'Work out how long {n1} and {n2} take together to {job} if alone it takes {a} hours and {b} hours.',
    'Question 8. {n1} can {job} in {a} hours and {n2} in {b} hours. How many hours does it take both?',
    'To {job} takes {n1} {a} hours and {n2} {b} hours. How long would they take together?',
    'how long do {n1} and {n2} take to {job} together if {n1} takes {a} hours and {n2} takes {b} hours',
    'Working alone, {n1} can {job} in {a} hours and {n2} can do so in {b} hours. Find the time for both.',
    'Given that {n1} can {job} in {a} hours and {n2} can in {b} hours, how many hours do they take together?',
    'Together, how many hours do {n1} and {n2} take to {job}? {n1} alone takes {a} hours, {n2} alone {b} hours.',
    'How long do {n1} and {n2} take together to {job}? Alone {n1} takes {a} hours and {n2} takes {b} hours.',
    '{n1} alone: {a} hours. {n2} alone: {b} hours. How many hours to {job} together?',
    'How many hours will it take both to {job}? {n1} needs {a} hours alone, {n2} needs {b} hours alone.',
    '{n1} could {job} in {a} hours. {n2} could {job} in {b} hours. If they work together, how many hours does it take?',
    'Find the time for {n1} and {n2} to {job} together. {n1} alone takes {a} hours and {n2} alone takes {b} hours.',
    'working together how long to {job} if {n1} takes {a} hours and {n2} takes {b} hours',
    '{n1} and {n2} want to {job}. On their own they take {a} hours and {b} hours. How long together?',
    'In how many hours can {n1} and {n2} {job} together, when alone they take {a} and {b} hours?',
  ],
  make(rng) {
    const [n1, n2] = twoNames(rng);
    const [a, b] = rng.pick([
      [3, 6],
      [4, 12],
      [6, 12],
      [2, 2],
      [10, 15],
      [6, 3],
      [12, 4],
      [rng.int(2, 12), rng.int(2, 12)],
      [rng.int(2, 12), rng.int(2, 12)],
      [rng.int(2, 12), rng.int(2, 12)],
    ]);
    const result = quotient(a * b, a + b);
    return {
      maths: {},
      words: {
        n1,
        n2,
        job: rng.pick(['paint a room', 'mow a lawn', 'build a wall', 'clean the house', 'fill a pool', 'wash the cars']),
        a: String(a),
        b: String(b),
      },
      steps: [
        `In one hour ${n1} does $${fraction(1, a)}$ and ${n2} does $${fraction(1, b)}$ of the job`,
        `> ${a} + ${b} = ${a + b}`,
        `> ${a} * ${b} = ${a * b}`,
        `Together in one hour: $${fraction(1, a)} + ${fraction(1, b)} = ${fraction(a + b, a * b)}$`,
        `Turn it over for the time: $${result.whole ? `${fraction(a * b, a + b)} = ${result.value}` : result.written}$`,
        ...result.lines,
      ],
      answer: result.value,
    };
  },
};
