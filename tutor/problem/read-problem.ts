/**
 * A problem as a learner types it → prose and maths, each maths part also as LaTeX. Delimited maths is taken as it is;
 * bare maths ("3x + 5 = 20") is found by its signs. It depends on nothing outside this folder, so the interface may call it
 * at every key press. It never refuses: what it cannot read stays text.
 */
import { joinCalculus } from './calculus-phrases.ts';
import { splitDelimited } from './delimiters.ts';
import { keyboardToLatex } from './keyboard-maths.ts';
import { findMaths } from './maths-runs.ts';
import { type ProblemToken, tokenizeProblem } from './problem-tokens.ts';

export interface ProblemPart {
  readonly kind: 'text' | 'maths';
  /** As typed, delimiters included; the sources of all parts joined are the whole text. */
  readonly source: string;
  /** For maths: LaTeX without delimiters. */
  readonly latex?: string;
}

export function readProblem(text: string): ProblemPart[] {
  const parts: ProblemPart[] = [];
  for (const part of splitDelimited(text)) {
    if (part.kind === 'maths') parts.push(part);
    else parts.push(...readBare(part.source));
  }
  return joinCalculus(parts);
}

function readBare(text: string): ProblemPart[] {
  const tokens = tokenizeProblem(text);
  const parts: ProblemPart[] = [];
  let from = 0;
  for (const { first, last } of findMaths(tokens)) {
    const start = tokens[first].start;
    const end = tokens[last].end;
    if (start > from) parts.push({ kind: 'text', source: text.slice(from, start) });
    const source = text.slice(start, end);
    parts.push({ kind: 'maths', source, latex: toLatex(tokens.slice(first, last + 1), source) });
    from = end;
  }
  if (from < text.length) parts.push({ kind: 'text', source: text.slice(from) });
  return parts;
}

/** LaTeX typed without dollar signs is LaTeX already. */
function toLatex(tokens: readonly ProblemToken[], source: string): string {
  return tokens.some(({ kind }) => kind === 'command') ? source : keyboardToLatex(tokens);
}
