/** A small seeded generator (mulberry32) so that every problem can be made again from its seed. */
export interface Rng {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [low, high], both included. */
  int(low: number, high: number): number;
  /** Integer in [low, high] whose number of digits is uniform first (log-uniform, Charton 2308.15594). */
  sized(low: number, high: number): number;
  /** As `int`, never zero. */
  nonzero(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
  shuffle<T>(items: readonly T[]): T[];
}

export function makeRng(seed: number): Rng {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ (seed >>> 13)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const rng: Rng = {
    next,
    int,
    sized(low, high) {
      const digits = int(String(Math.max(1, low)).length, String(high).length);
      const from = Math.max(low, digits === 1 ? 0 : 10 ** (digits - 1));
      return int(from, Math.min(high, 10 ** digits - 1));
    },
    nonzero(low, high) {
      for (;;) {
        const value = int(low, high);
        if (value !== 0) return value;
      }
    },
    pick: (items) => items[int(0, items.length - 1)],
    chance: (probability) => next() < probability,
    shuffle(items) {
      const copy = [...items];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(0, i);
        [copy[i], copy[j]] = [copy[j], copy[i]];
      }
      return copy;
    },
  };
  return rng;
}
