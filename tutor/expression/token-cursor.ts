/** A place in a list of tokens, and the small moves a parser makes there. Knows no grammar. */
import type { Token } from './tokens.ts';

/** Thrown inside the parser only; `parseStatement` turns it into null. */
export class Unreadable extends Error {}

export class TokenCursor {
  readonly #tokens: readonly Token[];
  readonly #source: string;
  #at = 0;

  constructor(source: string, tokens: readonly Token[]) {
    this.#source = source;
    this.#tokens = tokens;
  }

  get next(): Token {
    return this.#tokens[this.#at];
  }

  /** The token after the next one. */
  get second(): Token | undefined {
    return this.#tokens[this.#at + 1];
  }

  get atEnd(): boolean {
    return this.next.kind === 'end';
  }

  /** Where the cursor stands: to come back to, or to cut the source from. */
  get place(): number {
    return this.#at;
  }

  returnTo(place: number): void {
    this.#at = place;
  }

  /** Takes the next token; the end is never passed. */
  advance(): Token {
    const token = this.next;
    if (token.kind !== 'end') this.#at++;
    return token;
  }

  isSign(text: string): boolean {
    return this.next.kind === 'sign' && this.next.text === text;
  }

  takeSign(text: string): boolean {
    if (!this.isSign(text)) return false;
    this.#at++;
    return true;
  }

  expectSign(text: string): void {
    if (!this.takeSign(text)) throw new Unreadable(`expected ${text}`);
  }

  isCommand(name: string): boolean {
    return this.next.kind === 'command' && this.next.text === name;
  }

  takeCommand(name: string): boolean {
    if (!this.isCommand(name)) return false;
    this.#at++;
    return true;
  }

  /** Whether the source goes on with `text` right behind the next token. */
  isFollowedBy(text: string): boolean {
    return this.#source.startsWith(text, this.next.end);
  }

  /** The source from one place up to the cursor, without spaces. */
  textFrom(place: number): string {
    return this.#source.slice(this.#tokens[place].start, this.#tokens[this.#at - 1].end).replaceAll(' ', '');
  }

  /** Passes over a group with its brackets, whatever is in it. */
  skipGroup(open: string, close: string): void {
    let depth = 0;
    do {
      const token = this.advance();
      if (token.kind === 'end') throw new Unreadable(`missing ${close}`);
      if (token.kind === 'sign' && token.text === open) depth++;
      if (token.kind === 'sign' && token.text === close) depth--;
    } while (depth > 0);
  }
}
