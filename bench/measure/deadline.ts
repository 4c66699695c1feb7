/** Ends a suite in time: whoever measures asks before each new measurement. */

export class Deadline {
  readonly #endMs: number;

  constructor(seconds = Number.POSITIVE_INFINITY) {
    this.#endMs = performance.now() + seconds * 1000;
  }

  get isPast(): boolean {
    return performance.now() >= this.#endMs;
  }
}
