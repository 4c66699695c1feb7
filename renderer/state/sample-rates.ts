/** How fast each sample is being written, from its tokens as they are seen to grow. Knows no clock and no record. */

/** Time over which a rate is taken, in ms: long enough to be steady, short enough to follow a change. */
const WINDOW_MS = 2000;

interface Sighting {
  readonly at: number;
  readonly tokens: number;
}

export class SampleRates {
  readonly #sightings = new Map<number, Sighting[]>();

  /** Notes how many tokens a sample has at a time in ms; times do not go back. @returns tokens a second; null while unknown */
  see(index: number, tokens: number, at: number): number | null {
    const seen = this.#sightings.get(index) ?? [];
    // Drawn again: it begins anew.
    const fresh = (seen.at(-1)?.tokens ?? 0) > tokens ? [] : seen;
    fresh.push({ at, tokens });
    while (fresh.length > 2 && fresh[1].at <= at - WINDOW_MS) fresh.shift();
    this.#sightings.set(index, fresh);
    const [first] = fresh;
    return at > first.at ? ((tokens - first.tokens) * 1000) / (at - first.at) : null;
  }

  forget(index: number): void {
    this.#sightings.delete(index);
  }
}
