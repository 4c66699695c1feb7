import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, type SolvePatch, type SolveRecord } from '#app/protocol/solve.ts';
import { makeRecord, makeStep } from '../testing/records.ts';
import { RecordSync } from './record-sync.ts';

/** Patches 1 to n, each adding one step to sample 0. */
function patches(count: number): SolvePatch[] {
  return Array.from({ length: count }, (_, at) => ({
    id: 'solve-1',
    revision: at + 1,
    samples: [{ index: 0, tokens: at + 1, steps: [{ at, step: makeStep({ goal: `step ${at}` }) }] }],
  }));
}

const patched = (all: readonly SolvePatch[]): SolveRecord => all.reduce(applyPatch, makeRecord());

describe('RecordSync', () => {
  it('ends at the backend’s record whichever patches are lost, doubled or late', async () => {
    const all = patches(12);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(11), { maxLength: 30 }), async (arrivals) => {
        const sync = new RecordSync(
          () => Promise.resolve(patched(all)),
          () => undefined,
        );
        sync.follow(makeRecord());
        for (const at of arrivals) {
          sync.receive(all[at]);
          await Promise.resolve();
        }
        sync.receive(all[11]);
        await new Promise((resolve) => setImmediate(resolve));
        expect(sync.record).toEqual(patched(all));
      }),
    );
  });

  it('applies patches that overtook the record they belong to', () => {
    const sync = new RecordSync(
      () => Promise.reject(new Error('not asked')),
      () => undefined,
    );
    for (const patch of patches(3)) sync.receive(patch);
    sync.follow(makeRecord());
    expect(sync.record).toEqual(patched(patches(3)));
  });

  it('ignores patches of other solves', () => {
    const sync = new RecordSync(
      () => Promise.reject(new Error('not asked')),
      () => undefined,
    );
    sync.follow(makeRecord());
    sync.receive({ ...patches(1)[0], id: 'other' });
    expect(sync.record?.revision).toBe(0);
  });

  it('asks again at the next patch when asking failed', async () => {
    let asked = 0;
    const sync = new RecordSync(
      () => (++asked === 1 ? Promise.reject(new Error('down')) : Promise.resolve(patched(patches(9)))),
      () => undefined,
    );
    sync.follow(makeRecord());
    sync.receive(patches(5)[4]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(sync.record?.revision).toBe(0);
    sync.receive(patches(9)[8]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(sync.record?.revision).toBe(9);
  });
});
