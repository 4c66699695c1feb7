/** Remembers what changed in a solve since it was last told of, so that each patch carries that and no more. */
import type { SamplePatch, SampleRecord, SolvePatch, SolveRecord } from '#app/protocol/solve.ts';

type Head = 'status' | 'failure' | 'tally' | 'branches' | 'timing';
type Field = Exclude<keyof SampleRecord, 'index' | 'steps'>;

interface SampleChanges {
  readonly fields: Set<Field>;
  readonly steps: Set<number>;
  /** It began anew: all that was told of it is void. */
  readonly anew: boolean;
}

export class PatchTracker {
  readonly #head = new Set<Head>();
  readonly #samples = new Map<number, SampleChanges>();

  get isClean(): boolean {
    return this.#head.size === 0 && this.#samples.size === 0;
  }

  head(...names: Head[]): void {
    for (const name of names) this.#head.add(name);
  }

  sample(index: number, ...fields: Field[]): void {
    const changes = this.#changesOf(index);
    for (const field of fields) changes.fields.add(field);
  }

  /** A sample that is new, or begins anew. */
  whole(index: number): void {
    this.#samples.set(index, { fields: new Set(), steps: new Set(), anew: true });
  }

  step(index: number, at: number): void {
    this.#changesOf(index).steps.add(at);
  }

  /** The changes as a patch of the record's next revision, which it raises; forgets them. */
  take(record: SolveRecord): SolvePatch {
    record.revision += 1;
    const patch: SolvePatch = { id: record.id, revision: record.revision, samples: [] };
    for (const name of this.#head) Object.assign(patch, { [name]: structuredClone(record[name]) });
    for (const [index, changes] of this.#samples) patch.samples.push(samplePatch(record.samples[index], changes));
    this.#head.clear();
    this.#samples.clear();
    return patch;
  }

  #changesOf(index: number): SampleChanges {
    const known = this.#samples.get(index);
    if (known !== undefined) return known;
    const changes: SampleChanges = { fields: new Set(), steps: new Set(), anew: false };
    this.#samples.set(index, changes);
    return changes;
  }
}

function samplePatch(sample: SampleRecord, { fields, steps, anew }: SampleChanges): SamplePatch {
  if (anew) return { ...wholeSample(sample), anew };
  const patch: SamplePatch = { index: sample.index };
  for (const field of fields) Object.assign(patch, { [field]: sample[field] });
  if (steps.size > 0) patch.steps = [...steps].sort((a, b) => a - b).map((at) => ({ at, step: { ...sample.steps[at] } }));
  return patch;
}

/** The whole record as one patch: what a client that fell behind is sent instead of all it missed. */
export function wholePatch(record: SolveRecord): SolvePatch {
  const { id, revision, status, failure, tally, branches, timing } = record;
  return { id, revision, status, failure, tally, branches, timing, samples: record.samples.map(wholeSample) };
}

function wholeSample(sample: SampleRecord): SamplePatch {
  return { ...sample, steps: sample.steps.map((step, at) => ({ at, step: { ...step } })) };
}
