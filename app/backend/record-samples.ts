/** Where the samples of a record come from: the problem, the middle of another sample, or a second draw. Runs nothing. */
import type { BranchRequest } from '#app/protocol/branch.ts';
import { CallError } from '#app/protocol/calls.ts';
import {
  emptySample,
  MAX_SAMPLES,
  type SampleRecord,
  type SolveRecord,
  type StepRecord,
  type Tally,
} from '#app/protocol/solve.ts';
import { StepStream } from '#tutor/steps/step-stream.ts';
import { writeSteps } from '#tutor/steps/write-steps.ts';
import { sampleSeed } from './sample-seed.ts';

const NO_VOTES: Tally = { votes: [], asked: 0, unreadable: 0, pending: 0, settled: false, stoppedEarly: false };

/** Appends `count` waiting samples. @throws CallError `too-many-samples` */
export function addSamples(record: SolveRecord, count: number, change: Partial<SampleRecord> = {}): SampleRecord[] {
  const { samples, options } = record;
  checkRoom(record, count);
  const added = Array.from({ length: count }, (_, i) => {
    const index = samples.length + i;
    const steps = (change.steps ?? []).map((step) => ({ ...step }));
    return { ...emptySample(index, sampleSeed(options.seed, index)), ...change, steps };
  });
  samples.push(...added);
  return added;
}

/** Appends samples that begin with steps of another; those of the same beginning belong to one branch. */
export function branchSamples(record: SolveRecord, { sample, keep, line, samples }: BranchRequest): SampleRecord[] {
  checkRoom(record, samples);
  const origin = sampleAt(record, sample);
  const steps = [...origin.steps.slice(0, keep), ...(line === null ? [] : [ownStep(line)])];
  if (steps.length === 0 || keep > origin.steps.length) {
    throw new CallError({
      kind: 'nothing-kept',
      message: 'There is no such step to go on from. Choose one that is shown.',
      data: { keep },
    });
  }
  return addSamples(record, samples, { branch: branchOf(record, sample, steps, line !== null), steps });
}

/** Those that an early end left unbegun wait again, as they would have been. @returns them */
export function reviveUnbegun(record: SolveRecord): SampleRecord[] {
  const unbegun = record.samples.filter(
    ({ status, tokens, branch }) => status === 'stopped' && tokens === 0 && branch === undefined,
  );
  for (const sample of unbegun) sample.status = 'waiting';
  return unbegun;
}

/** Whether it may still write something. */
export const isUnderWay = ({ status }: SampleRecord): boolean => status === 'waiting' || status === 'running';

/** @throws CallError `sample-running`, `unknown-sample` */
export function redrawSample(record: SolveRecord, index: number): SampleRecord {
  const sample = sampleAt(record, index);
  if (isUnderWay(sample)) {
    throw new CallError({
      kind: 'sample-running',
      message: 'This sample is still being written. Wait for it, or stop it first.',
      data: {},
    });
  }
  const { branch, redrawn = 0, steps } = sample;
  // Beyond the numbers of all samples, so that no two draws share their noise.
  const seed = sampleSeed(record.options.seed, index + MAX_SAMPLES * (redrawn + 1));
  const kept = branch === undefined ? [] : steps.slice(0, record.branches[branch].kept);
  const fresh = { ...emptySample(index, seed), redrawn: redrawn + 1, steps: kept, ...(branch === undefined ? {} : { branch }) };
  record.samples[index] = fresh;
  return fresh;
}

/** What a waiting sample goes on after: its steps as text. */
export function prefixOf({ steps }: SampleRecord): string {
  return writeSteps(steps);
}

function branchOf(record: SolveRecord, from: number, steps: readonly StepRecord[], edited: boolean): number {
  const text = writeSteps(steps);
  const known = record.branches.findIndex((branch, place) => {
    if (branch.from !== from || branch.edited !== edited || branch.kept !== steps.length) return false;
    const member = record.samples.find((sample) => sample.branch === place);
    return member !== undefined && writeSteps(member.steps.slice(0, branch.kept)) === text;
  });
  if (known >= 0) return known;
  return record.branches.push({ from, kept: steps.length, edited, tally: NO_VOTES }) - 1;
}

/** A learner's line as the model's own would be read. */
function ownStep(line: string): StepRecord {
  const stream = new StepStream();
  stream.push(line.replaceAll(/\s+/g, ' '));
  stream.end();
  const [step = { goal: '', body: line, final: false }] = stream.steps;
  return { goal: step.goal, body: step.body, scratch: [], final: step.final, check: 'unknown' };
}

function sampleAt({ samples }: SolveRecord, index: number): SampleRecord {
  const sample = samples.at(index);
  if (sample !== undefined) return sample;
  throw new CallError({
    kind: 'unknown-sample',
    message: 'That sample is not there. Choose one that is shown.',
    data: { index },
  });
}

function checkRoom({ samples }: SolveRecord, count: number): void {
  if (samples.length + count <= MAX_SAMPLES) return;
  throw new CallError({
    kind: 'too-many-samples',
    message: `A solve holds at most ${MAX_SAMPLES} samples; this one has ${samples.length}.`,
    data: { limit: MAX_SAMPLES, samples: samples.length },
  });
}
