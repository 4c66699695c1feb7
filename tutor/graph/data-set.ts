/** A short list of numbers whose average is asked for → bars. */
import { canonicalAnswer } from '../answers/canonical-answer.ts';
import { parseExpression } from '../expression/parse-statement.ts';
import { PLAIN_READING } from '../expression/reading.ts';
import type { BarGraph } from './graph.ts';
import { valueAt } from './real-value.ts';

const NUMBER = '[-−]?\\d{1,6}(?:\\.\\d{1,4})?';
const LIST = new RegExp(`${NUMBER}(?:\\s*[,;]\\s*(?:and\\s+)?${NUMBER}|\\s+and\\s+${NUMBER}){2,}`);
const KINDS: ReadonlyMap<string, 'mean' | 'median' | 'mode'> = new Map([
  ['mean', 'mean'],
  ['average', 'mean'],
  ['median', 'median'],
  ['mode', 'mode'],
]);
const MOST = 30;

export function dataSet(problem: string, answer: string | null): BarGraph | null {
  if (problem.length > 1200) return null;
  const asked = /\b(?:mean|average|median|mode|range|quartiles?)\b/i.exec(problem)?.[0].toLowerCase();
  const list = asked === undefined ? undefined : LIST.exec(problem)?.[0];
  if (asked === undefined || list === undefined) return null;
  const values = (list.match(new RegExp(NUMBER, 'g')) ?? []).map((each) => Number(each.replace('−', '-')));
  if (values.length > MOST) return null;
  const kind = KINDS.get(asked);
  const expression = answer === null || answer.length > 60 ? null : parseExpression(canonicalAnswer(answer));
  const value = expression === null ? Number.NaN : valueAt(expression, new Map(), PLAIN_READING);
  return { kind: 'bars', values, mark: kind === undefined || !Number.isFinite(value) ? null : { kind, value } };
}
