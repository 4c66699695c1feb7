/**
 * Text ↔ tokens of a model. Text never becomes a control token, whatever it contains; only a chat template's own parts may.
 * Wraps @huggingface/tokenizers; knows no maths and no templates.
 */
import { Tokenizer as HuggingFaceTokenizer } from '@huggingface/tokenizers';
import { type AddedToken, readTokenizerFile } from './tokenizer-json.ts';

export interface Tokenizer {
  /** Plain text: what looks like a control token is spelt out in ordinary tokens. */
  encodeText(text: string): number[];
  /** Text of the model's author, in which control tokens stand for themselves. */
  encodeMarkup(text: string): number[];
  /** A token's own text; '' for a control token and for an id that is none. */
  spell(token: number): string;
  /** The id of a control token by its exact content. */
  controlToken(content: string): number | undefined;
  /** Starts turning one row's tokens into text as they come. */
  decoder(): TextDecoding;
}

export interface TextDecoding {
  /** The text a token completes; empty while a code point is unfinished. Control tokens yield none. */
  push(token: number): string;
  /** The rest once no token follows; an unfinished code point shows as U+FFFD. */
  end(): string;
}

/** UTF-8 needs four bytes at most, so a code point is finished or broken after a few byte tokens. */
const MAX_UNFINISHED = 8;
const UNFINISHED = '\uFFFD';

/** @throws EngineError where tokenizer.json is missing, damaged or of another kind. */
export function loadTokenizer(modelDir: string, vocabSize: number): Tokenizer {
  const { added, plain } = readTokenizerFile(modelDir, vocabSize);
  const library = new HuggingFaceTokenizer(plain, { clean_up_tokenization_spaces: false });
  const byContent = new Map(added.map((token) => [token.content, token]));
  const byId = new Map(added.map((token) => [token.id, token]));
  const separator = controlPattern(added);

  const encodeText = (text: string): number[] => {
    const ids: readonly (number | undefined)[] = text === '' ? [] : library.encode(text, { add_special_tokens: false }).ids;
    // A vocabulary without byte fallback has no id for some characters; the library then says undefined.
    return ids.filter((id) => id !== undefined);
  };
  return {
    encodeText,
    encodeMarkup: (text) =>
      text.split(separator).flatMap((part) => {
        const control = byContent.get(part);
        return control === undefined ? encodeText(part) : [control.id];
      }),
    spell: (token) => (byId.has(token) || library.id_to_token(token) === undefined ? '' : library.decode([token])),
    controlToken: (content) => byContent.get(content)?.id,
    decoder: () => new RowDecoding(library, byId),
  };
}

/** Matches any added token, the longest first; nothing where there are none. */
function controlPattern(added: readonly AddedToken[]): RegExp {
  const contents = added.map((token) => token.content).toSorted((a, b) => b.length - a.length);
  return contents.length === 0
    ? /(?!)/
    : new RegExp(`(${contents.map((content) => content.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`);
}

class RowDecoding implements TextDecoding {
  readonly #library: HuggingFaceTokenizer;
  readonly #added: ReadonlyMap<number, AddedToken>;
  /** Tokens already shown, kept because some decoders join a token to the one before it. */
  #context: number[] = [];
  #pending: number[] = [];

  constructor(library: HuggingFaceTokenizer, added: ReadonlyMap<number, AddedToken>) {
    this.#library = library;
    this.#added = added;
  }

  push(token: number): string {
    const added = this.#added.get(token);
    if (added !== undefined) return this.end() + (added.special ? '' : added.content);
    if (this.#library.id_to_token(token) === undefined) return '';
    this.#pending.push(token);
    const text = this.#freshText();
    if (text.endsWith(UNFINISHED) && this.#pending.length < MAX_UNFINISHED) return '';
    this.#context = this.#pending;
    this.#pending = [];
    return text;
  }

  end(): string {
    const text = this.#pending.length === 0 ? '' : this.#freshText();
    this.#context = [];
    this.#pending = [];
    return text;
  }

  #freshText(): string {
    const shown = this.#context.length === 0 ? '' : this.#library.decode(this.#context);
    return this.#library.decode([...this.#context, ...this.#pending]).slice(shown.length);
  }
}
