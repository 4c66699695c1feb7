/**
 * A formula in English words, for a screen reader that does not read MathML and for announcements. Knows LaTeX's
 * school subset; a command it does not know is read by its name.
 */

const SYMBOLS: Readonly<Record<string, string>> = {
  '+': 'plus',
  '-': 'minus',
  '−': 'minus',
  '=': 'equals',
  '<': 'is less than',
  '>': 'is greater than',
  '/': 'over',
  '*': 'times',
  '!': 'factorial',
  "'": 'prime',
  '|': 'bar',
  '(': 'open bracket',
  ')': 'close bracket',
  '[': 'open square bracket',
  ']': 'close square bracket',
  '&': '',
  '~': '',
};

const COMMANDS: Readonly<Record<string, string>> = {
  cdot: 'times',
  times: 'times',
  div: 'divided by',
  pm: 'plus or minus',
  mp: 'minus or plus',
  le: 'is at most',
  leq: 'is at most',
  ge: 'is at least',
  geq: 'is at least',
  ne: 'is not equal to',
  neq: 'is not equal to',
  approx: 'is about',
  equiv: 'is congruent to',
  in: 'in',
  to: 'to',
  infty: 'infinity',
  int: 'the integral of',
  sum: 'the sum of',
  prod: 'the product of',
  lim: 'the limit of',
  circ: 'degrees',
  degree: 'degrees',
  ldots: 'and so on',
  dots: 'and so on',
  cdots: 'and so on',
  sqrt: 'the square root of',
  implies: 'which gives',
  Rightarrow: 'which gives',
  rightarrow: 'to',
  cup: 'or',
  cap: 'and',
  '%': 'percent',
  $: 'dollars',
  '{': 'open brace',
  '}': 'close brace',
  '\\': ';',
};

/** Commands that only change how things look. */
const SILENT = new Set(
  (
    'left right big Big bigl bigr Bigl Bigr displaystyle textstyle quad qquad boxed text textbf textit mathrm mathbf ' +
    'mathit operatorname limits begin end nonumber , ; : ! mathbb'
  )
    .split(' ')
    .concat(' '),
);

interface Reader {
  readonly tex: string;
  at: number;
}

export function speak(tex: string): string {
  return readUntil({ tex, at: 0 }, '').replaceAll(/ {2,}/g, ' ').trim();
}

function readUntil(reader: Reader, closing: string): string {
  const words: string[] = [];
  while (reader.at < reader.tex.length) {
    if (closing !== '' && reader.tex[reader.at] === closing) {
      reader.at++;
      break;
    }
    words.push(readAtom(reader));
  }
  return words.join(' ');
}

function readAtom(reader: Reader): string {
  const character = reader.tex[reader.at] ?? '';
  reader.at++;
  if (isNumeric(character)) return readRun(reader, character, isNumeric);
  switch (character) {
    case '{':
      return readUntil(reader, '}');
    case '^':
      return readPower(readAtom(reader));
    case '_':
      return `sub ${readAtom(reader)}`;
    case '\\':
      return readCommand(reader);
    default:
      return SYMBOLS[character] ?? character;
  }
}

function readPower(exponent: string): string {
  if (exponent.trim() === '2') return 'squared';
  if (exponent.trim() === '3') return 'cubed';
  return exponent === 'degrees' || exponent === 'prime' ? exponent : `to the power ${exponent}`;
}

function readCommand(reader: Reader): string {
  const first = reader.tex[reader.at] ?? '';
  reader.at++;
  const command = isLetter(first) ? readRun(reader, first, isLetter) : first;
  if (SILENT.has(command)) return readSilent(reader, command);
  if (command === 'frac' || command === 'dfrac' || command === 'tfrac')
    return `${readArgument(reader)} over ${readArgument(reader)}`;
  if (command === 'binom') return `${readArgument(reader)} choose ${readArgument(reader)}`;
  if (command === 'sqrt' && reader.tex[reader.at] === '[') {
    reader.at++;
    return `the root of order ${readUntil(reader, ']')} of`;
  }
  return COMMANDS[command] ?? command;
}

/** `\text{…}` is prose and is read as it stands; an environment's name is not read. */
function readSilent(reader: Reader, command: string): string {
  const prose = command.startsWith('text') || command === 'operatorname' || command === 'mathrm';
  const structure = command === 'begin' || command === 'end';
  if ((!prose && !structure) || reader.tex[reader.at] !== '{') return '';
  const close = reader.tex.indexOf('}', reader.at);
  const content = reader.tex.slice(reader.at + 1, close < 0 ? undefined : close);
  reader.at = close < 0 ? reader.tex.length : close + 1;
  return prose ? content : '';
}

function readArgument(reader: Reader): string {
  while (reader.tex[reader.at] === ' ') reader.at++;
  if (isNumeric(reader.tex[reader.at] ?? '')) return reader.tex[reader.at++];
  return reader.at < reader.tex.length ? readAtom(reader) : '';
}

function readRun(reader: Reader, first: string, belongs: (character: string) => boolean): string {
  let run = first;
  while (reader.at < reader.tex.length && belongs(reader.tex[reader.at])) run += reader.tex[reader.at++];
  return run;
}

const isLetter = (character: string): boolean => (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
const isNumeric = (character: string): boolean => (character >= '0' && character <= '9') || character === '.';
