/**
 * A formula in words, for a screen reader that does not read MathML and for announcements. Knows LaTeX's school subset; a
 * command that the language has no word for is read by its name.
 */
import type { MathsLanguage } from '../maths-language.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { BOUNDED_COMMANDS, type BoundedCommand, type Vocabulary } from './vocabulary.ts';

const VOCABULARIES: Readonly<Record<MathsLanguage, Vocabulary>> = { en: english, de: german };

/** Commands that only change how things look. */
const SILENT = new Set(
  (
    'left right big Big bigl bigr Bigl Bigr displaystyle textstyle quad qquad boxed text textbf textit mathrm mathbf ' +
    'mathit operatorname limits begin end nonumber , ; : ! mathbb'
  )
    .split(' ')
    .concat(' '),
);
const FRACTIONS = new Set(['frac', 'dfrac', 'tfrac']);

interface Reader {
  readonly tex: string;
  readonly words: Vocabulary;
  at: number;
}

export function speak(tex: string, language: MathsLanguage): string {
  return tidy(readUntil({ tex, words: VOCABULARIES[language], at: 0 }, ''));
}

const tidy = (spoken: string): string => spoken.replaceAll(/ {2,}/g, ' ').replaceAll(' ,', ',').trim();

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
  if (isNumeric(character)) return reader.words.number(readRun(reader, character, isNumeric));
  switch (character) {
    case '{':
      return readUntil(reader, '}');
    case '^':
      return readPower(reader);
    case '_':
      return reader.words.index(readArgument(reader));
    case '\\':
      return readCommand(reader);
    case '&':
    case '~':
      return '';
    default:
      return reader.words.symbols[character] ?? character;
  }
}

function readPower(reader: Reader): string {
  const { words } = reader;
  const exponent = readArgument(reader);
  return exponent === words.degrees || exponent === words.symbols["'"] ? exponent : words.power(exponent, isCompound(exponent));
}

function readCommand(reader: Reader): string {
  const first = reader.tex[reader.at] ?? '';
  reader.at++;
  const command = isLetter(first) ? readRun(reader, first, isLetter) : first;
  const { words } = reader;
  if (SILENT.has(command)) return readSilent(reader, command);
  if (FRACTIONS.has(command)) {
    const [top, bottom] = [readArgument(reader), readArgument(reader)];
    return words.fraction(top, bottom, isCompound(top) || isCompound(bottom));
  }
  if (command === 'binom') return words.choose(readArgument(reader), readArgument(reader));
  if (command === 'sqrt') return readRoot(reader);
  if (isBounded(command)) return readBounded(reader, command);
  return words.commands[command] ?? command;
}

function readRoot(reader: Reader): string {
  let order: string | null = null;
  if (reader.tex[reader.at] === '[') {
    reader.at++;
    order = tidy(readUntil(reader, ']'));
  }
  const of = readArgument(reader);
  return reader.words.root(of, order, isCompound(of));
}

function readBounded(reader: Reader, command: BoundedCommand): string {
  const bounds = { _: '', '^': '' };
  for (;;) {
    const next = /^(?:\s|\\limits(?![a-zA-Z]))*([_^])/.exec(reader.tex.slice(reader.at, reader.at + 32));
    if (next === null) return reader.words.bounded(command, bounds._, bounds['^']);
    reader.at += next[0].length;
    bounds[next[1] as keyof typeof bounds] = readArgument(reader);
  }
}

/** `\text{…}` is prose and is read as it stands; an environment's name is not read. */
function readSilent(reader: Reader, command: string): string {
  const prose = command.startsWith('text') || command === 'operatorname' || command === 'mathrm';
  const structure = command === 'begin' || command === 'end';
  if ((!prose && !structure) || reader.tex[reader.at] !== '{') return '';
  const close = reader.tex.indexOf('}', reader.at);
  const content = reader.tex.slice(reader.at + 1, close < 0 ? undefined : close);
  reader.at = close < 0 ? reader.tex.length : close + 1;
  return prose ? (reader.words.prose[content.trim()] ?? content) : '';
}

/** What a command or a script belongs to: a group, a command or a single sign. */
function readArgument(reader: Reader): string {
  while (reader.tex[reader.at] === ' ') reader.at++;
  if (isNumeric(reader.tex[reader.at] ?? '')) return reader.tex[reader.at++];
  return reader.at < reader.tex.length ? tidy(readAtom(reader)) : '';
}

function readRun(reader: Reader, first: string, belongs: (character: string) => boolean): string {
  let run = first;
  while (reader.at < reader.tex.length && belongs(reader.tex[reader.at])) run += reader.tex[reader.at++];
  return run;
}

const isCompound = (spoken: string): boolean => spoken.includes(' ');
const isBounded = (command: string): command is BoundedCommand => (BOUNDED_COMMANDS as readonly string[]).includes(command);
const isLetter = (character: string): boolean => (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
const isNumeric = (character: string): boolean => (character >= '0' && character <= '9') || character === '.';
