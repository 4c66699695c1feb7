/** Remembers results by a key of any length, the least recently used forgotten first. */
import { createHash } from 'node:crypto';

export class Memo<T> {
  readonly #limit: number;
  readonly #entries = new Map<string, T>();

  /** `limit`: entries kept. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#entries.size;
  }

  getOrMake(parts: readonly unknown[], make: () => T): T {
    const key = createHash('sha1').update(JSON.stringify(parts)).digest('base64');
    const known = this.#entries.get(key);
    const value = known ?? make();
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#limit) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
    return value;
  }
}
