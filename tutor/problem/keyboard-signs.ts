/** What the signs and names of keyboard maths are in LaTeX. Tables only. */

export const SIGNS: Readonly<Record<string, string>> = {
  '*': ' \\cdot ',
  '·': ' \\cdot ',
  '×': ' \\times ',
  '÷': ' \\div ',
  '+': ' + ',
  '-': ' - ',
  '−': ' - ',
  '=': ' = ',
  '==': ' = ',
  '<': ' < ',
  '>': ' > ',
  '<=': ' \\le ',
  '≤': ' \\le ',
  '>=': ' \\ge ',
  '≥': ' \\ge ',
  '!=': ' \\ne ',
  '≠': ' \\ne ',
  '≈': ' \\approx ',
  '->': ' \\to ',
  '+-': ' \\pm ',
  '±': ' \\pm ',
  ':': ' : ',
  ',': ', ',
  ';': '; ',
};
export const ADDITIVE = new Set([...'+-−=<>≤≥≠≈:,;±', '==', '<=', '>=', '!=', '->', '+-']);
export const PRODUCT = new Set(['*', '·', '×', '÷', '**']);
export const NAMED: Readonly<Record<string, string>> = {
  asin: '\\arcsin',
  acos: '\\arccos',
  atan: '\\arctan',
  infinity: '\\infty',
  hcf: '\\gcd',
  lcm: '\\operatorname{lcm}',
  mod: '\\bmod',
};
export const CLOSER: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
