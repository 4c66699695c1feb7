/** A step, or a whole solution, as text to paste elsewhere. Knows formats, not the clipboard. */
import type { SampleRecord, StepRecord } from '#app/protocol/solve.ts';
import { tokenize } from '../../typeset/tokenize.ts';

export type CopyFormat = 'latex' | 'markdown' | 'plain';
export const COPY_FORMATS: readonly CopyFormat[] = ['latex', 'markdown', 'plain'];

export function copyStep({ goal, body }: StepRecord, format: CopyFormat): string {
  // A line of words alone is its own goal.
  const main = body === '' ? goal : body;
  const lead = body === '' ? '' : goal;
  switch (format) {
    case 'latex':
      return formulasOf(main).join(' \\\\\n');
    case 'markdown':
      return lead === '' ? main : `**${lead}:** ${main}`;
    case 'plain':
      return withoutDelimiters(lead === '' ? main : `${lead}: ${main}`);
  }
}

/** A numbered list under the problem, with the working indented. */
export function solutionAsMarkdown(problem: string, sample: SampleRecord): string {
  const lines = sample.steps.map((step, place) => {
    const working = step.scratch.map((line) => `   > ${line}`);
    return [`${place + 1}. ${copyStep(step, 'markdown')}`, ...working].join('\n');
  });
  return [`# ${problem}`, '', ...lines, ''].join('\n');
}

/** Each formula without its delimiters; a body without any is given whole. */
function formulasOf(body: string): string[] {
  const formulas = tokenize(body).flatMap((token) => (token.kind === 'maths' ? [token.tex] : []));
  return formulas.length > 0 ? formulas : [body];
}

function withoutDelimiters(text: string): string {
  let out = '';
  for (const token of tokenize(text)) {
    switch (token.kind) {
      case 'text':
        out += token.text;
        break;
      case 'maths':
        out += token.display ? `\n${token.tex}\n` : token.tex;
        break;
      case 'break':
        out += '\n';
        break;
      case 'strong':
        out += token.tokens
          .map((inner) => (inner.kind === 'text' ? inner.text : inner.kind === 'maths' ? inner.tex : ''))
          .join('');
        break;
    }
  }
  return out;
}
