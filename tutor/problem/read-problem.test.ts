import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStatement } from '../expression/parse-statement.ts';
import { readProblem } from './read-problem.ts';

/** Prose as typed, maths as LaTeX in ⟦ ⟧. */
function read(text: string): string {
  return readProblem(text)
    .map((part) => (part.kind === 'maths' ? `⟦${part.latex}⟧` : part.source))
    .join('');
}

describe('readProblem', () => {
  it.each([
    ['Solve 3x + 5 = 20', 'Solve ⟦3x + 5 = 20⟧'],
    ['x^2-5x+6=0', '⟦x^2 - 5x + 6 = 0⟧'],
    ['3/4 + 1/6', '⟦\\frac{3}{4} + \\frac{1}{6}⟧'],
    ['sqrt(50)', '⟦\\sqrt{50}⟧'],
    ['2*3', '⟦2 \\cdot 3⟧'],
    ['What is 12 x 7?', 'What is ⟦12 \\times 7⟧?'],
    ['8 5/8 - 6 9/11', '⟦8\\frac{5}{8} - 6\\frac{9}{11}⟧'],
    ['(45p^(-2))/(5p^8)', '⟦\\frac{45p^{-2}}{5p^8}⟧'],
    ['1/2x', '⟦\\frac{1}{2}x⟧'],
    ['1/2 x = 7', '⟦\\frac{1}{2}x = 7⟧'],
    ['3/5 a + 4 = -4', '⟦\\frac{3}{5}a + 4 = -4⟧'],
    ['2/3 x - 1 = 5', '⟦\\frac{2}{3}x - 1 = 5⟧'],
    ['3 x -4', '⟦3 \\times -4⟧'],
    ['216^(-2/3) =', '⟦216^{-\\frac{2}{3}}⟧ ='],
    ['sin(30°)', '⟦\\sin(30^\\circ)⟧'],
    ['log_3 1', '⟦\\log_3 1⟧'],
    ['log2(8)', '⟦\\log_2(8)⟧'],
    ['t²+11t+24', '⟦t^2 + 11t + 24⟧'],
    ['65+(−71)', '⟦65 + (-71)⟧'],
    ['1) (-6)^2', '1) ⟦(-6)^2⟧'],
    ['sin (4pi)/3', '⟦\\sin \\frac{4\\pi}{3}⟧'],
    ['log_8 1/64', '⟦\\log_8 \\frac{1}{64}⟧'],
    ['gcd(640,180)', '⟦\\gcd(640, 180)⟧'],
    ['Solve a² + 2a - 48 = 0', 'Solve ⟦a^2 + 2a - 48 = 0⟧'],
    ['(x^(−1) x x^4)/x', '⟦\\frac{x^{-1} \\times x^4}{x}⟧'],
    ['6m+5>=53', '⟦6m + 5 \\ge 53⟧'],
    ['8c3', '⟦\\binom{8}{3}⟧'],
    ['3c + 4 = 10', '⟦3c + 4 = 10⟧'],
    ['(1/2 + 3)^2', '⟦\\left(\\frac{1}{2} + 3\\right)^2⟧'],
    ['∫ e^(-9x+4) dx', '⟦\\int e^{-9x + 4}\\, dx⟧'],
    ['∫_0^2 3x^2 dx', '⟦\\int_0^2 3x^2\\, dx⟧'],
    ['find the integral of x^2 + 1 dx.', 'find the ⟦\\int \\left(x^2 + 1\\right)\\, dx⟧.'],
    ['∫1/x dx', '⟦\\int \\frac{1}{x}\\, dx⟧'],
    ['∫ x e^x dx', '⟦\\int xe^x\\, dx⟧'],
    ['|x/2 - 1| + 2|x| = 3', '⟦\\left|\\frac{x}{2} - 1\\right| + 2|x| = 3⟧'],
    ['integrate x dx', '⟦\\int x\\, dx⟧'],
    ['what is ∫ $2x$ d$x$?', 'what is ⟦\\int 2x\\, dx⟧?'],
    ['d/dx of x^2 + 1', '⟦\\frac{d}{dx} \\left(x^2 + 1\\right)⟧'],
    ['1,234 + 5', '⟦1{,}234 + 5⟧'],
  ])('writes the keyboard maths of "%s"', (typed, latex) => {
    expect(read(typed)).toBe(latex);
  });

  it.each([
    ['Find a if 3a + 5 = 20', 'Find a if ⟦3a + 5 = 20⟧'],
    ['Is 7 a prime?', 'Is 7 a prime?'],
    ['solve for x: (5z - 6)/9 = -1', 'solve for ⟦x⟧: ⟦\\frac{5z - 6}{9} = -1⟧'],
    ['7m - 4n = 9 , m + n = 6', '⟦7m - 4n = 9⟧ , ⟦m + n = 6⟧'],
    ['Expand (x+2)(x-3) (show your working).', 'Expand ⟦(x + 2)(x - 3)⟧ (show your working).'],
    ['A train travels 60 km in 2 h.', 'A train travels 60 km in 2 h.'],
    ['It costs $5 and $10.', 'It costs $5 and $10.'],
    ['if i divide by 5', 'if i divide by 5'],
    ['<|end|> 2x = 8', '<|end|> ⟦2x = 8⟧'],
    ['2k = 4 and -on + 4k = 7', '⟦2k = 4⟧ and ⟦-on + 4k = 7⟧'],
    ['a two-step and/or plan', 'a two-step and/or plan'],
    ['y = −2x + 17 and 5x − y = 39.', '⟦y = -2x + 17⟧ and ⟦5x - y = 39⟧.'],
  ])('tells prose from maths in "%s"', (typed, parts) => {
    expect(read(typed)).toBe(parts);
  });

  it.each([
    ['Solve $x^2 = 4$ now', 'Solve ⟦x^2 = 4⟧ now'],
    ['What is $0$?', 'What is ⟦0⟧?'],
    ['$$x = 1$$', '⟦x = 1⟧'],
    ['let \\(13z = 5\\).', 'let ⟦13z = 5⟧.'],
    ['\\[a\n+ b\\]', '⟦a\n+ b⟧'],
    ['Find \\log_3 27', 'Find ⟦\\log_3 27⟧'],
    [
      'find \\det \\begin{pmatrix} -1 & 2 \\\\ 2 & -1 \\end{pmatrix} for me',
      'find ⟦\\det \\begin{pmatrix} -1 & 2 \\\\ 2 & -1 \\end{pmatrix}⟧ for me',
    ],
    ['Simplify \\frac{1}{2} + \\frac{1}{3} please', 'Simplify ⟦\\frac{1}{2} + \\frac{1}{3}⟧ please'],
  ])('takes the LaTeX of "%s" as it is', (typed, parts) => {
    expect(read(typed)).toBe(parts);
  });

  it('loses no character of what was typed', () => {
    const piece = fc.constantFrom(
      ...'0 1 23 x ab a sqrt ( ) [ ] { } $ $$ \\( \\) \\frac{1}{2} \\ + - * / ^ _ = , . ? ! % ° √ the solve π'.split(' '),
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        ),
        (text) => {
          expect(
            readProblem(text)
              .map(({ source }) => source)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });

  it('writes LaTeX that reads back as the same maths', () => {
    const value = (latex: string | undefined) =>
      JSON.stringify(parseStatement(latex ?? '')?.chains, (_, part) => (typeof part === 'bigint' ? String(part) : part));
    for (const [typed, latex] of [
      ['(1+2)/(3-4)', '\\frac{1+2}{3-4}'],
      ['2^(x+1)', '2^{x+1}'],
      ['3(x+1)/2', '\\frac{3(x+1)}{2}'],
      ['-3/4', '-\\frac{3}{4}'],
      ['a/b/c', '\\frac{\\frac{a}{b}}{c}'],
    ]) {
      expect(value(readProblem(typed)[0].latex)).toBe(value(latex));
    }
  });

  it('reads long and hostile text in one pass', () => {
    expect(
      readProblem('$'.repeat(20_000))
        .map(({ source }) => source)
        .join(''),
    ).toHaveLength(20_000);
    expect(
      readProblem('('.repeat(20_000))
        .map(({ source }) => source)
        .join(''),
    ).toHaveLength(20_000);
    expect(
      readProblem('x^'.repeat(10_000))
        .map(({ source }) => source)
        .join(''),
    ).toHaveLength(20_000);
  });
});
