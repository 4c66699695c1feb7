import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppEvent } from '../protocol/calls.ts';
import { applyPatch, MAX_SAMPLES, type SolveOptions, type SolveRecord } from '../protocol/solve.ts';
import { spawnFakeHost } from '../testing/fake-host-process.ts';
import { PLAIN_CHECKER } from '../testing/plain-checker.ts';
import { type Backend, createBackend } from './backend.ts';
import { sampleSeed } from './sample-seed.ts';

let folder: string;
let backend: Backend;
let shown: SolveRecord;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorum-branching-'));
});
afterEach(() => backend.close());

async function open(faults: Record<string, string> = {}): Promise<void> {
  const env = { FAKE_MS_PER_TOKEN: '0', ...faults };
  backend = await createBackend({
    dataDir: folder,
    modelDir: '',
    backend: 'cpu',
    spawn: () => spawnFakeHost(env),
    checker: PLAIN_CHECKER,
  });
  backend.subscribe((event: AppEvent) => {
    if (event.type === 'solve') shown = applyPatch(shown, event.patch);
  });
}

async function call(name: string, params: unknown): Promise<SolveRecord> {
  return (await backend.handle(name, params)) as SolveRecord;
}

/** Waits for the end; what the patches made of the record must then be the record. */
async function ended(id: string): Promise<SolveRecord> {
  const record = () => call('history.open', { id });
  await expect.poll(async () => (await record()).status, { timeout: 15_000 }).not.toMatch(/queued|running/);
  const last = await record();
  await expect.poll(() => shown).toEqual(last);
  return last;
}

async function solved(options: Partial<SolveOptions> = {}): Promise<SolveRecord> {
  shown = await call('solve.start', { problem: 'Solve 3x + 5 = 20', options: { samples: 2, stopEarly: false, ...options } });
  return ended(shown.id);
}

const goals = ({ samples }: SolveRecord, index: number) => samples[index].steps.map(({ goal, body }) => goal || body);

describe('going on from a step', () => {
  test('keeps the steps before it, draws the rest anew and votes apart', async () => {
    await open();
    const before = await solved();
    shown = await call('solve.branch', { id: before.id, sample: 0, keep: 2, line: null, samples: 3 });
    expect(shown.samples.slice(2).map(({ steps }) => steps.length)).toEqual([2, 2, 2]);
    const after = await ended(before.id);
    expect(after.samples.slice(0, 2)).toEqual(before.samples);
    expect(after.tally).toEqual(before.tally);
    expect(after.branches).toMatchObject([{ from: 0, kept: 2, edited: false, tally: { asked: 3, pending: 0 } }]);
    for (const { steps, branch, status } of after.samples.slice(2)) {
      expect({ branch, status }).toEqual({ branch: 0, status: 'finished' });
      expect(steps.slice(0, 2)).toEqual(before.samples[0].steps.slice(0, 2));
      expect(steps).toHaveLength(4);
    }
  });

  test('asked for twice, adds to the same branch', async () => {
    await open();
    const { id } = await solved();
    for (let time = 0; time < 2; time++) {
      await call('solve.branch', { id, sample: 1, keep: 1, line: null, samples: 2 });
      await ended(id);
    }
    expect((await ended(id)).branches).toMatchObject([{ from: 1, kept: 1, tally: { asked: 4 } }]);
  });

  test('goes on after a line of the learner’s own, which is marked and checked', async () => {
    await open();
    const { id } = await solved();
    await call('solve.branch', { id, sample: 0, keep: 1, line: 'Simplify: $3x = 15$', samples: 1 });
    const after = await ended(id);
    expect(after.branches).toMatchObject([{ kept: 2, edited: true }]);
    expect(goals(after, 2).slice(0, 2)).toEqual([goals(after, 0)[0], 'Simplify']);
    expect(after.samples[2].steps[1].scratch).toEqual([]);
  });

  test('ends its own vote early and leaves the other as it was', async () => {
    await open({ FAKE_SLOW_FROM: '5', FAKE_MS_PER_TOKEN: '1' });
    const { id, tally } = await solved({ seed: seedWithAgreement(), stopEarly: true });
    shown = await call('solve.branch', { id, sample: 0, keep: 2, line: null, samples: 4 });
    const after = await ended(id);
    expect(after).toMatchObject({ status: 'finished', tally });
    expect(after.branches[0].tally).toMatchObject({ stoppedEarly: true, pending: 1, settled: true });
    expect(after.samples.map(({ status }) => status).slice(2)).toEqual(['finished', 'finished', 'finished', 'stopped']);
  });

  test('survives the end of the product: what waited goes on after its kept steps', async () => {
    await open({ FAKE_MS_PER_TOKEN: '1', FAKE_SLOW_FROM: '8' });
    const before = await solved();
    // Eight slow samples hold so many places that twelve more must wait.
    await call('solve.start', { problem: '1 + 1', options: { samples: 16, stopEarly: false } });
    shown = await call('solve.branch', { id: before.id, sample: 0, keep: 2, line: null, samples: 12 });
    expect(shown.status).toBe('queued');
    await backend.close();
    await open();
    shown = await call('history.open', { id: before.id });
    const after = await ended(before.id);
    expect(after.branches).toMatchObject([{ kept: 2, tally: { asked: 12, pending: 0 } }]);
    for (const { steps } of after.samples.slice(2)) {
      expect(steps.slice(0, 2)).toEqual(before.samples[0].steps.slice(0, 2));
      expect(steps).toHaveLength(4);
    }
  });

  test.each([
    ['a sample that is not there', { sample: 9, keep: 1 }, 'unknown-sample'],
    ['no step', { keep: 0 }, 'nothing-kept'],
    ['a step that is not there', { keep: 40 }, 'nothing-kept'],
    ['more samples than fit', { samples: MAX_SAMPLES - 1 }, 'too-many-samples'],
    ['an empty line', { line: '  ' }, 'invalid-params'],
  ])('refuses %s and changes nothing', async (_, change, kind) => {
    await open();
    const before = await solved();
    const request = { id: before.id, sample: 0, keep: 1, line: null, samples: 1, ...change };
    await expect(backend.handle('solve.branch', request)).rejects.toMatchObject({ kind });
    expect(await call('history.open', { id: before.id })).toEqual(before);
  });
});

describe('drawing a sample again', () => {
  test('takes its place with other noise, counts the draws, and votes with the others', async () => {
    await open();
    const before = await solved();
    shown = await call('solve.redraw', { id: before.id, sample: 1 });
    expect(shown.samples[1]).toMatchObject({ steps: [], answer: null, redrawn: 1 });
    const once = await ended(before.id);
    shown = await call('solve.redraw', { id: before.id, sample: 1 });
    const twice = await ended(before.id);
    expect(twice.samples[0]).toEqual(before.samples[0]);
    expect(twice.samples[1]).toMatchObject({ redrawn: 2, status: 'finished' });
    expect(new Set([before, once, twice].map(({ samples }) => samples[1].seed)).size).toBe(3);
    expect(twice.tally).toMatchObject({ asked: 2, pending: 0 });
  });

  test('of a branch keeps the steps that the branch began with', async () => {
    await open();
    const { id } = await solved();
    await call('solve.branch', { id, sample: 0, keep: 2, line: null, samples: 1 });
    const before = await ended(id);
    shown = await call('solve.redraw', { id, sample: 2 });
    expect(shown.samples[2].steps).toEqual(before.samples[0].steps.slice(0, 2));
    expect((await ended(id)).samples[2].steps).toHaveLength(4);
  });

  test('goes on beside the samples that are still being written', async () => {
    await open({ FAKE_MS_PER_TOKEN: '0.1', FAKE_SLOW_FROM: '1' });
    shown = await call('solve.start', { problem: 'Solve 3x + 5 = 20', options: { samples: 2, stopEarly: false } });
    const first = async () => (await call('history.open', { id: shown.id })).samples[0].status;
    await expect.poll(first, { timeout: 10_000 }).toBe('finished');
    expect(await call('solve.redraw', { id: shown.id, sample: 0 })).toMatchObject({ status: 'running' });
    const last = await ended(shown.id);
    expect(last.samples.map(({ status, redrawn }) => [status, redrawn])).toEqual([
      ['finished', 1],
      ['finished', undefined],
    ]);
  });

  test('is refused while it is being written', async () => {
    await open({ FAKE_MS_PER_TOKEN: '20' });
    shown = await call('solve.start', { problem: 'Solve 3x + 5 = 20', options: { samples: 2 } });
    await expect(backend.handle('solve.redraw', { id: shown.id, sample: 0 })).rejects.toMatchObject({ kind: 'sample-running' });
  });
});

test('a changed question knows the solve it came from', async () => {
  await open();
  const { id } = await solved();
  shown = await call('solve.start', { problem: 'Solve 3x + 5 = 26', options: { samples: 1 }, editedFrom: id });
  expect((await ended(shown.id)).editedFrom).toBe(id);
});

/** A seed whose first five samples agree (see fakeSolution). */
function seedWithAgreement(): number {
  for (let seed = 0; ; seed++) if ([0, 1, 2, 3, 4].every((i) => sampleSeed(seed, i) % 4 !== 3)) return seed;
}
