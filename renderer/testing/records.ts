/** Solve records for tests: small, complete, and changed where a test says so. */
import { type AppStatus, type HistoryEntry, settingsSchema } from '#app/protocol/calls.ts';
import {
  emptySample,
  type SampleRecord,
  type SolveRecord,
  type StepRecord,
  solveOptionsSchema,
  type Tally,
} from '#app/protocol/solve.ts';

export function makeStep(change: Partial<StepRecord> = {}): StepRecord {
  return { goal: 'Simplify', body: '$3x = 15$', scratch: [], final: false, check: 'holds', ...change };
}

export function makeSample(index: number, change: Partial<SampleRecord> = {}): SampleRecord {
  return { ...emptySample(index, index), ...change };
}

/** A sample that ended with this answer in two steps. */
export function finishedSample(index: number, answer: string | null): SampleRecord {
  const last = makeStep({ goal: '', body: `$\\boxed{${answer ?? '?'}}$`, final: true, check: 'unknown' });
  return makeSample(index, { status: 'finished', answer, steps: [makeStep(), last], tokens: 40 });
}

export function makeTally(change: Partial<Tally> = {}): Tally {
  return { votes: [], asked: 8, unreadable: 0, pending: 8, settled: false, stoppedEarly: false, ...change };
}

/** Counts answers as they are spelt, which is all that these tests need. */
export function tallyOf(samples: readonly SampleRecord[], change: Partial<Tally> = {}): Tally {
  const classes = new Map<string, number[]>();
  for (const { index, answer } of samples) if (answer !== null) classes.set(answer, [...(classes.get(answer) ?? []), index]);
  const votes = [...classes]
    .map(([answer, indexes]) => ({
      answer,
      variants: [answer],
      count: indexes.length,
      share: indexes.length / samples.length,
      samples: indexes,
    }))
    .sort((a, b) => b.count - a.count);
  const pending = samples.filter(({ status }) => status === 'running' || status === 'waiting').length;
  const settled = (votes[0]?.count ?? 0) * 2 > samples.length;
  return makeTally({ votes, asked: samples.length, pending, settled, ...change });
}

export function makeRecord(change: Partial<SolveRecord> = {}): SolveRecord {
  return {
    id: 'solve-1',
    problem: 'Solve 3x + 5 = 20',
    createdAt: 0,
    options: solveOptionsSchema.parse({}),
    status: 'running',
    failure: null,
    samples: [],
    tally: makeTally(),
    branches: [],
    timing: { loadMs: 0, firstTokenMs: null, totalMs: 0, tokens: 0, tokensPerSecond: 0 },
    revision: 0,
    ...change,
  };
}

export function makeStatus(change: Partial<AppStatus> = {}): AppStatus {
  return {
    engine: 'ready',
    progress: null,
    backend: 'gpu',
    adapter: 'Test adapter',
    reason: null,
    model: 'test-model',
    memoryBytes: 120_000_000,
    samplesRunning: 0,
    samplesWaiting: 0,
    tokensPerSecond: 0,
    readOnly: null,
    ...change,
  };
}

export const makeSettings = () => settingsSchema.parse({});

/** A problem of the history, named by its id. */
export function makeEntry(id: string): HistoryEntry {
  return { id, problem: id, answer: null, createdAt: 0, status: 'finished', topic: null, title: null, favourite: false };
}
