/** Test support: a backend without a model. A row's next token is a function of its own tokens, seed and draw alone. */
import type { Backend, Run, SampleRow } from '../model/backend.ts';
import type { ModelConfig } from '../model/config.ts';

export type NextToken = (sequence: readonly number[], row: SampleRow, draw: number) => number;

export interface FakeBackend extends Backend {
  /** What was asked, in order, e.g. "append 3:5" (slot:tokens), "copy 3>0", "sample 0,1 x4". */
  readonly calls: string[];
}

export function fakeBackend(options: {
  slots: number;
  contextLength?: number;
  /** Tokens that all slots may hold together. */
  capacity?: number;
  next: NextToken;
  beforeSample?: () => void;
}): FakeBackend {
  const { slots, contextLength = 1000, capacity = Number.POSITIVE_INFINITY, next, beforeSample } = options;
  const sequences: number[][] = Array.from({ length: slots }, () => []);
  const calls: string[] = [];
  const used = () => sequences.reduce((sum, { length }) => sum + length, 0);
  return {
    calls,
    // The scheduler reads only sizes; the model's shape plays no part.
    config: { vocabSize: 300, eosTokens: [] } as unknown as ModelConfig,
    kind: 'cpu',
    device: 'fake',
    memory: { weightBytes: 0, stateBytesPerSlot: 0, kvBytesPerToken: 0 },
    slots,
    contextLength,
    reset: (slot) => {
      sequences[slot] = [];
    },
    copy: (from, to) => {
      calls.push(`copy ${from}>${to}`);
      sequences[to] = [...sequences[from]];
    },
    async reserve(needs) {
      let left = capacity - used();
      return needs.map(({ tokens }) => {
        if (tokens > left) return false;
        left -= tokens;
        return true;
      });
    },
    async append(runs: readonly Run[]) {
      calls.push(`append ${runs.map(({ slot, tokens }) => `${slot}:${tokens.length}`).join()}`);
      for (const { slot, tokens } of runs) sequences[slot].push(...tokens);
    },
    async sample(rows, steps) {
      calls.push(`sample ${rows.map(({ slot }) => slot).join()} x${steps}`);
      await new Promise((resolve) => setImmediate(resolve));
      beforeSample?.();
      const drawn = new Uint32Array(rows.length * steps);
      for (let step = 0; step < steps; step++) {
        rows.forEach((row, i) => {
          const token = next(sequences[row.slot], row, row.firstDraw + step);
          drawn[step * rows.length + i] = token;
          sequences[row.slot].push(token);
          if (sequences[row.slot].length > contextLength) throw new Error('past the context');
          if (used() > capacity) throw new Error('past the memory');
        });
      }
      return drawn;
    },
    logits: async () => new Float32Array(300),
    close: async () => {},
  };
}
