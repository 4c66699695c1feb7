/**
 * Who holds which blocks of keys and values. Slots grow block by block; a copy shares its source's blocks until one of the
 * two writes into the block where the source ended, which is then copied. Knows no memory and no device: a backend
 * carries out the copies and shows the tables to its attention.
 */
import { blocksFor, KV_BLOCK } from '../../kv-format.ts';

export interface BlockCopy {
  readonly from: number;
  readonly to: number;
}

export class BlockLedger {
  readonly #tables: number[][];
  /** Holders of each block. */
  readonly #holders: number[] = [];
  /** The last is the next to be given out: the lowest at first, so that a pool which grows is filled from its start. */
  readonly #free: number[] = [];

  constructor(slots: number, capacity: number) {
    this.#tables = Array.from({ length: slots }, () => []);
    this.extend(capacity);
  }

  /** Blocks there are. */
  get capacity(): number {
    return this.#holders.length;
  }

  get used(): number {
    return this.capacity - this.#free.length;
  }

  /** A slot's blocks in the order of their positions. */
  table(slot: number): readonly number[] {
    return this.#tables[slot];
  }

  /** Takes in new blocks up to `capacity`. */
  extend(capacity: number): void {
    const added = Array.from({ length: capacity - this.capacity }, (_, i) => capacity - 1 - i);
    this.#free.unshift(...added);
    while (this.#holders.length < capacity) this.#holders.push(0);
  }

  /**
   * Makes positions `start` to `start + count` of a slot, whose sequence ends at `start`, writable by it alone.
   * @returns what must be copied first; null, and nothing changed, where too few blocks are free.
   */
  reserve(slot: number, start: number, count: number): readonly BlockCopy[] | null {
    const table = this.#tables[slot];
    const current = Math.floor(start / KV_BLOCK);
    // Full blocks before are read only; the one that holds `start` is written unless nothing will be.
    const isShared = count > 0 && current < table.length && this.#holders[table[current]] > 1;
    const missing = Math.max(0, blocksFor(start + count) - table.length);
    if (missing + (isShared ? 1 : 0) > this.#free.length) return null;
    const copies: BlockCopy[] = [];
    if (isShared) {
      const from = table[current];
      this.#holders[from]--;
      table[current] = this.#take();
      // At the very start of a block there is nothing in it yet.
      if (start % KV_BLOCK > 0) copies.push({ from, to: table[current] });
    }
    for (let i = 0; i < missing; i++) table.push(this.#take());
    return copies;
  }

  /** Slot `to` gives up its blocks and shares those of the first `length` positions of `from`. */
  share(from: number, to: number, length: number): void {
    const shared = this.#tables[from].slice(0, blocksFor(length));
    for (const block of shared) this.#holders[block]++;
    this.clear(to);
    this.#tables[to] = shared;
  }

  /** The slot gives up its blocks; those that nobody else holds are free again. */
  clear(slot: number): void {
    for (const block of this.#tables[slot]) if (--this.#holders[block] === 0) this.#free.push(block);
    this.#tables[slot] = [];
  }

  #take(): number {
    const block = this.#free.pop();
    if (block === undefined) throw new Error('no block is free: reserve() counts them first');
    this.#holders[block] = 1;
    return block;
  }
}
