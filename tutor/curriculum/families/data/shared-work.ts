import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { divideLines, timesLines } from '../../times-lines.ts';

/** Who works, at what, in which time. */
const JOBS: readonly (readonly [workers: string, job: string])[] = [
  ['painters', 'paint a house'],
  ['builders', 'build a wall'],
  ['workers', 'dig a trench'],
  ['people', 'clean a hall'],
  ['men', 'repair a road'],
  ['women', 'pick the apples'],
  ['taps', 'fill a pool'],
  ['pumps', 'empty a tank'],
  ['machines', 'print the books'],
  ['gardeners', 'plant the trees'],
  ['decorators', 'decorate a school'],
];

/** The same work by more or fewer hands: inverse proportion. */
export const sharedWork: Family = {
  id: 'shared-work',
  topic: 'words',
  title: 'More hands, less time',
  levels: ['the time', 'the number of workers'],
  phrasings: [
    '{a} {who} take {d} {time} to {job}. {ask}',
    '{a} {who} take {d} {time} to {job}. {ask} Show your working.',
    'It takes {a} {who} {d} {time} to {job}. {ask}',
    'It takes {d} {time} for {a} {who} to {job}. {ask}',
    '{a} {who} can {job} in {d} {time}. {ask}',
    'If {a} {who} can {job} in {d} {time}, {more}',
    'if {a} {who} take {d} {time} to {job}, {more}',
    '{a} {who} {job} in {d} {time}. {ask}',
    '{a} {who} need {d} {time} to {job}. {ask}',
    '{a} {who} can {job} in {d} {time}, {more}',
    'Question 6. It takes {a} {who} {d} {time} to {job}. {ask}',
    'it takes {a} {who} {d} {time} to {job}, {more}',
    'To {job} takes {a} {who} {d} {time}. {ask}',
    'Given that {a} {who} {job} in {d} {time}, {more}',
    'All {who} work at the same rate. {a} {who} take {d} {time} to {job}. {ask}',
    'Working at the same rate, {a} {who} {job} in {d} {time}. {ask}',
    '{ask} It takes {a} {who} {d} {time} to {job}.',
  ],
  make(rng, level) {
    const { a, d, b, result } = draw(rng);
    const [who, job] = rng.pick(JOBS);
    const time = rng.pick(['days', 'days', 'hours', 'weeks', 'minutes']);
    const all = a * d;
    // The unknown is the other number of the pair that makes the same product.
    const wantsTime = level === 1;
    const unit = `${who
      .replace(/^people$/, 'person')
      .replace(/men$/, 'man')
      .replace(/s$/, '')}-${time}`;
    const question = wantsTime
      ? rng.pick([`how long would ${b} ${who} take`, `how many ${time} would ${b} ${who} take`, `how long do ${b} ${who} need`])
      : rng.pick([`how many ${who} are needed to do it in ${b} ${time}`, `how many ${who} would do it in ${b} ${time}`]);
    return {
      maths: {},
      words: {
        a: String(a),
        d: String(d),
        who,
        job,
        time,
        ask: `${question[0].toUpperCase()}${question.slice(1)}?`,
        more: `${question}?`,
      },
      steps: [
        `The work is the number of ${who} times the ${time}, and stays the same`,
        ...timesLines(a, d),
        `Work in ${unit}: $${a} \\cdot ${d} = ${all}$`,
        ...divideLines(all, b),
        `Divide by the $${b}$ ${wantsTime ? who : time}: $${all} \\div ${b} = ${result}$`,
      ],
      answer: String(result),
    };
  },
};

/** a · d = b · result, all whole and b other than the number that it stands for. */
function draw(rng: Rng): { a: number; d: number; b: number; result: number } {
  for (;;) {
    const [a, d, b] = [rng.int(2, 15), rng.int(2, 30), rng.int(2, 20)];
    if ((a * d) % b === 0 && b !== a && b !== d) return { a, d, b, result: (a * d) / b };
  }
}
