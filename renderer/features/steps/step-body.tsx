/** A step's maths and prose. Formulas that stand alone, or joined by a word such as "or", are set large. */
import { memo, useMemo } from 'react';
import { type Token, tokenize } from '../../typeset/tokenize.ts';
import { Formula, TypesetText } from '../maths/typeset-text.tsx';

/** Letters of prose up to which words only join formulas: "or", "and so", "which gives". */
const JOINING_LETTERS = 12;

export const StepBody = memo(function StepBody({ body }: { readonly body: string }) {
  const tokens = useMemo(() => tokenize(body), [body]);
  if (body.trim() === '') return null;
  if (!isMostlyMaths(tokens)) {
    return (
      <div className="step-prose" lang="en">
        <TypesetText text={body} />
      </div>
    );
  }
  const alone = tokens.every(({ kind }) => kind === 'maths' || kind === 'break');
  return (
    <div className="step-maths" lang="en">
      {tokens.map((token, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tokens of a finished step never move.
        <LargeToken key={at} token={token} display={alone} />
      ))}
    </div>
  );
});

function LargeToken({ token, display }: { readonly token: Token; readonly display: boolean }) {
  switch (token.kind) {
    case 'maths':
      return <Formula tex={token.tex} size={display || token.display ? 'display' : 'large'} />;
    case 'text':
      return token.text;
    case 'break':
      return display ? null : <br />;
    case 'strong':
      return null;
  }
}

function isMostlyMaths(tokens: readonly Token[]): boolean {
  let letters = 0;
  let formulas = 0;
  for (const token of tokens) {
    if (token.kind === 'strong') return false;
    if (token.kind === 'maths') formulas++;
    if (token.kind === 'text') letters += token.text.trim().length;
  }
  return formulas > 0 && letters <= JOINING_LETTERS;
}
