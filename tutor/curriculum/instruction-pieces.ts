/**
 * What instructions around a question are made of: task lines, lines about the form of an answer, guidelines for lists. Their
 * digits are drawn anew each time and never belong to the problem. Knows no question.
 */
import type { Rng } from './rng.ts';

export type Piece = (rng: Rng) => string;

const fixed =
  (...texts: readonly string[]): Piece =>
  (rng) =>
    rng.pick(texts);

/** One line about the whole answer: "Reply with just the result." */
export const oneLine: Piece = (rng) => {
  const verb = rng.pick([
    'Give',
    'State',
    'Write',
    'Return',
    'Report',
    'Provide',
    'Output',
    'Reply with',
    'Respond with',
    'Answer with',
  ]);
  const what = rng.pick([
    'only the final answer',
    'only the result',
    'just the answer',
    'just the result',
    'only the final value',
    'the answer and nothing else',
    'the result as your final answer',
    'only the answer',
    'nothing but the answer',
    'the final answer only',
  ]);
  const how = rng.pick(['', '', '', '', ' on one line', ' on the last line', ' without an explanation', ' in the simplest form']);
  return `${rng.pick(['', '', 'Please '])}${verb} ${what}${how}.`.replace(
    /Please (\w)/,
    (_, first: string) => `Please ${first.toLowerCase()}`,
  );
};

const ONE_OFF: Piece = fixed(
  'Your output should be only the answer.',
  'Only reply with the final value.',
  'Do not include units.',
  'Give the result as your final answer. Do not include units.',
  'No explanation is needed.',
  'Do not explain.',
  'Answer in the form asked for.',
  'Express your answer in the usual way.',
);

/** An example of the form of an answer, with numbers of its own. */
const formExample: Piece = (rng) => {
  const [a, b, c] = [rng.sized(1, 999), rng.sized(2, 99), rng.sized(2, 99)];
  const example = rng.pick([
    `${a}`,
    `-${a}`,
    `${a % 20}/${b}`,
    `${b}.${c}`,
    `${b}, ${c}, ${a}`,
    `${b}*x**${2 + (c % 4)}`,
    `(${b}, -${c})`,
    `1.${c}e+${b % 10}`,
    `['${a}', '-${b}', '${c}']`,
    `${2 + (b % 9)} × ${3 + (c % 7)}`,
  ]);
  return rng.pick([
    `Please respond in plain form [ex., ${example}].`,
    `(Example of an answer: ${example})`,
    `The form of an answer is, for example, ${example}.`,
    `Write your answer as in this example: "${example}".`,
    `An answer may look like this: ${example}`,
    `(e.g., ${example})`,
    `Example: for another problem the answer would be ${example}.`,
  ]);
};

export const behindLine: Piece = (rng) => rng.pick([oneLine, oneLine, ONE_OFF, formExample])(rng);

/** What the task is, ahead of the question. */
export const taskLine: Piece = (rng) => {
  const task = rng.pick([
    'solve the problem below',
    'find the answer to a mathematics question',
    'work out the result',
    'answer the question that follows',
    'find the value asked for',
    'do a calculation and give its result',
    'solve an exercise',
    'carry out one task in mathematics',
  ]);
  return rng.pick([`Your task is to ${task}.`, `Please ${task}.`, `You are asked to ${task}.`, `In this exercise you ${task}.`]);
};

/** Stands between the task line and the question, about other answers than this one as a rule. */
export const sideNote: Piece = (rng) => {
  const n = rng.int(2, 36);
  return rng.pick([
    `If digits above ${n % 10} are needed, use lowercase letters.`,
    `If the result has more than ${n} digits, write all of them.`,
    'If there is more than one answer, part them by commas.',
    `Problems of this kind have ${n} parts at most; here there is one.`,
    'Your output should be only the result.',
    `You may use up to ${n} lines for your working.`,
    'The answer is a number, a word or an expression.',
    `This is problem ${n} of ${n + rng.int(1, 60)}.`,
  ]);
};

const stars: Piece = (rng) => {
  const [a, n, letter] = [rng.int(2, 12), rng.int(2, 6), rng.pick(['x', 'X', 'y', 't'])];
  const example = rng.pick(['', ` For example, write ${a}*${letter}**${n} instead of ${a}*${letter}^${n}.`]);
  return (
    rng.pick([
      'Use ** instead of ^ to represent exponents.',
      'Powers are written with **, not with ^.',
      'Write exponents with **.',
    ]) + example
  );
};

const products: Piece = (rng) => {
  const [a, b, n] = [rng.int(2, 12), rng.int(2, 18), rng.int(2, 4)];
  const long = `-${a}*X**${n}*sin(X) - ${b}*X*cos(X) + ${a}*sin(X) + C`;
  const short = `-${a}x${n}sin(x) - ${b}xcos(x) + ${a}sin(x) + C`;
  const example = rng.pick([
    '',
    ` For example, write \`${long}\` instead of \`${short}\`.`,
    ` So it is ${a}*x*y and not ${a}xy.`,
    ` For example, ${a}*(x + ${b}).`,
  ]);
  return (
    rng.pick([
      'Always include the * symbol for every multiplication.',
      'Show each product with *, also in the steps.',
      'Do not leave out the * of a product.',
    ]) + example
  );
};

/** Some numbers, bare and as a list of strings. */
const listForm: Piece = (rng) => {
  const numbers = Array.from({ length: rng.int(3, 8) }, () => rng.int(-99, 99));
  const strings = `[${numbers.map((n) => `'${n}'`).join(', ')}]`;
  return rng.pick([
    `Let your answer be a list of numbers. Instead of reporting it as ${numbers.join(', ')}, use ${strings} instead`,
    `Numbers in the square brackets are strings. For example, ${strings}`,
    `Answer with a list such as ${strings}.`,
    `Return a list: ${numbers.join(', ')} would be written ${strings}.`,
  ]);
};

const severalForm: Piece = (rng) => {
  const [a, b] = [rng.int(1, 9999), rng.int(1, 9999)];
  return rng.pick([
    `Provide all answers as comma-separated values. For example: "-0.${a}, 0.${b}"`,
    'Format your answer by the number of solutions:\n   - For 1 solution: a single number\n   - For 2 solutions: two numbers with a comma\n   - For 3 or more solutions: all of them with commas',
    'If there is no solution, report an empty string: ""',
    `Exact solutions such as "u = ${a % 9} + sqrt(${b})/${(a % 90) + 2}" may stay as they are.`,
    `With two answers write both, as in "${a % 50}, ${b % 50}".`,
  ]);
};

const forms: Piece = fixed(
  'Give coordinates in the form (x, y)',
  'Use the degree symbol ° for angles',
  'Return only the angle, coordinates, or radius as your answer.',
  'Use the same letters as the question does.',
  "Use `exp(x)` or `E**(x)` for the exponential function (capital E is Euler's number).",
  'Write fractions in lowest terms.',
  'Do not include units.',
  'Only the final answer counts.',
  'Spell words in full.',
  'Check your answer before you give it.',
);

const HEADERS: readonly string[] = [
  'Please follow these guidelines:',
  'When performing calculations, please follow these guidelines:',
  'Please follow the instruction below:',
  'For all problems of this kind:',
  'Rules for the answer:',
  'In your answer, please follow these instructions:',
  'Notes:',
  'Format:',
];

/** A header and one to five guidelines, numbered or with bullets. */
export const guidelines: Piece = (rng) => {
  const kinds = rng.shuffle([stars, products, listForm, severalForm, forms, forms]).slice(0, rng.int(1, 5));
  const items = [...new Set(kinds.map((piece) => piece(rng)))];
  const bullet = rng.pick<(index: number) => string>([
    (index) => `${index + 1}. `,
    (index) => `${index + 1}. `,
    (index) => `${index + 1}) `,
    (index) => `## ${index + 1}. `,
    () => '- ',
    () => '* ',
    () => '',
  ]);
  return [rng.pick(HEADERS), ...items.map((item, index) => bullet(index) + item)].join('\n');
};
