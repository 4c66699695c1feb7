import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch, emptySample, type SolveRecord, solveOptionsSchema, solvePatchSchema } from '../protocol/solve.ts';
import { newRecord } from './new-record.ts';
import { PatchTracker, wholePatch } from './patch-tracker.ts';

const STEP = { goal: 'Simplify', body: '$x = 5$', scratch: [], final: false, check: 'unknown' } as const;

type Change = (record: SolveRecord, tracker: PatchTracker) => void;

const addSample: Change = (record, tracker) => {
  const index = record.samples.length;
  record.samples.push(emptySample(index, index * 7));
  tracker.sample(index, 'seed', 'status', 'answer', 'substitution', 'tail', 'tokens');
};
const write: Change = (record, tracker) => {
  const sample = record.samples.at(-1);
  if (sample === undefined) return;
  sample.tokens += 1;
  sample.tail += 'x';
  tracker.sample(sample.index, 'tokens', 'tail');
};
const addStep: Change = (record, tracker) => {
  const sample = record.samples.at(0);
  if (sample === undefined) return;
  sample.steps.push({ ...STEP, scratch: [] });
  tracker.step(sample.index, sample.steps.length - 1);
};
const checkStep: Change = (record, tracker) => {
  const step = record.samples.at(0)?.steps.at(0);
  if (step === undefined) return;
  step.check = 'fails';
  step.note = 'these differ at x = 2';
  tracker.step(0, 0);
};
const finish: Change = (record, tracker) => {
  record.status = 'finished';
  record.tally = { ...record.tally, asked: record.samples.length };
  tracker.head('status', 'tally');
};

function fresh(): SolveRecord {
  return newRecord('1+1', solveOptionsSchema.parse({}));
}

describe('patches', () => {
  test('rebuild the record wherever the changes are cut into patches', () => {
    const step = fc.record({ change: fc.constantFrom(addSample, write, addStep, checkStep, finish), cut: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const record = fresh();
        const tracker = new PatchTracker();
        let seen = structuredClone(record);
        for (const { change, cut } of steps) {
          change(record, tracker);
          if (cut) seen = applyPatch(seen, solvePatchSchema.parse(structuredClone(tracker.take(record))));
        }
        seen = applyPatch(seen, tracker.take(record));
        expect(seen).toEqual(record);
      }),
    );
  });

  test('carry only what changed', () => {
    const record = fresh();
    const tracker = new PatchTracker();
    addSample(record, tracker);
    addSample(record, tracker);
    tracker.take(record);
    write(record, tracker);
    expect(tracker.take(record)).toEqual({ id: record.id, revision: 2, samples: [{ index: 1, tokens: 1, tail: 'x' }] });
  });

  test('of the whole record bring any older record up to date', () => {
    const record = fresh();
    const old = structuredClone(record);
    const tracker = new PatchTracker();
    for (const change of [addSample, addStep, addStep, checkStep, write, finish]) change(record, tracker);
    tracker.take(record);
    expect(applyPatch(old, solvePatchSchema.parse(wholePatch(record)))).toEqual(record);
  });

  test('that are not newer, or of another solve, change nothing', () => {
    const record = fresh();
    const tracker = new PatchTracker();
    addSample(record, tracker);
    const patch = tracker.take(record);
    expect(applyPatch(record, patch)).toBe(record);
    expect(applyPatch(fresh(), patch).samples).toEqual([]);
  });
});
