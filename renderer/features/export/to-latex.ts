/**
 * A solution as a LaTeX document. What a model or learner wrote is not trusted: prose is escaped, and a formula goes in
 * as maths only when the typesetter reads it and refuses nothing in it; else its source is printed.
 */
import { readProblem } from '#tutor/problem/read-problem.ts';
import { typesetFormula } from '../../typeset/formula.ts';
import { type Token, tokenize } from '../../typeset/tokenize.ts';
import { escapeLatex } from './escape-latex.ts';
import type { DocumentStep, SolutionDocument } from './solution-document.ts';

const PREAMBLE = String.raw`\documentclass[11pt]{article}
\usepackage{iftex}
\ifPDFTeX\usepackage[T1]{fontenc}\fi
\usepackage{amsmath,amssymb}
\setlength{\parindent}{0pt}
\begin{document}`;

export function toLatex({ problem, sample, agreement, answerLabel, answer, steps }: SolutionDocument): string {
  const parts = [
    PREAMBLE,
    `\\section*{${problemToLatex(problem)}}`,
    `\\emph{${escapeLatex(`${sample}. ${agreement}.`)}}`,
    steps.length === 0 ? '' : ['\\begin{enumerate}', ...steps.map(writeStep), '\\end{enumerate}'].join('\n'),
    answer === null ? '' : `\\textbf{${escapeLatex(answerLabel)}:} ${inlineMaths(answer, answer)}`,
    '\\end{document}',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function writeStep({ lead, main, working, check }: DocumentStep): string {
  const title = lead === '' ? '' : `\\textbf{${textToLatex(lead)}:} `;
  const lines = [`\\item{} ${title}${textToLatex(main)} \\hfill \\emph{${textToLatex(check)}}`];
  if (working.length > 0) {
    lines.push('\\begin{quote}\\small', working.map(problemToLatex).join('\n\n'), '\\end{quote}');
  }
  return lines.join('\n');
}

function textToLatex(text: string): string {
  return tokenize(text).map(tokenToLatex).join('');
}

function tokenToLatex(token: Token): string {
  switch (token.kind) {
    case 'text':
      return escapeLatex(token.text);
    case 'break':
      return '\\newline\n';
    case 'strong':
      return `\\textbf{${token.tokens.map(tokenToLatex).join('')}}`;
    case 'maths':
      return token.display ? displayMaths(token.tex, token.source) : inlineMaths(token.tex, token.source);
  }
}

/** Keyboard maths becomes formulas, as on the screen. */
function problemToLatex(problem: string): string {
  return readProblem(problem.trim())
    .map((part) =>
      part.kind === 'maths' && part.latex !== undefined ? inlineMaths(part.latex, part.source) : textToLatex(part.source),
    )
    .join('');
}

function inlineMaths(tex: string, source: string): string {
  return asMaths(tex, source, false, (formula) => `$${formula}$`);
}

/** Environments such as align bring their own maths mode; aligned does not. */
function displayMaths(tex: string, source: string): string {
  return asMaths(tex, source, true, (formula) =>
    /^\\begin\{(align|equation|gather)\*?\}/.test(formula) ? `\n${formula}\n` : `\n\\[${formula}\\]\n`,
  );
}

function asMaths(tex: string, source: string, display: boolean, write: (formula: string) => string): string {
  // A blank line would end the formula.
  const formula = tex.replaceAll(/\s*\n\s*/g, ' ').trim();
  if (formula === '' || typesetFormula(formula, { display }).note !== null) return `\\texttt{${escapeLatex(source)}}`;
  return write(escapePercents(formula));
}

/** A bare per cent sign would turn the rest of the line into a comment. */
function escapePercents(tex: string): string {
  return tex.replaceAll(/\\.|%/gs, (found) => (found === '%' ? '\\%' : found));
}
