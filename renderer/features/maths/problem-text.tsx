/** A problem, or a line of working, as the tutor reads it: prose as typed, keyboard maths as formulas. */
import { memo, useMemo } from 'react';
import { readProblem } from '#tutor/problem/read-problem.ts';
import { Formula, TypesetText } from './typeset-text.tsx';

/** Longest text that is read for its maths; what is longer is shown as typed. */
const MAX_READ_LENGTH = 4000;

interface ProblemTextProps {
  readonly text: string;
  /** Fractions and roots at full height, as a book sets the formula that a page is about. */
  readonly large?: boolean;
}

export const ProblemText = memo(function ProblemText({ text, large = false }: ProblemTextProps) {
  const parts = useMemo(() => (text.length > MAX_READ_LENGTH ? null : readProblem(text)), [text]);
  if (parts === null) return <TypesetText text={text} />;
  let at = 0;
  return parts.map((part) => {
    const key = at;
    at += part.source.length;
    return part.kind === 'maths' && part.latex !== undefined ? (
      <Formula key={key} tex={part.latex} size={large ? 'large' : 'inline'} />
    ) : (
      <TypesetText key={key} text={part.source} />
    );
  });
});
