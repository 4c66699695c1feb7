import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { MAX_FORMULA_DEPTH, MAX_FORMULA_LENGTH, refusal } from './formula.ts';
import { formulaToHtml, typesetToHtml } from './typeset.ts';

const PIECES = [
  '$',
  '$$',
  '\\',
  '(',
  ')',
  '[',
  ']',
  '**',
  '*',
  '\n',
  ' ',
  'x',
  '5',
  'and',
  '{',
  '}',
  '\\frac',
  '^2',
  '\\begin{align}',
  '\\end{align}',
  '\r',
  '😀',
  '<b>',
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));

const HOSTILE = [
  '$\\href{javascript:alert(1)}{x}$',
  '$\\url{http://evil.example}$',
  '$\\includegraphics{http://evil.example/a.png}$',
  '$\\htmlStyle{background:url(http://evil.example)}{x}$',
  '$\\htmlData{onclick=alert(1)}{x}$',
  '<img src=x onerror=alert(1)><svg onload=alert(1)>',
  '![a](http://evil.example/a.png) [b](javascript:alert(1))',
  '$\\text{<img src=x onerror=alert(1)>}$',
  '$\\color{red;background:url(http://evil.example)}x$',
  '$x" onmouseover="alert(1)$',
  `$\\def\\a{\\b\\b}${'\\def\\b{\\c\\c}'.repeat(100)}\\a$`,
  '$\\newcommand{\\a}{\\a\\a}\\a$',
  '$\\gdef\\x{\\x\\x}\\x$',
  '$\\let\\a\\b \\a$',
  `$${'x+'.repeat(50_000)}x$`,
  `$${'{'.repeat(2000)}x${'}'.repeat(2000)}$`,
  `$${'\\left('.repeat(600)}$`,
  `$${'\\sqrt'.repeat(800)} x$`,
  `$${'\\displaystyle'.repeat(300)} x$`,
  `$${'\\frac'.repeat(800)}$`,
  '$\\rule{100000em}{100000em}$',
  '$\\kern{-1000em}x$',
  `${`$${'x+'.repeat(2000)}y$ `.repeat(200)}`,
  '$'.repeat(20_000),
  '\\('.repeat(20_000),
  '$\\text{\u202e\u0000}$ \u202e $x$ \u0000 \ud800',
];

/** Attribute names of every tag in the HTML; values are cut out first, so that quoted text is not read as markup. */
function attributes(html: string): string[] {
  const bare = html.replaceAll(/"[^"]*"/g, '""');
  return [...bare.matchAll(/<[a-z][^<>]*>/g)].flatMap(([tag]) => [...tag.matchAll(/\s([a-zA-Z-]+)/g)].map(([, name]) => name));
}

describe('typesetToHtml', () => {
  it('shows of a live text only what the whole text will show, whatever the cuts', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, cut) => {
        const whole = typesetToHtml(text).html;
        const live = typesetToHtml(text.slice(0, cut % (text.length + 1)), { live: true }).html;
        expect(whole.startsWith(live)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('typesets inline and display maths with MathML and a spoken label', () => {
    const { html, notes } = typesetToHtml('Solve $x^2 = 9$ or $$\\frac{1}{2}$$');
    expect(html).toContain('<math aria-label="x squared equals 9">');
    expect(html).toContain('<annotation encoding="application/x-tex">x^2 = 9</annotation>');
    expect(html).toContain('class="display-maths"');
    expect(notes).toEqual([]);
  });

  for (const text of HOSTILE) {
    it(`keeps ${JSON.stringify(text.slice(0, 48))} inert and quick`, () => {
      const { html } = typesetToHtml(text);
      const allowed = new Set([
        'class',
        'style',
        'aria-hidden',
        'aria-label',
        'encoding',
        'width',
        'height',
        'viewBox',
        'd',
        'preserveAspectRatio',
        'mathvariant',
        'stretchy',
        'notation',
        'scriptlevel',
        'displaystyle',
        'mathcolor',
        'fence',
        'separator',
        'lspace',
        'rspace',
        'form',
        'minsize',
        'maxsize',
        'mathbackground',
        'voffset',
        'depth',
      ]);
      expect(attributes(html).filter((name) => !allowed.has(name))).toEqual([]);
      expect(html).not.toMatch(/<(script|img|a|iframe|object|use|image|foreignObject)\b/);
      expect(html).not.toMatch(/style="[^"]*url\(/);
      expect(html).not.toContain('xmlns');
      expect(html.length).toBeLessThan(4_000_000);
    }, 2000);
  }

  it('shows the source where a formula is refused, and says why', () => {
    const { html, notes } = typesetToHtml('a $\\def\\x{1}\\x$ b');
    expect(html).toBe('a <span class="tex-source">$\\def\\x{1}\\x$</span> b');
    expect(notes).toEqual(['\\def is not allowed in a formula']);
  });

  it('shows the source of a formula that KaTeX cannot read', () => {
    const { html, notes } = typesetToHtml('$\\frac{1$');
    expect(html).toBe('<span class="tex-source">$\\frac{1$</span>');
    expect(notes).toHaveLength(1);
  });

  it('keeps a percent sign that TeX would take for a comment', () => {
    expect(typesetToHtml('$50% = 0.5$').html).toContain('0.5');
  });

  it('shows characters that reorder text as their code points', () => {
    expect(typesetToHtml('a\u202eb').html).toBe('a<span class="code-point">U+202E</span>b');
  });
});

/** Formulas near the longest allowed, each of a kind that costs much; `#` is a letter that tells one run from another. */
const BOMBS: Readonly<Record<string, string>> = {
  sums: '#+'.repeat(2000),
  powers: '#^2'.repeat(1300),
  fractions: '\\frac12'.repeat(570),
  'nested fractions': `${'\\frac{1}{'.repeat(60)}#${'}'.repeat(60)}`,
  'nested roots': `${'\\sqrt{'.repeat(60)}#${'}'.repeat(60)}`,
  'nested fences': `${'\\left(\\frac{1}{'.repeat(31)}#${'}\\right)'.repeat(31)}`,
  boxes: '\\boxed{#}'.repeat(450),
  columns: `\\begin{matrix}${'#&'.repeat(1900)}\\end{matrix}`,
  'empty cells': `\\begin{matrix}${'&&&&&&&&\\\\'.repeat(380)}\\end{matrix}`,
  choices: `${'\\mathchoice{'.repeat(15)}#${'}{#}{#}{#}'.repeat(15)}`,
  definitions: `\\def\\a{\\b\\b}${'\\def\\b{\\c\\c}'.repeat(100)}\\a`,
};

/** The least processor time of three runs on unseen text, in ms: other programs and the compiler's warm-up left out. */
function processorMs(textOf: (letter: string) => string): number {
  const runs = ['u', 'v', 'w'].map((letter) => {
    const before = process.threadCpuUsage();
    typesetToHtml(textOf(letter));
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

describe('the time a text takes', () => {
  for (const [name, bomb] of Object.entries(BOMBS)) {
    it(`is under 250 ms for a page of ${name}`, () => {
      const page = (letter: string) =>
        Array.from({ length: 12 }, (_, place) => `$${bomb.replaceAll('#', letter)} ${place}$`).join('\n');
      expect(processorMs(page)).toBeLessThan(250);
    });
  }

  it('is spent on the formulas that fit into it; the rest is shown as source', () => {
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 30;
      return now;
    });
    try {
      const { html, notes } = typesetToHtml('$p$ '.repeat(20));
      expect(html.match(/<math /g)).toHaveLength(8);
      expect(new Set(notes)).toEqual(new Set(['typesetting this text takes longer than 250 ms: the rest is shown as source']));
      expect(notes).toHaveLength(12);
    } finally {
      clock.mockRestore();
    }
  });
});

describe('the limits of a formula', () => {
  it('accepts the longest and refuses one more', () => {
    expect(refusal('x'.repeat(MAX_FORMULA_LENGTH))).toBeNull();
    expect(refusal('x'.repeat(MAX_FORMULA_LENGTH + 1))).toContain('longer than');
  });

  it('accepts the deepest and refuses one more', () => {
    const nested = (depth: number) => '{'.repeat(depth) + '}'.repeat(depth);
    expect(refusal(nested(MAX_FORMULA_DEPTH))).toBeNull();
    expect(refusal(nested(MAX_FORMULA_DEPTH + 1))).toContain('deeper');
  });

  it('has a decimal comma and words of its language, which is named where it is not English', () => {
    const english = formulaToHtml('2.5 + x', 'inline').html;
    const german = formulaToHtml('2.5 + x', 'inline', 'de').html;
    expect(english).toContain('<math aria-label="2.5 plus x"');
    expect(german).toContain('<math lang="de" aria-label="2,5 plus x"');
    expect(german).toContain('<mn>2,5</mn>');
  });

  it('gives the same answer from memory', () => {
    expect(formulaToHtml('x+1', 'display')).toEqual(formulaToHtml('x+1', 'display'));
  });

  it('shows the source of a large formula as it was given', () => {
    expect(formulaToHtml('\\frac{1', 'large').html).toBe('<span class="tex-source">\\frac{1</span>');
  });
});
