/**
 * What examiners write around a question: a task line before it, the form of the answer behind it. None of them changes the
 * answer, which keeps its family's one form.
 */
import type { Rng } from './rng.ts';

const BEFORE: readonly string[] = [
  'Your task is to solve the problem below.\n\nNow, ',
  'Your task is to find the answer to this question.\n\n',
  'Please solve this problem. Only reply with the final value.\n',
  'Solve the following and state the final answer: ',
  'State the final answer to the following problem: ',
  'Work on the problem below.\n\nYour output should be only the result.\n\n',
  'Answer this question. ',
];

const BEHIND: readonly string[] = [
  ' Give only the result as your final answer.',
  ' Give only the final answer.',
  ' Give the result as your final answer.',
  ' Your output should be only the answer.',
  ' Only reply with the final value.',
  ' Respond with just the answer.',
  ' State the result and nothing else.',
  ' Return only the answer.',
  '\nWhen performing calculations, please follow these guidelines:\n1. Use ** instead of ^ to represent exponents.\n2. Always include the * symbol for all multiplication operations.',
  '\nPlease follow the instruction below:\nGive your final answer on one line.',
];

/** Now and then a question with an instruction before or behind it. */
export function withInstruction(question: string, rng: Rng): string {
  if (!rng.chance(0.08)) return question;
  if (rng.chance(0.4)) return rng.pick(BEFORE) + question;
  const closed = /[.?!:=]$/.test(question) ? question : `${question}.`;
  return closed + rng.pick(BEHIND);
}
