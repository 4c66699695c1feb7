/** Writing to the terminal: results on standard output, progress on standard error. */

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value));
}

/** One line that is rewritten in place; where standard error is no terminal, nothing is shown until `note`. */
export class ProgressLine {
  readonly #out: NodeJS.WriteStream;
  #shown = false;
  #lastAt = 0;

  constructor(out: NodeJS.WriteStream = process.stderr) {
    this.#out = out;
  }

  show(text: string): void {
    const now = performance.now();
    if (!this.#out.isTTY || now - this.#lastAt < 100) return;
    this.#lastAt = now;
    this.#out.write(`\r\x1b[K${text.slice(0, (this.#out.columns ?? 80) - 1)}`);
    this.#shown = true;
  }

  clear(): void {
    if (this.#shown) this.#out.write('\r\x1b[K');
    this.#shown = false;
  }

  /** A line that stays. */
  note(text: string): void {
    this.clear();
    this.#out.write(`${text}\n`);
  }
}

/** Calls back on Ctrl-C and on the system's request to end; a second one ends the process at once. */
export function onInterrupt(callback: () => void): () => void {
  let asked = false;
  const listener = () => {
    if (asked) process.exit(130);
    asked = true;
    callback();
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return () => {
    process.off('SIGINT', listener);
    process.off('SIGTERM', listener);
  };
}
