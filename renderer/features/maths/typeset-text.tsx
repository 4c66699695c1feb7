/** Typeset text and formulas as React elements. Rendered once for each distinct text. */
import { memo, useMemo } from 'react';
import { type FormulaSize, formulaToHtml, typesetToHtml } from '../../typeset/typeset.ts';
import { useMathsLanguage } from './maths-language.tsx';
import './maths.css';

interface TypesetTextProps {
  readonly text: string;
  /** More may follow: unfinished maths is held back. */
  readonly live?: boolean;
}

export const TypesetText = memo(function TypesetText({ text, live = false }: TypesetTextProps) {
  const language = useMathsLanguage();
  const { html } = useMemo(() => typesetToHtml(text, { live, language }), [text, live, language]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: typesetToHtml escapes all text and KaTeX runs untrusted, tested on hostile input.
  return <span className="typeset" dangerouslySetInnerHTML={{ __html: html }} />;
});

interface FormulaProps {
  /** LaTeX without delimiters. */
  readonly tex: string;
  readonly size?: FormulaSize;
}

export const Formula = memo(function Formula({ tex, size = 'inline' }: FormulaProps) {
  const language = useMathsLanguage();
  const { html } = useMemo(() => formulaToHtml(tex, size, language), [tex, size, language]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: as above.
  return <span className="typeset" dangerouslySetInnerHTML={{ __html: html }} />;
});
