/**
 * Integrals and derivatives that a problem tells half in words: "integral of x^2 dx", "d/dx of x^2", "∫ $f$ d$x$". Joins
 * their parts to one formula, so that "dx" is not taken as a product. Works on parts that are read already.
 */
import type { ProblemPart } from './read-problem.ts';

const INTEGRAL_WORD = /(?:\b(?:integral\s+of|integrate|int)|∫)\s*(?:the\s+)?$/i;

export function joinCalculus(parts: readonly ProblemPart[]): ProblemPart[] {
  const done: ProblemPart[] = [];
  for (const part of joinSpelled(parts)) {
    const [before, text] = [done.at(-2), done.at(-1)];
    if (part.latex === undefined || text?.kind !== 'text') done.push(part);
    else if (before !== undefined && isOperator(before) && /^\s*(?:of\s+)?$/.test(text.source) && !isRelation(part.latex))
      done.splice(-2, 2, maths([before, text, part], `${before.latex} ${asFactor(part.latex)}`));
    else done.splice(-1, 1, ...joinIntegral(text, part));
  }
  return done;
}

/** "d/dx" by itself. */
function isOperator({ latex }: ProblemPart): boolean {
  return latex !== undefined && /^\\frac\{d\}\{d[a-z]\}$/.test(latex);
}

/** "the integral of" and "x^2 dx". */
function joinIntegral(text: ProblemPart, part: ProblemPart): ProblemPart[] {
  const word = INTEGRAL_WORD.exec(text.source);
  const latex = part.latex ?? '';
  const integrand = withoutDifferential(latex);
  if (word === null || integrand === null || latex.includes('\\int')) return [text, part];
  const whole = maths([{ source: word[0] }, part], `\\int ${asFactor(integrand)}\\, ${latex.slice(-2)}`);
  const rest = text.source.slice(0, word.index);
  return rest === '' ? [whole] : [{ kind: 'text', source: rest }, whole];
}

/** "∫", formula, "d", "x", each by itself: the formula with its "dx", the sign still in the words. */
function joinSpelled(parts: readonly ProblemPart[]): ProblemPart[] {
  const joined: ProblemPart[] = [];
  for (let at = 0; at < parts.length; at++) {
    const tail = spelledTail(parts, at);
    const integrand = parts[at];
    if (tail === 0 || integrand.latex === undefined || !INTEGRAL_WORD.test(joined.at(-1)?.source ?? '')) joined.push(integrand);
    else {
      const variable = parts[at + tail].latex ?? '';
      joined.push(maths(parts.slice(at, at + tail + 1), `${integrand.latex} d${variable}`));
      at += tail;
    }
  }
  return joined;
}

/** How many parts behind this one spell "d" and a letter; 0 when they do not. */
function spelledTail(parts: readonly ProblemPart[], at: number): number {
  for (const length of [2, 3]) {
    const tail = parts.slice(at + 1, at + 1 + length);
    const between = tail
      .slice(0, -1)
      .map(({ source }) => source)
      .join('')
      .trim();
    if (tail.length === length && between === 'd' && /^[a-z]$/.test(tail[length - 1].latex ?? '')) return length;
  }
  return 0;
}

/** What stands before "dx"; null when the formula does not end so. */
function withoutDifferential(latex: string): string | null {
  const integrand = latex.slice(0, -2);
  if (!/^d[a-z]$/.test(latex.slice(-2)) || /\\[A-Za-z]*$/.test(integrand) || isRelation(latex)) return null;
  return integrand.trimEnd();
}

function isRelation(latex: string): boolean {
  return /[=<>]|\\[gl]e\b/.test(latex);
}

/** A sum in brackets. */
function asFactor(latex: string): string {
  let depth = 0;
  for (const [at, char] of [...latex].entries()) {
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    else if (at > 0 && depth === 0 && (char === '+' || char === '-')) return `\\left(${latex}\\right)`;
  }
  return latex;
}

function maths(parts: readonly Pick<ProblemPart, 'source'>[], latex: string): ProblemPart {
  return { kind: 'maths', source: parts.map(({ source }) => source).join(''), latex };
}
