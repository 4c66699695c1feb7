import { describe, expect, it } from 'vitest';
import { type Token, tokenize } from './tokenize.ts';

/** A compact reading: maths in ⟦⟧, display in ⟦⟦⟧⟧, bold in <>, breaks as ⏎. */
function read(tokens: readonly Token[]): string {
  return tokens.map(readToken).join('');
}

function readToken(token: Token): string {
  switch (token.kind) {
    case 'text':
      return token.text;
    case 'break':
      return '⏎';
    case 'strong':
      return `<${read(token.tokens)}>`;
    case 'maths':
      return token.display ? `⟦⟦${token.tex}⟧⟧` : `⟦${token.tex}⟧`;
  }
}

const CASES: readonly (readonly [text: string, reading: string])[] = [
  ['Solve $x = 3$ now', 'Solve ⟦x = 3⟧ now'],
  ['$$x = 3$$', '⟦⟦x = 3⟧⟧'],
  ['so $$x$$ and $y$', 'so ⟦⟦x⟧⟧ and ⟦y⟧'],
  ['$$\na\n$$\nthen', '⟦⟦a⟧⟧then'],
  ['one\n\n\\[ a \\]\n\ntwo', 'one⟦⟦a⟧⟧two'],
  ['\\(a\\) and \\[b \\\\[4pt] c\\]', '⟦a⟧ and ⟦⟦b \\\\[4pt] c⟧⟧'],
  ['\\begin{align*}a&=b\\end{align*}', '⟦⟦\\begin{align*}a&=b\\end{align*}⟧⟧'],
  ['\\begin{verbatim}a\\end{verbatim}', '\\begin{verbatim}a\\end{verbatim}'],
  ['$0$', '⟦0⟧'],
  ['$5$ and $10$', '⟦5⟧ and ⟦10⟧'],
  ['$5 and $10', '$5 and $10'],
  ['costs $5, or $10.', 'costs $5, or $10.'],
  ['costs $5 and has $x$ parts', 'costs $5 and has ⟦x⟧ parts'],
  ['from $5/$10 to $5–$10', 'from $5/$10 to $5–$10'],
  ['$5 for the pen and 3$', '$5 for the pen and 3$'],
  ['$5 \\text{ apples and pears}$', '⟦5 \\text{ apples and pears}⟧'],
  ['$ x = 3 $', '⟦x = 3⟧'],
  ['$ x $', '⟦x⟧'],
  ['5 $ and 10 $', '5 $ and 10 $'],
  ['US$ 5', 'US$ 5'],
  ['\\$5 and $x$', '$5 and ⟦x⟧'],
  ['$a \\$ b$', '⟦a \\$ b⟧'],
  ['$x', '$x'],
  ['$x\n\ny$', '$x⏎⏎y$'],
  ['$a\n+ b$', '⟦a⏎+ b⟧'.replace('⏎', '\n')],
  ['$$$$', '$$$$'],
  ['\\\\(x', '\\\\(x'],
  ['**bold $x$** plain', '<bold ⟦x⟧> plain'],
  ['2 ** 3 ** 4', '2 ** 3 ** 4'],
  ['**open', '**open'],
  ['a\nb\r\nc\n\n\n\nd\n', 'a⏎b⏎c⏎⏎d'],
  ['[a](http://x) ![b](c)', '[a](http://x) ![b](c)'],
];

describe('tokenize', () => {
  for (const [text, reading] of CASES) {
    it(`reads ${JSON.stringify(text)}`, () => expect(read(tokenize(text))).toBe(reading));
  }

  it('holds back what more text could change', () => {
    const shown = (text: string) => read(tokenize(text, { live: true }));
    expect(shown('Then $x')).toBe('Then ');
    expect(shown('Then $x$')).toBe('Then ');
    expect(shown('Then $x$ ')).toBe('Then ⟦x⟧ ');
    expect(shown('a \\')).toBe('a ');
    expect(shown('a \\begin{ali')).toBe('a ');
    expect(shown('a **b')).toBe('a ');
    expect(shown('a\n')).toBe('a');
  });

  it('stays linear on a hundred thousand unclosed openers', () => {
    for (const opener of ['\\( ', '\\[ ', '$$a ', ' **a', '\\begin{align} ', '$5 ']) {
      expect(tokenize(opener.repeat(100_000)).length).toBeGreaterThan(0);
    }
  }, 5000);
});
