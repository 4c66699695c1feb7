import type { Family } from '../../family.ts';
import { factor } from '../../latex.ts';
import { timesLines } from '../../times-lines.ts';

/** The nth term rule or one further term of a geometric sequence. */
export const geometricSequence: Family = {
  id: 'geometric-sequence',
  topic: 'algebra',
  title: 'Geometric sequences',
  levels: ['the common ratio', 'the rule for the nth term', 'a further term'],
  phrasings: [
    'Find {ask} of the geometric sequence <seq>.',
    'Find {ask} of the geometric sequence <seq>, ...',
    'What is {ask} of the geometric sequence <seq>?',
    'The geometric sequence <seq> is given. Find {ask}.',
    'Work out {ask} of the geometric progression <seq>.',
    'geometric sequence <seq>, find {ask}',
    '<seq> is a geometric sequence. What is {ask}?',
    'Determine {ask} for the geometric sequence <seq>, ...',
    'A geometric sequence starts <seq>. Find {ask}.',
    'for the geometric sequence <seq> find {ask}',
    'Calculate {ask} of this geometric sequence: <seq>',
    'GP: <seq>. Find {ask}.',
    'Given the geometric sequence <seq>, write down {ask}.',
    'can you find {ask} of the geometric sequence <seq>',
    'Here is a geometric sequence: <seq>. Work out {ask}.',
    'how do i find {ask} of the geometric sequence <seq>',
    'In the geometric progression <seq>, ... find {ask}.',
  ],
  make(rng, level) {
    const ratio = rng.pick([2, 2, 3, 3, 4, 5, 10, -2, -3]);
    const first = rng.int(1, 9);
    const shown = [first, first * ratio, first * ratio * ratio, first * ratio ** 3].slice(0, rng.int(3, 4));
    const seq = shown.join(', ');
    const found = [
      `> ${shown[0]} * ${factor(ratio)} = ${shown[1]}`,
      `> ${shown[1]} * ${factor(ratio)} = ${shown[2]}`,
      `The common ratio is $${ratio}$`,
    ];
    if (level === 1) return { maths: { seq }, words: { ask: 'the common ratio' }, steps: found, answer: String(ratio) };
    if (level === 2) {
      const power = `${factor(ratio)}^{n - 1}`;
      const answer = first === 1 ? power : `${first} \\cdot ${power}`;
      return {
        maths: { seq },
        words: { ask: 'the nth term' },
        steps: [`The first term is $${first}$`, ...found, `First term times the ratio to the power $n - 1$: $${answer}$`],
        answer,
      };
    }
    const k = rng.int(5, 7);
    const steps = [...found];
    let value = shown[shown.length - 1];
    for (let index = shown.length + 1; index <= k; index++) {
      steps.push(...timesLines(value, ratio), `Term ${index}: $${value} \\cdot ${factor(ratio)} = ${value * ratio}$`);
      value *= ratio;
    }
    return { maths: { seq }, words: { ask: `the ${k}th term` }, steps, answer: String(value) };
  },
};
