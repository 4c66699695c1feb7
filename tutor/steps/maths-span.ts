/** Whether display maths is open at the end of a line: inside it a blank line or a dash separates nothing. */

/** Longest display in characters that is believed: a stray `$$` must not swallow the rest of a solution. */
const MAX_SPAN = 4000;

type Closer = '$$' | '\\]' | '\\end';

export class MathsSpan {
  #closer: Closer | null = null;
  /** Depth of `\begin` … `\end`, when that is what is open. */
  #depth = 0;
  #length = 0;

  get open(): boolean {
    return this.#closer !== null;
  }

  reset(): void {
    this.#closer = null;
    this.#depth = 0;
    this.#length = 0;
  }

  /** Takes one whole line. */
  take(line: string): void {
    for (let at = 0; at < line.length; ) at += this.#takeAt(line, at);
    if (this.#closer === null) this.#length = 0;
    else {
      this.#length += line.length + 1;
      if (this.#length > MAX_SPAN) this.reset();
    }
  }

  /** Reads the mark at `at`; returns how many characters it took. */
  #takeAt(line: string, at: number): number {
    if (line[at] === '$') {
      if (line[at + 1] !== '$') return 1;
      if (this.#closer === null) this.#closer = '$$';
      else if (this.#closer === '$$') this.#closer = null;
      return 2;
    }
    if (line[at] !== '\\') return 1;
    if (line[at + 1] === '[' && this.#closer === null) this.#closer = '\\]';
    else if (line[at + 1] === ']' && this.#closer === '\\]') this.#closer = null;
    else if (line.startsWith('begin{', at + 1)) this.#begin();
    else if (line.startsWith('end{', at + 1)) this.#end();
    return 2;
  }

  #begin(): void {
    if (this.#closer === null) this.#closer = '\\end';
    if (this.#closer === '\\end') this.#depth++;
  }

  #end(): void {
    if (this.#closer === '\\end' && --this.#depth === 0) this.#closer = null;
  }
}
