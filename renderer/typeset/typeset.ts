/**
 * Text with maths to inert HTML. Pure: no DOM, so that the interface, the command line and the tests share it.
 * Knows tokens and formulas, not where the HTML goes.
 */
import { escapeHtml } from './escape-html.ts';
import { showSource, typesetFormula } from './formula.ts';
import type { MathsLanguage } from './maths-language.ts';
import { type Token, type TokenizeOptions, tokenize } from './tokenize.ts';

export interface Typeset {
  /** A flat run of inline elements: of a live text, always a beginning of what the whole text gives. */
  readonly html: string;
  /** One for each formula that is shown as its source, and why. */
  readonly notes: readonly string[];
}

/** Time one text may take, in ms; formulas beyond it are shown as source. */
const BUDGET_MS = 250;
/** What KaTeX takes at worst, measured on 4 kB of `x+`: spending is stopped before a formula that could overrun. */
const WORST_MS_PER_CHARACTER = 0.04;

/** HTML one text may become, in characters: a page takes long to lay out much more. */
const MAX_HTML_CHARACTERS = 2_000_000;

export interface TypesetOptions extends TokenizeOptions {
  /** Which decimal mark formulas are set with, and in which language they are read aloud; absent: English. */
  readonly language?: MathsLanguage;
}

export function typesetToHtml(text: string, options: TypesetOptions = {}): Typeset {
  const writer = new Writer(options.language ?? 'en');
  writer.write(tokenize(text, options));
  return { html: writer.html, notes: writer.notes };
}

/**
 * inline: within a line of text; large: within a line, with fractions at full height; display: on a line of its own.
 */
export type FormulaSize = 'inline' | 'large' | 'display';

/** A formula given without delimiters, such as an answer. */
export function formulaToHtml(tex: string, size: FormulaSize, language: MathsLanguage = 'en'): Typeset {
  const large = size === 'large' ? `\\displaystyle ${tex}` : tex;
  const { html, note } = typesetFormula(large, { display: size === 'display', source: tex, language });
  return { html: size === 'display' && note === null ? displayed(html) : html, notes: note === null ? [] : [note] };
}

class Writer {
  html = '';
  readonly notes: string[] = [];
  private readonly started = performance.now();
  private readonly language: MathsLanguage;

  constructor(language: MathsLanguage) {
    this.language = language;
  }

  write(tokens: readonly Token[]): void {
    for (const token of tokens) {
      switch (token.kind) {
        case 'text':
          this.html += escapeHtml(token.text);
          break;
        case 'break':
          this.html += '<br>';
          break;
        case 'strong':
          this.html += '<strong>';
          this.write(token.tokens);
          this.html += '</strong>';
          break;
        case 'maths':
          this.writeFormula(token);
          break;
      }
    }
  }

  private writeFormula(token: Token & { kind: 'maths' }): void {
    const exhausted = this.exhausted(token.tex.length);
    const { html, note } = exhausted
      ? { html: showSource(token.source), note: exhausted }
      : typesetFormula(token.tex, { display: token.display, source: token.source, language: this.language });
    if (note !== null) this.notes.push(note);
    this.html += token.display && note === null ? displayed(html) : html;
  }

  private exhausted(length: number): string | null {
    if (this.html.length > MAX_HTML_CHARACTERS) return 'this text makes too large a page: the rest is shown as source';
    const spent = performance.now() - this.started;
    if (spent + length * WORST_MS_PER_CHARACTER <= BUDGET_MS) return null;
    return `typesetting this text takes longer than ${BUDGET_MS} ms: the rest is shown as source`;
  }
}

const displayed = (html: string): string => `<span class="display-maths">${html}</span>`;
