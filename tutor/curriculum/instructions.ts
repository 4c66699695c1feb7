/**
 * What examiners write around a question: a task before it, the form of the answer behind it, from one to some ten lines. None
 * of it changes the answer, which keeps its family's one form; the digits in it are not the problem's.
 */
import { behindLine, guidelines, oneLine, type Piece, sideNote, taskLine } from './instruction-pieces.ts';
import type { Rng } from './rng.ts';

type Wrap = (question: string, rng: Rng) => string;

const closed = (question: string) => (/[.?!:=]$/.test(question) ? question : `${question}.`);

const behind =
  (piece: Piece, gap: string): Wrap =>
  (question, rng) =>
    `${closed(question)}${gap}${piece(rng)}`;

const stateTheAnswer: Wrap = (question, rng) => {
  const verb = rng.pick(['State', 'Give', 'Find', 'Write down']);
  const kind = rng.pick(['problem', 'question', 'exercise', 'arithmetic problem', 'maths problem']);
  return `${verb} the ${rng.pick(['final answer', 'answer', 'result'])} to the following ${kind}: ${question}`;
};

const taskBefore: Wrap = (question, rng) => {
  const note = rng.chance(0.5) ? `\n\n${sideNote(rng)}` : '';
  const now = rng.pick(['\n\nNow, ', '\n\n', '\n', '\n\nQuestion: ', '\n\nThe problem: ']);
  const lead = now.endsWith('Now, ') ? question.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase()) : question;
  return `${taskLine(rng)}${note}${now}${lead}`;
};

const instructionBefore: Wrap = (question, rng) =>
  rng.chance(0.4) ? `${guidelines(rng)}\n\n${question}` : `${oneLine(rng)}${rng.pick([' ', '\n'])}${question}`;

const framed: Wrap = (question, rng) => {
  const number = rng.int(1, 40);
  const marks = rng.int(1, 6);
  return rng.pick([
    `Q: ${question}\nA:`,
    `Question: ${question}\nAnswer:`,
    `Problem:\n${question}\n\nSolution:`,
    `### Problem\n${question}\n### Answer`,
    `Question ${number}. ${question} [${marks} marks]`,
    `Q${number}. ${question}\n(Total ${marks} marks)`,
    `Exercise ${number}\n${question}`,
    `${question}\nAnswer:`,
    `${number}. ${question} (${marks} marks)`,
    `Q${number}) ${question}`,
    `${question} = ?`.replace(/[.?:=]* = \?$/, (end) => (end.startsWith(' ') ? end : end.slice(0, 1))),
  ]);
};

const bothSides: Wrap = (question, rng) => behind(behindLine, rng.pick([' ', '\n']))(taskBefore(question, rng), rng);

const WRAPS: readonly Wrap[] = [
  behind(behindLine, ' '),
  behind(behindLine, ' '),
  behind(behindLine, '\n'),
  behind(guidelines, '\n'),
  behind(guidelines, '\n'),
  behind(guidelines, ' '),
  stateTheAnswer,
  taskBefore,
  instructionBefore,
  framed,
  bothSides,
];

const SHARE = 0.14;

/** Rough tokens of a text: digits and signs are one each, words are some two and a half characters a token. */
const TOKENS = 700;
const roughTokens = (question: string, solution: number) => question.length / 2.4 + solution / 1.6;

/** Now and then a question with instructions around it, where its solution of so many characters leaves room for them. */
export function withInstruction(question: string, solution: number, rng: Rng): string {
  if (!rng.chance(SHARE)) return question;
  const wrapped = rng.pick(WRAPS)(question, rng);
  return roughTokens(wrapped, solution) > TOKENS ? question : wrapped;
}
