/** Cuts a ragged batch into passes of bounded size. Knows positions, not devices. */
import type { Pass } from '../../kernels/pass/pass-buffers.ts';
import type { Run } from '../backend.ts';

/** Tokens go in order, runs after one another; a run that does not fit goes on in the next pass. Empty runs vanish. */
export function planPasses(runs: readonly Run[], positionOf: (slot: number) => number, maxTokens: number): Pass[] {
  const passes: Pass[] = [];
  let tokens: Pass['tokens'][number][] = [];
  let segments: Pass['runs'][number][] = [];
  let heads: Pass['heads'][number][] = [];
  const flush = () => {
    if (tokens.length > 0) passes.push({ tokens, runs: segments, heads });
    [tokens, segments, heads] = [[], [], []];
  };
  for (const { slot, tokens: ids } of runs) {
    const start = positionOf(slot);
    for (let done = 0; done < ids.length; ) {
      if (tokens.length === maxTokens) flush();
      const length = Math.min(ids.length - done, maxTokens - tokens.length);
      segments.push({ slot, first: tokens.length, length });
      for (const id of ids.slice(done, done + length)) {
        tokens.push({ id, slot, position: start + done });
        done++;
      }
      if (done === ids.length) heads.push({ token: tokens.length - 1, slot });
    }
  }
  flush();
  return passes;
}
