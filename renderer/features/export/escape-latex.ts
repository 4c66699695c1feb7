/** Prose for a LaTeX document: every sign that LaTeX would act on is written so that it prints. */

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '\n': '\\newline\n',
};

/** Signs of maths that pdfLaTeX's text fonts lack. */
const SIGNS: Readonly<Record<string, string>> = {
  '×': '\\times',
  '÷': '\\div',
  '·': '\\cdot',
  '−': '-',
  '±': '\\pm',
  '≤': '\\le',
  '≥': '\\ge',
  '≠': '\\ne',
  '≈': '\\approx',
  '√': '\\surd',
  π: '\\pi',
  θ: '\\theta',
  '∞': '\\infty',
  '°': '^\\circ',
  '²': '^2',
  '³': '^3',
  '→': '\\to',
  '⇒': '\\Rightarrow',
};

export function escapeLatex(text: string): string {
  let out = '';
  for (const character of text) out += escapeCharacter(character);
  return out;
}

function escapeCharacter(character: string): string {
  const command = COMMANDS[character];
  if (command !== undefined) return command;
  const sign = SIGNS[character];
  if (sign !== undefined) return `$${sign}$`;
  const code = character.codePointAt(0) ?? 0;
  // A control sign or half a surrogate pair stops TeX.
  return (code < 0x20 && character !== '\t') || code === 0x7f || (code >= 0xd800 && code <= 0xdfff) ? '?' : character;
}
