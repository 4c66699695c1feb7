import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppEvent, AppStatus, HistoryEntry, Settings } from '../protocol/calls.ts';
import type { HostRequest } from '../protocol/engine-host.ts';
import { applyPatch, MAX_PROBLEM_LENGTH, type SolveOptions, type SolveRecord } from '../protocol/solve.ts';
import { spawnFakeHost } from '../testing/fake-host-process.ts';
import { PLAIN_CHECKER } from '../testing/plain-checker.ts';
import { type Backend, createBackend } from './backend.ts';
import { DATABASE_FILE } from './open-history.ts';
import { sampleSeed } from './sample-seed.ts';

const PROBLEM = 'Solve 3x + 5 = 20';

let folder: string;
let backend: Backend;
let events: AppEvent[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorum-backend-'));
});
afterEach(() => backend.close());

async function open(faults: Record<string, string> = {}): Promise<void> {
  backend = await createBackend({
    dataDir: folder,
    modelDir: '',
    backend: 'cpu',
    spawn: () => spawnFakeHost(faults),
    checker: PLAIN_CHECKER,
  });
  events = [];
  backend.subscribe((event) => events.push(event));
}

async function call<T>(name: string, params: unknown): Promise<T> {
  return (await backend.handle(name, params)) as T;
}

function start(options: Partial<SolveOptions> = {}, problem = PROBLEM): Promise<SolveRecord> {
  return call('solve.start', { problem, options: { stopEarly: false, ...options } });
}

async function ended(id: string): Promise<SolveRecord> {
  let record = await call<SolveRecord>('history.open', { id });
  await expect
    .poll(
      async () => {
        record = await call<SolveRecord>('history.open', { id });
        return record.status;
      },
      { timeout: 15_000 },
    )
    .not.toMatch(/queued|running/);
  return record;
}

test('numbers, keys and values are held as the start of Quorum asked', async () => {
  const asked: HostRequest[] = [];
  backend = await createBackend({
    dataDir: folder,
    modelDir: '',
    backend: 'cpu',
    engine: { weights: 'int8', kv: 'int4', memoryBytes: 2 ** 31 },
    spawn: () => ({ pid: undefined, send: (request) => asked.push(request), onMessage() {}, onExit() {}, kill() {} }),
    checker: PLAIN_CHECKER,
  });
  await start();
  expect(asked[0]).toMatchObject({ type: 'load', weights: 'int8', kv: 'int4', memoryBytes: 2 ** 31 });
});

test('what cannot be written is told with its remedy, and is taken once it can', async () => {
  await open();
  const other = new DatabaseSync(join(folder, DATABASE_FILE));
  other.exec('BEGIN IMMEDIATE');
  const busy = { kind: 'data-busy', message: expect.stringContaining('Close it and try again.') };
  await expect(call('settings.set', { theme: 'dark' })).rejects.toMatchObject(busy);
  const readOnly = async () => (await call<AppStatus>('status.get', {})).readOnly;
  expect(await readOnly()).toMatch(/another program holds the history file/);
  await expect(start()).rejects.toMatchObject({ kind: 'history-failed', message: busy.message });
  other.exec('ROLLBACK');
  other.close();
  expect(await call<Settings>('settings.set', { theme: 'dark' })).toMatchObject({ theme: 'dark' });
  expect(await readOnly()).toBeNull();
  expect((await ended((await start({ samples: 1 })).id)).status).toBe('finished');
});

describe('a solve', () => {
  test('comes to its vote, and the patches alone rebuild the record', async () => {
    await open();
    const first = await start({ samples: 8 });
    const last = await ended(first.id);
    expect(last.status).toBe('finished');
    expect(last.tally.votes.map(({ answer }) => answer)).toContain('x = 5');
    expect(last.tally.votes.reduce((sum, { count }) => sum + count, 0)).toBe(8);
    await expect
      .poll(() => {
        let rebuilt = first;
        for (const event of events) if (event.type === 'solve') rebuilt = applyPatch(rebuilt, event.patch);
        return rebuilt;
      })
      .toEqual(last);
  });

  test('gives sample i the same seed whatever the number of samples', async () => {
    await open();
    const two = await start({ samples: 2, seed: 7 });
    const five = await start({ samples: 5, seed: 7 });
    expect(five.samples.slice(0, 2).map(({ seed }) => seed)).toEqual(two.samples.map(({ seed }) => seed));
    expect(five.samples[4].seed).toBe(sampleSeed(7, 4));
  });

  test('stops early once the lead cannot change, and says so', async () => {
    await open({ FAKE_SLOW_FROM: '3' });
    const { id } = await start({ samples: 5, stopEarly: true, seed: seedWithAgreement() });
    const { status, tally, samples } = await ended(id);
    expect(status).toBe('finished');
    expect(tally).toMatchObject({ stoppedEarly: true, pending: 2, settled: true });
    expect(samples.map((sample) => sample.status)).toEqual(['finished', 'finished', 'finished', 'stopped', 'stopped']);
  });

  test('begins on the CPU only samples that the vote needs', async () => {
    await open();
    const { id } = await start({ samples: 8, stopEarly: true, seed: seedWithAgreement() });
    const { tally, samples } = await ended(id);
    const begun = samples.filter(({ tokens }) => tokens > 0).length;
    // As many as could not be decided without, found anew from how they voted.
    const [lead, second] = tally.votes;
    expect(lead.count).toBeGreaterThan((second?.count ?? 0) + tally.pending);
    expect(begun).toBeLessThan(8);
    expect(samples.slice(begun).map(({ status, tokens }) => [status, tokens])).toEqual(
      Array.from({ length: 8 - begun }, () => ['stopped', 0]),
    );
  });

  test('draws all that are asked for once the vote is settled, those not needed before among them', async () => {
    await open();
    const { id } = await start({ samples: 8, stopEarly: true, seed: seedWithAgreement() });
    await ended(id);
    await call<SolveRecord>('solve.more', { id, samples: 4 });
    const { tally, samples } = await ended(id);
    expect(samples.map(({ status }) => status)).toEqual(Array(12).fill('finished'));
    expect(tally).toMatchObject({ asked: 12, pending: 0, stoppedEarly: false });
  });

  test('draws the same samples whether or not it begins them one after another', async () => {
    await open();
    const texts = async (stopEarly: boolean) => {
      const { id } = await start({ samples: 8, stopEarly, seed: 3 });
      const { samples } = await ended(id);
      return samples
        .filter(({ status }) => status === 'finished')
        .map(({ index, seed, answer, steps }) => [index, seed, answer, steps]);
    };
    const early = await texts(true);
    const all = await texts(false);
    expect(early.length).toBeGreaterThan(4);
    expect(all.filter(([index]) => early.some(([known]) => known === index))).toEqual(early);
  });

  test('does not stop early when told not to', async () => {
    await open({ FAKE_SLOW_FROM: '2', FAKE_MS_PER_TOKEN: '0.1' });
    const { id } = await start({ samples: 3, stopEarly: false, seed: seedWithAgreement() });
    expect((await ended(id)).tally).toMatchObject({ stoppedEarly: false, pending: 0 });
  });

  test('takes more samples while it runs', async () => {
    await open({ FAKE_MS_PER_TOKEN: '4' });
    const { id } = await start({ samples: 2 });
    const more = await call<SolveRecord>('solve.more', { id, samples: 2 });
    expect(more.samples).toHaveLength(4);
    const last = await ended(id);
    expect(last.samples.map(({ status }) => status)).toEqual(['finished', 'finished', 'finished', 'finished']);
    expect(last.tally.asked).toBe(4);
  });

  test('Stop keeps what was written', async () => {
    await open({ FAKE_MS_PER_TOKEN: '20' });
    const { id } = await start({ samples: 4 });
    await expect
      .poll(() => events.some((event) => event.type === 'solve' && event.patch.samples.some((s) => (s.tokens ?? 0) > 30)))
      .toBe(true);
    await backend.handle('solve.stop', { id });
    const stopped = await ended(id);
    expect(stopped.status).toBe('stopped');
    expect(stopped.samples.every(({ status }) => status === 'stopped')).toBe(true);
    expect(stopped.samples[0].steps.length + stopped.samples[0].tail.length).toBeGreaterThan(0);
  });

  test('a time budget ends it with a vote of what there is', async () => {
    await open({ FAKE_MS_PER_TOKEN: '50' });
    const { id } = await start({ samples: 4, budgetSeconds: 0.3 });
    const last = await ended(id);
    expect(last.status).toBe('finished');
    expect(last.tally.pending).toBe(4);
  });

  test('more samples go on from the last seed and keep the first ones', async () => {
    await open({ FAKE_MS_PER_TOKEN: '0' });
    const { id } = await start({ samples: 2 });
    const before = await ended(id);
    await backend.handle('solve.more', { id, samples: 3 });
    const after = await ended(id);
    expect(after.samples.slice(0, 2)).toEqual(before.samples);
    expect(after.samples.map(({ seed }) => seed)).toEqual([0, 1, 2, 3, 4].map((i) => sampleSeed(0, i)));
    expect(after.tally.asked).toBe(5);
    expect(after.tally.pending).toBe(0);
  });

  test('survives the death of its host with the same steps', async () => {
    await open({ FAKE_MS_PER_TOKEN: '0' });
    const { samples: wanted } = await ended((await start({ samples: 2 })).id);
    await backend.close();
    let hosts = 0;
    backend = await createBackend({
      dataDir: folder,
      modelDir: '',
      backend: 'cpu',
      spawn: () => spawnFakeHost(hosts++ === 0 ? { FAKE_DIE_AT_TOKEN: '50' } : {}),
      checker: PLAIN_CHECKER,
    });
    const { samples } = await ended((await start({ samples: 2 })).id);
    expect(hosts).toBe(2);
    expect(samples).toEqual(wanted);
  });

  test('fails with kind and remedy when the engine cannot load, and the next solve tries again', async () => {
    await open({ FAKE_LOAD_ERROR: 'model-missing' });
    const record = await ended((await start()).id);
    expect(record).toMatchObject({ status: 'failed', failure: { kind: 'model-missing' } });
    expect(await call<AppStatus>('status.get', {})).toMatchObject({ engine: 'failed' });
    expect((await ended((await start()).id)).failure).toMatchObject({ kind: 'model-missing' });
  });

  test('waits its turn when the slots are taken, and a waiting one can be stopped', async () => {
    await open({ FAKE_MS_PER_TOKEN: '5' });
    const first = await start({ samples: 16 });
    const second = await start({ samples: 16 });
    const third = await start({ samples: 16 });
    expect((await call<SolveRecord>('history.open', { id: second.id })).status).toBe('queued');
    await backend.handle('solve.stop', { id: third.id });
    expect((await ended(third.id)).status).toBe('stopped');
    expect((await ended(first.id)).status).toBe('finished');
    expect((await ended(second.id)).status).toBe('finished');
  });
});

describe('the backend', () => {
  test('takes a thousand problems, refuses the next, and stops one of them', async () => {
    await open({ FAKE_SILENT: '1' });
    const ids: string[] = [];
    // The first 16 samples run; what follows waits.
    for (let i = 0; i < 1002; i++) ids.push((await start({ samples: 8 }, `${i} + 1`)).id);
    await expect(start({ samples: 8 })).rejects.toMatchObject({ kind: 'queue-full' });
    await backend.handle('solve.stop', { id: ids[1] });
    expect((await ended(ids[1])).status).toBe('stopped');
    const statusOf = async (at: number) => (await call<SolveRecord>('history.open', { id: ids[at] })).status;
    expect([await statusOf(0), await statusOf(2), await statusOf(3)]).toEqual(['running', 'running', 'queued']);
    expect(await call<AppStatus>('status.get', {})).toMatchObject({ samplesWaiting: 8 * 1001 });
  });

  test('after a close, what ran is interrupted and what waited goes on at the next start', async () => {
    await open({ FAKE_MS_PER_TOKEN: '20' });
    const running = await start({ samples: 16 });
    const waiting = await start({ samples: 2 });
    await backend.close();
    await open({ FAKE_MS_PER_TOKEN: '0' });
    expect((await call<SolveRecord>('history.open', { id: running.id })).status).toBe('interrupted');
    expect((await ended(waiting.id)).status).toBe('finished');
  });

  test('refuses an empty problem and one that is too long, with the count', async () => {
    await open();
    await expect(start({}, ' \n')).rejects.toMatchObject({ kind: 'empty-problem' });
    await expect(start({}, 'x'.repeat(MAX_PROBLEM_LENGTH + 1))).rejects.toMatchObject({
      kind: 'problem-too-long',
      data: { length: MAX_PROBLEM_LENGTH + 1, limit: MAX_PROBLEM_LENGTH },
    });
  });

  test('stores a problem with NUL and lone surrogates exactly', async () => {
    await open();
    const { id } = await start({ samples: 1 }, 'a\0\ud800b');
    expect((await ended(id)).problem).toBe('a\0\ud800b');
  });

  test.each([
    ['an unknown call', 'solve.everything', {}, 'unknown-call'],
    ['a name from the prototype', '__proto__', {}, 'unknown-call'],
    ['a method of every object', 'toString', {}, 'unknown-call'],
    ['missing parameters', 'solve.stop', undefined, 'invalid-params'],
    ['a field too many', 'solve.stop', { id: 'a', extra: 1 }, 'invalid-params'],
    ['a prototype key', 'solve.stop', JSON.parse('{"id":"a","__proto__":{"b":1}}'), 'invalid-params'],
    ['a number out of range', 'solve.start', { problem: PROBLEM, options: { samples: 1e9 } }, 'invalid-params'],
    ['a huge id', 'history.open', { id: 'x'.repeat(1 << 20) }, 'invalid-params'],
    ['an id that is not there', 'history.open', { id: 'nowhere' }, 'unknown-solve'],
  ])('rejects %s', async (_, name, params, kind) => {
    await open();
    await expect(backend.handle(name, params)).rejects.toMatchObject({ name: 'CallError', kind });
  });

  test('settings change one by one and are the defaults of a solve', async () => {
    await open();
    await backend.handle('settings.set', { theme: 'dark' });
    await backend.handle('settings.set', { solve: { samples: 3, temperature: 0.2 } });
    expect(await call<Settings>('settings.get', {})).toMatchObject({ theme: 'dark', solve: { samples: 3 } });
    const { options } = await call<SolveRecord>('solve.start', { problem: PROBLEM, options: { temperature: 0.9 } });
    expect(options).toMatchObject({ samples: 3, temperature: 0.9 });
  });

  test('lists, deletes and restores solves', async () => {
    await open({ FAKE_MS_PER_TOKEN: '0' });
    const { id } = await start({ samples: 1 });
    await ended(id);
    const list = () => call<HistoryEntry[]>('history.list', { query: '3X', limit: 5 });
    expect(await list()).toMatchObject([{ id, problem: PROBLEM, status: 'finished' }]);
    await backend.handle('history.delete', { id });
    expect(await list()).toEqual([]);
    await backend.handle('history.restore', { id });
    expect(await list()).toHaveLength(1);
  });
});

/** A seed whose first three samples agree (see fakeSolution). */
function seedWithAgreement(): number {
  for (let seed = 0; ; seed++) if ([0, 1, 2].every((i) => sampleSeed(seed, i) % 4 !== 3)) return seed;
}
