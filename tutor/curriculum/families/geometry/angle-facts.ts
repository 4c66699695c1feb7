import { columnDifference } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';

/** Angles on a straight line, round a point, in a right angle and a quadrilateral: what is missing to the whole. */
export const angleFacts: Family = {
  id: 'angle-facts',
  topic: 'geometry',
  title: 'Missing angles',
  levels: ['one angle known', 'several angles known', 'parallel and crossing lines'],
  phrasings: [
    '{facts}. {Ask}?',
    '{facts}. {ask}',
    '{facts}, {ask}',
    '{facts}. Work out the missing angle.',
    'Question 5. {facts}. {Ask}?',
    '{facts}. Find the missing angle.',
    'geometry: {facts}. {ask}',
    '{facts} so {ask}',
    'In a diagram, {facts}. {Ask}?',
    '{facts}. Calculate the missing angle.',
    'if {facts} {ask}',
    '{facts}. How big is the missing angle?',
    'Angles: {facts}. {Ask}?',
    '{facts} - {ask}?',
    'i know that {facts}. {ask}',
    '{facts}. Give the size of the missing angle.',
    '{Ask} if {facts}?',
    'find the missing angle: {facts}',
  ],
  make(rng, level) {
    return level === 3 ? crossing(rng) : missing(rng, level === 1 ? 1 : rng.int(2, 3));
  },
};

const ASKS: readonly string[] = [
  'what is the other angle',
  'how big is the other',
  'find the other angle',
  'what is the missing angle',
  'what is the last angle',
];

function asked(ask: string): Record<string, string> {
  return { ask, Ask: ask[0].toUpperCase() + ask.slice(1) };
}

/** What the angles add to, where they are and the law that says so; and how many of them may be known. */
const PLACES: readonly { readonly place: readonly [number, string, string]; readonly counts: readonly number[] }[] = [
  { place: [180, 'on a straight line', 'Angles on a straight line add to'], counts: [1, 2, 3] },
  { place: [180, 'on a line', 'Angles on a straight line add to'], counts: [1] },
  { place: [90, 'in a right angle', 'The angles in a right angle add to'], counts: [1] },
  { place: [360, 'round a point', 'Angles round a point add to'], counts: [1, 2, 3] },
  { place: [360, 'around a point', 'Angles round a point add to'], counts: [2, 3] },
  { place: [360, 'in a quadrilateral', 'The angles of a quadrilateral add to'], counts: [3] },
];

/** Known angles that leave at least five degrees, and the whole they belong to. */
function missing(rng: Rng, count: number): Worked {
  const [whole, place, law] = rng.pick(PLACES.filter(({ counts }) => counts.includes(count)).map(({ place }) => place));
  const known: number[] = [];
  for (let left = whole - 5 * (count - known.length); known.length < count; ) {
    const most = Math.max(5, Math.min(left - 5 * (count - known.length), whole - 10));
    const angle = rng.int(5, Math.max(5, Math.floor(most / (count - known.length))));
    known.push(angle);
    left -= angle;
  }
  const sign = rng.pick(['°', '°', ' degrees', '']);
  const list = known.map((angle) => `${angle}${sign}`);
  const many = list.length === 1 ? list[0] : `${list.slice(0, -1).join(', ')} and ${list[list.length - 1]}`;
  const all = count + 1;
  const facts =
    count === 1
      ? rng.pick([
          `of two angles ${place} the first is ${many}`,
          `two angles are ${place} and one is ${many}`,
          `there are 2 angles ${place}, one of them is ${many}`,
          `an angle ${place} is ${many}`,
        ])
      : rng.pick([
          `${all} angles are ${place} and ${count} of them are ${many}`,
          `the angles ${place} are ${many} and one more`,
          `${many} are angles ${place} with one other angle`,
        ]);
  let total = known[0];
  const steps = [`${law} $${whole}^\\circ$`];
  for (const angle of known.slice(1)) {
    steps.push(`Add: $${total} + ${angle} = ${total + angle}$`);
    total += angle;
  }
  return {
    maths: {},
    words: { facts, ...asked(rng.pick(ASKS)) },
    steps: [...steps, columnDifference(whole, total), `Subtract: $${whole} - ${total} = ${whole - total}$`],
    answer: `${whole - total}^\\circ`,
  };
}

/** Equal angles, or angles that make 180° together. */
function crossing(rng: Rng): Worked {
  const angle = rng.int(5, 175);
  const sign = rng.pick(['°', '°', ' degrees']);
  const [kind, equal, law] = rng.pick([
    ['vertically opposite', true, 'Vertically opposite angles are equal'],
    ['opposite each other where two lines cross', true, 'Vertically opposite angles are equal'],
    ['corresponding', true, 'Corresponding angles on parallel lines are equal'],
    ['alternate', true, 'Alternate angles on parallel lines are equal'],
    ['co-interior', false, 'Co-interior angles on parallel lines add to $180^\\circ$'],
    ['supplementary', false, 'Supplementary angles add to $180^\\circ$'],
    ['next to each other on a straight line', false, 'Angles on a straight line add to $180^\\circ$'],
  ] as const);
  const lines = /^(corr|alt|co-)/.test(kind) ? ' on parallel lines' : '';
  const other = equal ? angle : 180 - angle;
  return {
    maths: {},
    words: {
      facts: rng.pick([
        `two angles are ${kind}${lines} and one is ${angle}${sign}`,
        `two angles are ${kind}${lines}, one of them is ${angle}${sign}`,
      ]),
      ...asked(rng.pick(ASKS.slice(0, 4))),
    },
    steps: equal
      ? [law, `The other angle is the same: $${angle}^\\circ$`]
      : [law, columnDifference(180, angle), `Subtract: $180 - ${angle} = ${other}$`],
    answer: `${other}^\\circ`,
  };
}
