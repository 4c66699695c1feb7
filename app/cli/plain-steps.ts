/** Steps as a terminal can show them: LaTeX turned into keyboard maths where that is possible, else left as it is. */

import type { StepRecord, Verdict } from '#app/protocol/solve.ts';
import { type Token, tokenize } from '#renderer/typeset/tokenize.ts';
import { type PlainStyle, toPlain } from '#tutor/curriculum/plain-maths.ts';

const STYLE: PlainStyle = { spaced: true, times: '×', divide: '÷', minus: '-', superscripts: true, root: '√', pi: 'π' };

const MARKS: Readonly<Record<Verdict, string>> = { holds: '✓', fails: '✗', unknown: ' ' };

/** @param number counted from 1; a final step carries none */
export function stepLines(step: StepRecord, number: number): string[] {
  const label = step.final ? '  ' : `${number}.`.padStart(2);
  const text = step.goal === '' ? step.body : `${step.goal}: ${step.body}`;
  const [first, ...more] = plainText(text).split('\n');
  const lines = [`${MARKS[step.check]} ${label} ${first}`, ...more.map((line) => `     ${line}`)];
  if (step.check === 'fails' && step.note !== undefined) lines.push(`     (${plainText(step.note)})`);
  return lines;
}

/** LaTeX of an answer, as one would type it. */
export function plainFormula(tex: string): string {
  try {
    return toPlain(withoutBox(tex), STYLE);
  } catch {
    return tex;
  }
}

export function plainText(text: string): string {
  return tokenize(text).map(plainToken).join('');
}

function plainToken(token: Token): string {
  switch (token.kind) {
    case 'text':
      return token.text;
    case 'break':
      return '\n';
    case 'strong':
      return token.tokens.map(plainToken).join('');
    case 'maths':
      return plainFormula(token.tex);
    default:
      return token satisfies never;
  }
}

/** The box marks the answer for the vote; a terminal shows the answer on its own line anyway. */
function withoutBox(tex: string): string {
  const opening = '\\boxed{';
  return tex.startsWith(opening) && tex.endsWith('}') ? tex.slice(opening.length, -1) : tex;
}
