/** A step's maths and prose. Formulas that stand alone are set large, as displays. */
import { memo, useMemo } from 'react';
import { type Token, tokenize } from '../../typeset/tokenize.ts';
import { Formula, TypesetText } from '../maths/typeset-text.tsx';

export const StepBody = memo(function StepBody({ body }: { readonly body: string }) {
  const formulas = useMemo(() => formulasOnly(tokenize(body)), [body]);
  if (body.trim() === '') return null;
  if (formulas === null) {
    return (
      <div className="step-prose">
        <TypesetText text={body} />
      </div>
    );
  }
  return (
    <div className="step-maths">
      {formulas.map(({ tex, at }) => (
        <Formula key={at} tex={tex} display />
      ))}
    </div>
  );
});

/** The formulas of a body that holds nothing else; null when there is prose. */
function formulasOnly(tokens: readonly Token[]): { tex: string; at: number }[] | null {
  const formulas: { tex: string; at: number }[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'maths') formulas.push({ tex: token.tex, at });
    else if (token.kind !== 'break' && !(token.kind === 'text' && isPunctuation(token.text))) return null;
  }
  return formulas.length > 0 ? formulas : null;
}

/** A full stop or comma left over after a formula. */
const isPunctuation = (text: string): boolean => ['', '.', ',', ';'].includes(text.trim());
