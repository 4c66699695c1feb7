/** What one sequence costs, by arithmetic on what a backend reports. */
import type { BackendMemory } from '#engine/model/backend.ts';

/** Bytes of state and KV of a sequence of `tokens` tokens; weights are not counted. */
export function sequenceBytes({ stateBytesPerSlot, kvBytesPerToken }: BackendMemory, tokens: number): number {
  return stateBytesPerSlot + kvBytesPerToken * tokens;
}
