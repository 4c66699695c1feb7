/** Gathers the tokens of rows so that one message carries several; a row's text and tokens stay together. */
export class RowOutput {
  readonly #send: (index: number, tokens: number[], text: string) => void;
  readonly #intervalMs: number;
  readonly #gathered = new Map<number, { tokens: number[]; text: string }>();
  #timer: NodeJS.Timeout | null = null;

  constructor(intervalMs: number, send: (index: number, tokens: number[], text: string) => void) {
    this.#intervalMs = intervalMs;
    this.#send = send;
  }

  add(index: number, tokens: readonly number[], text: string): void {
    const row = this.#gathered.get(index);
    if (row === undefined) this.#gathered.set(index, { tokens: [...tokens], text });
    else {
      row.tokens.push(...tokens);
      row.text += text;
    }
    this.#timer ??= setTimeout(() => this.#flushAll(), this.#intervalMs);
  }

  /** Sends what is gathered of one row now. */
  flush(index: number): void {
    const row = this.#gathered.get(index);
    if (row === undefined) return;
    this.#gathered.delete(index);
    this.#send(index, row.tokens, row.text);
  }

  /** Sends everything and stops. */
  close(): void {
    this.#flushAll();
  }

  #flushAll(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    for (const index of [...this.#gathered.keys()]) this.flush(index);
  }
}
