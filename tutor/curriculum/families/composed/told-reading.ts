/**
 * Reads what is told ahead of a question, from the sentences alone: an independent witness for the tests, which knows nothing of
 * how they were made. Functions are polynomials.
 */
import { latexValue } from '../../latex-value.ts';

export interface Reading {
  readonly letters: Record<string, number>;
  /** Coefficients by exponent, from the constant up. */
  readonly functions: Record<string, number[]>;
}

const NTH: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3 };

/** Printed maths as LaTeX, without the marks that stand around it. */
export function plainLatex(words: string): string {
  return words
    .replaceAll(/\\\(|\\\)/g, '')
    .replaceAll(/\*\*(\w+)/g, '^{$1}')
    .replaceAll('*', ' \\cdot ')
    .replaceAll('/', ' \\div ');
}

export function readTold(told: string): Reading {
  const reading: Reading = { letters: {}, functions: {} };
  for (const sentence of plainLatex(told)
    .trim()
    .split(/(?<=\.)\s+(?=Let|Suppose)/)) {
    const text = sentence.replace(/\.$/, '');
    const derived = /^Let ([a-z])\(([a-z])\) be the (\w+) derivative of (.*)$/.exec(text);
    const rule = /^Let ([a-z])\(([a-z])\) = (.*)$/.exec(text);
    const letter = /^Let ([a-z]) (?:=|be) (.*)$/.exec(text);
    if (derived !== null) reading.functions[derived[1]] = derive(polynomialOf(derived[4], derived[2], reading), NTH[derived[3]]);
    else if (rule !== null) reading.functions[rule[1]] = polynomialOf(rule[3], rule[2], reading);
    else if (letter !== null) reading.letters[letter[1]] = worth(letter[2], reading);
    else if (text.startsWith('Suppose ')) Object.assign(reading.letters, solved(text.slice(8).split(', '), reading));
  }
  return reading;
}

/** With the calls of known functions worked out first. */
export function worth(latex: string, { letters, functions }: Reading): number {
  const call = [...latex.matchAll(/([a-z])\(/g)].find(([, f]) => f in functions);
  if (call === undefined) return latexValue(latex, letters);
  const open = call.index + 2;
  let close = open;
  for (let depth = 1; depth > 0; close++) depth += latex[close] === '(' ? 1 : latex[close] === ')' ? -1 : 0;
  const at = worth(latex.slice(open, close - 1), { letters, functions });
  // Rounded, so that it is not written with a power of ten.
  const value = functions[call[1]].reduce((total, each, exponent) => total + each * at ** exponent, 0).toFixed(9);
  return worth(`${latex.slice(0, call.index)}(${value})${latex.slice(close)}`, { letters, functions });
}

/** A sum of single terms and of multiples of known functions. */
export function polynomialOf(rule: string, x: string, reading: Reading): number[] {
  const coefficients: number[] = new Array(14).fill(0);
  for (const part of rule.replaceAll(/ ([+-]) /g, '\n$1').split('\n')) {
    const text = part.replace(/^\+/, '');
    const call = /^(.*?)(?:\\cdot )?([a-z])\(([a-z])\)$/.exec(text);
    if (call !== null && call[2] in reading.functions && call[3] === x) {
      const by = /^-?$/.test(call[1].trim()) ? Number(`${call[1].trim()}1`) : worth(call[1], reading);
      reading.functions[call[2]].forEach((each, exponent) => {
        coefficients[exponent] += by * each;
      });
      continue;
    }
    const at = (value: number) => latexValue(text, { ...reading.letters, [x]: value });
    const exponent = at(1) === 0 ? 0 : Math.round(Math.log2(at(2) / at(1)));
    coefficients[exponent] += at(1);
  }
  return coefficients;
}

export function derive(coefficients: readonly number[], times: number): number[] {
  if (times === 0) return [...coefficients];
  return derive(coefficients.map((each, exponent) => each * exponent).slice(1), times - 1);
}

/** The letters that one equation, or two, give values to. */
export function solved(equations: readonly string[], reading: Reading): Record<string, number> {
  const unknowns = [...new Set(equations.join('').replaceAll(/\\[a-z]+/g, ''))].filter(
    (each) => /[a-z]/.test(each) && !(each in reading.letters),
  );
  const gap = (equation: string, at: readonly number[]) => {
    const letters = { ...reading.letters, ...Object.fromEntries(unknowns.map((each, index) => [each, at[index]])) };
    const [left, right] = equation.split('=').map((side) => latexValue(side, letters));
    return left - right;
  };
  if (unknowns.length === 1) {
    const [zero, one] = [gap(equations[0], [0]), gap(equations[0], [1])];
    return { [unknowns[0]]: zero / (zero - one) };
  }
  const [[a, b, e], [c, d, f]] = equations.map((each) => {
    const zero = gap(each, [0, 0]);
    return [gap(each, [1, 0]) - zero, gap(each, [0, 1]) - zero, -zero];
  });
  return { [unknowns[0]]: (e * d - b * f) / (a * d - b * c), [unknowns[1]]: (a * f - e * c) / (a * d - b * c) };
}
