/** A step as text to paste elsewhere. Knows formats, not the clipboard. */
import type { StepRecord } from '#app/protocol/solve.ts';
import { toMathml } from '../../typeset/mathml.ts';
import { plainMaths } from '../../typeset/plain-maths.ts';
import { type Token, tokenize } from '../../typeset/tokenize.ts';
import { leadAndMain } from '../export/solution-document.ts';

export type CopyFormat = 'latex' | 'mathml' | 'markdown' | 'plain';
export const COPY_FORMATS: readonly CopyFormat[] = ['latex', 'mathml', 'markdown', 'plain'];

export function copyStep(step: StepRecord, format: CopyFormat): string {
  const { lead, main } = leadAndMain(step);
  switch (format) {
    case 'latex':
      return formulasOf(main).join(' \\\\\n');
    case 'mathml':
      return formulasOf(main)
        .map((tex) => toMathml(tex, true))
        .join('\n');
    case 'markdown':
      return lead === '' ? main : `**${lead}:** ${main}`;
    case 'plain':
      return tokenize(lead === '' ? main : `${lead}: ${main}`)
        .map(plainToken)
        .join('');
  }
}

/** Each formula without its delimiters; a text without any is given whole. */
function formulasOf(text: string): string[] {
  const formulas = tokenize(text).flatMap((token) => (token.kind === 'maths' ? [token.tex] : []));
  return formulas.length > 0 ? formulas : [text];
}

function plainToken(token: Token): string {
  switch (token.kind) {
    case 'text':
      return token.text;
    case 'maths':
      return token.display ? `\n${plainMaths(token.tex)}\n` : plainMaths(token.tex);
    case 'break':
      return '\n';
    case 'strong':
      return token.tokens.map(plainToken).join('');
  }
}
