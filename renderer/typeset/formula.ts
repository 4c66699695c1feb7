/**
 * One formula to HTML and MathML by KaTeX, inside limits that no input can pass. Knows LaTeX's dangers, not where a
 * formula stands in a text.
 */
import katex from 'katex';
import { withDecimalComma } from './decimal-comma.ts';
import { escapeAttribute, escapeHtml } from './escape-html.ts';
import { hasDecimalComma, type MathsLanguage } from './maths-language.ts';
import { speak } from './speech/speak.ts';

/** Longest formula, in UTF-16 units: 100 kB of `x+` takes KaTeX 3.5 s and makes 16 MB. */
export const MAX_FORMULA_LENGTH = 4096;
/** Deepest nesting of braces, environments and `\left`: KaTeX recurses, and throws RangeError past about 1,000. */
export const MAX_FORMULA_DEPTH = 64;
/** Macro expansions a formula may take. Without definitions none is recursive; a 2 kB `\def` bomb took 15 s. */
const MAX_EXPANSIONS = 1000;
/** Largest length an input may ask for, in em. */
const MAX_SIZE_EM = 5;
/** Characters of HTML kept for formulas seen before. */
const MEMO_CHARACTERS = 8_000_000;

/** Commands refused before parsing: definitions (bombs), links, pictures, raw HTML attributes and moved boxes. */
const REFUSED = new Set(
  (
    'def gdef edef xdef let futurelet global long newcommand renewcommand providecommand newenvironment catcode ' +
    'href url includegraphics htmlClass htmlId htmlStyle htmlData cssId class style unicode require input include ' +
    'kern mkern hskip mskip raisebox'
  ).split(' '),
);

export interface Formula {
  readonly html: string;
  /** Why the source is shown instead of the formula; null when it was typeset. */
  readonly note: string | null;
}

const memo = new Map<string, Formula>();
let memoCharacters = 0;

export interface FormulaOptions {
  readonly display: boolean;
  /** What to show when it cannot be typeset, usually with its delimiters; absent: the formula itself. */
  readonly source?: string;
  /** Which decimal mark it is set with, and in which language it is read aloud; absent: English. */
  readonly language?: MathsLanguage;
}

/** @param tex LaTeX without delimiters */
export function typesetFormula(tex: string, { display, source = tex, language = 'en' }: FormulaOptions): Formula {
  const key = `${display ? 'D' : 'I'}${language}${source}\0${tex}`;
  const known = memo.get(key);
  if (known !== undefined) {
    memo.delete(key);
    memo.set(key, known);
    return known;
  }
  const formula = render(tex, display, source, language);
  remember(key, formula);
  return formula;
}

/** Why a formula is not given to KaTeX at all; null when it may be. */
export function refusal(tex: string): string | null {
  if (tex.length > MAX_FORMULA_LENGTH) return `formula of ${tex.length} characters is longer than ${MAX_FORMULA_LENGTH}`;
  let depth = 0;
  for (let at = 0; at < tex.length; at++) {
    if (tex[at] === '{') depth++;
    else if (tex[at] === '}') depth--;
    else if (tex[at] === '\\') {
      const command = commandAt(tex, at);
      if (REFUSED.has(command)) return `\\${command} is not allowed in a formula`;
      if (command === 'left' || command === 'begin') depth++;
      else if (command === 'right' || command === 'end') depth--;
      at += Math.max(command.length, 1);
    }
    if (depth > MAX_FORMULA_DEPTH) return `formula is nested deeper than ${MAX_FORMULA_DEPTH}`;
  }
  return null;
}

/** The source as it was written, inert. */
export function showSource(source: string): string {
  return `<span class="tex-source">${escapeHtml(source)}</span>`;
}

function render(tex: string, display: boolean, source: string, language: MathsLanguage): Formula {
  const refused = refusal(tex);
  if (refused !== null) return { html: showSource(source), note: refused };
  try {
    const written = hasDecimalComma(language) ? withDecimalComma(tex) : tex;
    const html = katex.renderToString(withLiteralPercents(written), {
      displayMode: display,
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxExpand: MAX_EXPANSIONS,
      maxSize: MAX_SIZE_EM,
    });
    return { html: withSpokenLabel(html, speak(tex, language), language), note: null };
  } catch (error) {
    // RangeError included: some nestings need no brace.
    return { html: showSource(source), note: error instanceof Error ? error.message : String(error) };
  }
}

/** A model or learner writing `50% = 0.5` never means a TeX comment, which would drop the rest unseen. */
function withLiteralPercents(tex: string): string {
  let out = '';
  for (let at = 0; at < tex.length; at++) {
    if (tex[at] === '\\' && at + 1 < tex.length) {
      out += tex[at] + tex[at + 1];
      at++;
    } else out += tex[at] === '%' ? '\\%' : tex[at];
  }
  return out;
}

/** The namespaces are implied in an HTML document; without them the markup holds no URL at all. What stands around may be English. */
function withSpokenLabel(html: string, label: string, language: MathsLanguage): string {
  const attributes = `${language === 'en' ? '' : `lang="${language}" `}aria-label="${escapeAttribute(label)}"`;
  return html
    .replaceAll('<svg xmlns="http://www.w3.org/2000/svg"', '<svg')
    .replace('<math xmlns="http://www.w3.org/1998/Math/MathML"', () => `<math ${attributes}`);
}

function remember(key: string, formula: Formula): void {
  memo.set(key, formula);
  memoCharacters += key.length + formula.html.length;
  for (const [oldest, old] of memo) {
    if (memoCharacters <= MEMO_CHARACTERS) return;
    memo.delete(oldest);
    memoCharacters -= oldest.length + old.html.length;
  }
}

function commandAt(tex: string, at: number): string {
  let end = at + 1;
  while (end < tex.length && isLetter(tex.charCodeAt(end))) end++;
  return tex.slice(at + 1, end);
}

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
