/**
 * A JSON reader for files of unknown origin. Unlike JSON.parse it refuses duplicate keys, `__proto__`, a byte-order mark,
 * invalid UTF-8, numbers too large for a double, and deep nesting. Knows nothing of what the document means.
 * An integer past 2^53 is rounded, as by JSON.parse: whoever needs it exact asks Number.isSafeInteger.
 */

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
/** Without a prototype, so a key never meets an inherited property. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Real model files nest at most four deep; a limit keeps the recursion off the stack's end. */
const MAX_DEPTH = 32;

export class JsonError extends Error {
  override readonly name = 'JsonError';
}

export function parseStrictJson(bytes: Uint8Array): Json {
  return new Reader(decodeUtf8(bytes)).document();
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new JsonError('is not valid UTF-8');
  }
}

const NUMBER = /-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][+-]?\d{1,4})?/y;
const SPACE = /[ \t\r\n]*/y;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Json {
    const value = this.#value(0);
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.#error('has text after its end');
    return value;
  }

  #value(depth: number): Json {
    if (depth > MAX_DEPTH) throw this.#error(`nests deeper than ${MAX_DEPTH}`);
    this.#skipSpace();
    const first = this.#text[this.#at];
    if (first === '{') return this.#object(depth);
    if (first === '[') return this.#array(depth);
    if (first === '"') return this.#string();
    if (this.#take('true')) return true;
    if (this.#take('false')) return false;
    if (this.#take('null')) return null;
    return this.#number();
  }

  #object(depth: number): JsonObject {
    const object: Record<string, Json> = Object.create(null);
    this.#at++;
    this.#skipSpace();
    if (this.#take('}')) return object;
    do {
      this.#skipSpace();
      if (this.#text[this.#at] !== '"') throw this.#error('lacks a key');
      const key = this.#string();
      if (key === '__proto__') throw this.#error('has the key "__proto__"');
      if (key in object) throw this.#error(`repeats the key ${JSON.stringify(key.slice(0, 100))}`);
      this.#skipSpace();
      if (!this.#take(':')) throw this.#error('lacks a colon');
      object[key] = this.#value(depth + 1);
      this.#skipSpace();
    } while (this.#take(','));
    if (!this.#take('}')) throw this.#error('has an object without end');
    return object;
  }

  #array(depth: number): Json[] {
    const array: Json[] = [];
    this.#at++;
    this.#skipSpace();
    if (this.#take(']')) return array;
    do {
      array.push(this.#value(depth + 1));
      this.#skipSpace();
    } while (this.#take(','));
    if (!this.#take(']')) throw this.#error('has an array without end');
    return array;
  }

  #string(): string {
    let end = this.#at;
    let backslashes: number;
    do {
      end = this.#text.indexOf('"', end + 1);
      if (end < 0) throw this.#error('has a string without end');
      backslashes = 0;
      while (this.#text[end - 1 - backslashes] === '\\') backslashes++;
    } while (backslashes % 2 === 1);
    const literal = this.#text.slice(this.#at, end + 1);
    try {
      const value: string = JSON.parse(literal);
      this.#at = end + 1;
      return value;
    } catch {
      throw this.#error('has a malformed string');
    }
  }

  #number(): number {
    NUMBER.lastIndex = this.#at;
    const literal = NUMBER.exec(this.#text)?.[0];
    if (literal === undefined) throw this.#error('is malformed');
    const value = Number(literal);
    if (!Number.isFinite(value)) throw this.#error(`has a number out of range (${literal.slice(0, 40)})`);
    this.#at += literal.length;
    return value;
  }

  #take(token: string): boolean {
    if (!this.#text.startsWith(token, this.#at)) return false;
    this.#at += token.length;
    return true;
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#at;
    SPACE.exec(this.#text);
    this.#at = SPACE.lastIndex;
  }

  #error(what: string): JsonError {
    return new JsonError(`${what} (at character ${this.#at})`);
  }
}
