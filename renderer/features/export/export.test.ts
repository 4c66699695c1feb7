import { expect, it } from 'vitest';
import { makeRecord, makeSample, makeStep } from '../../testing/records.ts';
import { escapeLatex } from './escape-latex.ts';
import { type DocumentWords, describeSolution } from './solution-document.ts';
import { toLatex } from './to-latex.ts';
import { toMarkdown } from './to-markdown.ts';

const words: DocumentWords = {
  answer: 'Answer',
  verdicts: { holds: 'holds', fails: 'fails', unknown: 'not checked' },
  fails: (note) => `does not follow: ${note}`,
  agreement: '5 of 8 agree',
  sample: 'Sample 1 of 8',
};

function document(problem: string, ...steps: ReturnType<typeof makeStep>[]) {
  return describeSolution(makeRecord({ problem }), makeSample(0, { steps, answer: 'x = 5' }), words);
}
const latexOf = (body: string) =>
  toLatex(document('1', makeStep({ goal: '', body })))
    .split('\\item{} ')[1]
    .split(' \\hfill')[0];

it('writes a solution as Markdown', () => {
  const step = makeStep({ goal: 'Divide by $3$', body: '$x = 15/3$\n$x = 5$', scratch: ['15 / 3 = 5'] });
  const wrong = makeStep({ goal: '', body: '$x = 6$', check: 'fails', note: 'try $x = 5$' });
  expect(toMarkdown(document('Solve 3x = 15\nfor x', step, wrong))).toBe(
    [
      '# Solve 3x = 15',
      '',
      'for x',
      '',
      '*Sample 1 of 8. 5 of 8 agree.*',
      '',
      '1. **Divide by $3$:** $x = 15/3$  ',
      '   $x = 5$ (holds)',
      '',
      '   > 15 / 3 = 5  ',
      '2. $x = 6$ (does not follow: try $x = 5$)',
      '',
      '**Answer:** $x = 5$',
      '',
    ].join('\n'),
  );
});

it('writes a solution as a LaTeX document', () => {
  const step = makeStep({ goal: 'Divide by $3$', body: '$x = \\frac{15}{3}$', scratch: ['15 / 3 = 5'] });
  const latex = toLatex(document('Solve 3x + 5 = 20', step));
  expect(latex).toMatch(/^\\documentclass/);
  expect(latex).toContain('\\section*{Solve $3x + 5 = 20$}');
  expect(latex).toContain('\\item{} \\textbf{Divide by $3$:} $x = \\frac{15}{3}$ \\hfill \\emph{holds}');
  expect(latex).toContain('$x = 5$');
  expect(latex.trimEnd()).toMatch(/\\end\{document\}$/);
});

it('escapes every sign that LaTeX acts on', () => {
  expect(escapeLatex('50% & #1_a {b} ~ ^ \\x $5')).toBe(
    '50\\% \\& \\#1\\_a \\{b\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}x \\$5',
  );
  expect(escapeLatex('3 × 4 ≤ 12')).toBe('3 $\\times$ 4 $\\le$ 12');
  expect(escapeLatex('a\0b\ud800')).toBe('a?b?');
});

it('leaves no command of the prose alive', () =>
  expect(latexOf('\\input{/etc/passwd} and \\end{document}')).toBe(
    '\\textbackslash{}input\\{/etc/passwd\\} and \\textbackslash{}end\\{document\\}',
  ));

it('prints a formula that is refused or cannot be read as its source', () => {
  expect(latexOf('so $\\input{secret}$')).toBe('so \\texttt{\\$\\textbackslash{}input\\{secret\\}\\$}');
  expect(latexOf('so $\\frac{1}{$')).toBe('so \\texttt{\\$\\textbackslash{}frac\\{1\\}\\{\\$}');
});

it('a per cent sign in a formula never hides the rest of the line', () =>
  expect(latexOf('$50% = 0.5$ and $50\\% = 0.5$')).toBe('$50\\% = 0.5$ and $50\\% = 0.5$'));

it('sets displays off, and leaves environments that bring their own maths mode alone', () => {
  expect(latexOf('so $$x = 5$$')).toBe('so \n\\[x = 5\\]\n');
  expect(latexOf('\\begin{align*}x &= 5\\end{align*}')).toBe('\n\\begin{align*}x &= 5\\end{align*}\n');
});

it('a step that begins with a bracket is not taken for a label', () => expect(latexOf('[1, 2]')).toBe('[1, 2]'));
