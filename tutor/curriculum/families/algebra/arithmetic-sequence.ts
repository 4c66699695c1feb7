import type { Family } from '../../family.ts';
import { factor } from '../../latex.ts';
import { sum, term } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';
import { timesLines } from '../../times-lines.ts';

function arithmetic(rng: Rng, level: number) {
  const d = rng.nonzero(level === 1 ? 1 : -9, level === 3 ? 15 : 9);
  const first = rng.int(level === 1 ? 0 : -20, 30);
  const shown = Array.from({ length: rng.chance(0.7) ? rng.int(4, 5) : rng.int(6, 8) }, (_, index) => first + index * d);
  const differences = [
    `> ${shown[1]} - ${factor(shown[0])} = ${d}`,
    `> ${shown[2]} - ${factor(shown[1])} = ${d}`,
    `The common difference is $${d}$`,
  ];
  return { d, first, shown, list: shown.join(', '), differences };
}

export const nextTerm: Family = {
  id: 'sequence-next-term',
  topic: 'algebra',
  title: 'The next term of a sequence',
  levels: ['growing arithmetic', 'any arithmetic', 'geometric'],
  phrasings: [
    'Find the next term: <seq>',
    'What comes next: <seq>, ...',
    'What is the next number in <seq>, ...?',
    'What is the next term of the sequence <seq>?',
    'next number: <seq>',
    'Continue the sequence <seq>',
    'Find the next number in the sequence <seq>.',
    'Write down the next term of <seq>, ...',
    '<seq>, what comes next',
    'Here is a sequence: <seq>. Find the next term.',
    'what number follows <seq>',
    'A sequence starts <seq>. What is the next term?',
    'Complete the pattern: <seq>, ?',
    '<seq>, ?',
    'which number is next in <seq>',
    'The sequence <seq> goes on. Give the next term.',
    'can you find the next term in <seq>',
    '<seq> what comes next',
    '<seq> next number?',
    'what number is next <seq>',
    'the pattern goes <seq>. what is the next one',
    'continue the pattern <seq>',
  ],
  make(rng, level) {
    if (level === 3) {
      const ratio = rng.pick([2, 2, 3, 3, 4, 5, 10, -2, -3]);
      const first = rng.nonzero(-4, 6);
      const shown = Array.from({ length: Math.abs(ratio) === 2 ? rng.int(4, 6) : 4 }, (_, index) => first * ratio ** index);
      const last = shown[shown.length - 1];
      return {
        maths: { seq: shown.join(', ') },
        steps: [
          `> ${shown[1]} - ${factor(shown[0])} = ${shown[1] - shown[0]}`,
          `> ${shown[2]} - ${factor(shown[1])} = ${shown[2] - shown[1]}`,
          'The differences are not equal, so try ratios',
          `> ${shown[0]} * ${factor(ratio)} = ${shown[1]}`,
          `> ${shown[1]} * ${factor(ratio)} = ${shown[2]}`,
          `The common ratio is $${ratio}$`,
          `Multiply the last term: $${last} \\cdot ${factor(ratio)} = ${last * ratio}$`,
        ],
        answer: String(last * ratio),
      };
    }
    const { d, shown, list, differences } = arithmetic(rng, level);
    const last = shown[shown.length - 1];
    return {
      maths: { seq: list },
      steps: [...differences, `Add it to the last term: $${sum(String(last), String(d))} = ${last + d}$`],
      answer: String(last + d),
    };
  },
};

export const arithmeticNthTerm: Family = {
  id: 'arithmetic-nth-term',
  topic: 'algebra',
  title: 'The nth term of an arithmetic sequence',
  levels: ['growing', 'any', 'larger differences'],
  phrasings: [
    'Find the nth term of <seq>, ...',
    'nth term of <seq>',
    'What is the nth term of the sequence <seq>?',
    'Find a formula for the nth term: <seq>',
    'Work out the nth term of <seq>.',
    'nth term: <seq>',
    'Write an expression for the nth term of <seq>, ...',
    'what is the nth term rule for <seq>',
    'Find an expression, in terms of n, for the nth term of <seq>.',
    'Here are the first terms of a sequence: <seq>. Find the nth term.',
    '<seq>, find the nth term',
    'Give the nth term of this arithmetic sequence: <seq>',
    'how do i find the nth term of <seq>',
    'A sequence begins <seq>. What is its nth term?',
    'Determine the general term of <seq>.',
    'Find the general term of the arithmetic sequence <seq>, ...',
    'Question 8. Find the nth term of <seq>.',
    'whats the nth term for <seq>',
    'find a formula for the nth term of <seq>',
    'rule for <seq> in terms of n',
    '<seq> nth term?',
    'what is the rule for the sequence <seq> using n',
  ],
  make(rng, level) {
    const { d, first, list, differences } = arithmetic(rng, level);
    const constant = first - d;
    const rule = sum(term(d, 'n'), constant === 0 ? '' : String(constant));
    return {
      maths: { seq: list },
      steps: [
        ...differences,
        `So the rule starts with $${term(d, 'n')}$`,
        `First term minus the difference: $${first} - ${factor(d)} = ${constant}$`,
        `The nth term is $${rule}$`,
        `Check with $n = 2$: $${sum(`${d} \\cdot 2`, constant === 0 ? '' : String(constant))} = ${first + d}$`,
      ],
      answer: rule,
    };
  },
};

export const arithmeticTerm: Family = {
  id: 'arithmetic-term',
  topic: 'algebra',
  title: 'A far term of an arithmetic sequence',
  levels: ['growing', 'any', 'larger differences'],
  phrasings: [
    'Find the {k} term of <seq>, ...',
    'What is the {k} term of the sequence <seq>?',
    'Work out the {k} term of <seq>.',
    '{k} term of <seq>',
    'The sequence <seq> goes on. Find the {k} term.',
    'An arithmetic sequence starts <seq>. What is its {k} term?',
    'what is the {k} term in <seq>',
    'Here is a sequence: <seq>. Find the {k} term.',
    'Calculate the {k} term: <seq>',
    '<seq>, find the {k} term',
    'Given the arithmetic sequence <seq>, find the {k} term.',
    'how do i find the {k} term of <seq>',
    'Find the {k} number in the sequence <seq>.',
    'If a sequence begins <seq>, what is the {k} term?',
    'For <seq>, ..., work out the {k} term.',
    'Question 9. Find the {k} term of <seq>.',
    'Determine the {k} term of the arithmetic sequence <seq>.',
    'what is the {k} term of <seq>',
    '<seq> whats the {k} term',
    'the sequence goes <seq>. find the {k} term',
    '{k} term of <seq>?',
    'if the pattern <seq> goes on what is the {k} number',
  ],
  make(rng, level) {
    const { d, first, list, differences } = arithmetic(rng, level);
    const k = rng.chance(0.4) ? rng.pick([10, 20, 50, 100]) : rng.int(8, 60);
    const times = (k - 1) * d;
    return {
      maths: { seq: list },
      words: { k: ordinal(k) },
      steps: [
        ...differences,
        `Steps from the first term: $${k} - 1 = ${k - 1}$`,
        ...timesLines(k - 1, d),
        `Multiply: $${k - 1} \\cdot ${factor(d)} = ${times}$`,
        `Add the first term: $${sum(String(first), String(times))} = ${first + times}$`,
      ],
      answer: String(first + times),
    };
  },
};

export function ordinal(n: number): string {
  if (n % 100 >= 11 && n % 100 <= 13) return `${n}th`;
  return `${n}${['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'}`;
}
