import { afterEach, describe, expect, test, vi } from 'vitest';
import type { HostRequest } from '../protocol/engine-host.ts';
import { spawnFakeHost } from '../testing/fake-host-process.ts';
import { fakeSolution } from '../testing/fake-solution.ts';
import { EngineSupervisor } from './engine-supervisor.ts';
import type { HostProcess } from './host-process.ts';

const LOAD = { modelDir: '', backend: 'cpu', adapter: null, slots: 8, contextLength: null } as const;
const JOB = { problem: 'Solve 3x + 5 = 20', temperature: 0.7, topP: 1, maxTokens: 768 };

let engine: EngineSupervisor;
afterEach(() => engine.close());

function start(...faults: Record<string, string>[]): { spawned: HostProcess[] } {
  const spawned: HostProcess[] = [];
  engine = new EngineSupervisor({
    load: LOAD,
    // The nth host gets the nth fault, later hosts the last.
    spawn: () => {
      const host = spawnFakeHost(faults[Math.min(spawned.length, faults.length - 1)]);
      spawned.push(host);
      return host;
    },
  });
  engine.start();
  return { spawned };
}

class Texts {
  readonly text = new Map<number, string>();
  readonly ends = new Map<number, string>();
  onTokens({ index, text }: { index: number; text: string }) {
    this.text.set(index, (this.text.get(index) ?? '') + text);
  }
  onRowEnd({ index, status }: { index: number; status: string }) {
    this.ends.set(index, status);
  }
}

async function generate(rows: { index: number; seed: number }[], signal = new AbortController().signal): Promise<Texts> {
  const texts = new Texts();
  await engine.generate({ ...JOB, rows }, texts, signal);
  return texts;
}

describe('the engine supervisor', () => {
  test('brings every row to its end', async () => {
    start({});
    const texts = await generate([
      { index: 0, seed: 1 },
      { index: 5, seed: 3 },
    ]);
    expect(texts.text.get(0)).toBe(fakeSolution(1));
    expect(texts.text.get(5)).toBe(fakeSolution(3));
    expect([...texts.ends.values()]).toEqual(['finished', 'finished']);
  });

  test('moving to another adapter mid-text starts a host there and changes no text', async () => {
    const loads: HostRequest[] = [];
    engine = new EngineSupervisor({
      load: LOAD,
      spawn: () => {
        const host = spawnFakeHost({});
        return {
          ...host,
          pid: host.pid,
          send(request) {
            if (request.type === 'load') loads.push(request);
            host.send(request);
          },
        };
      },
    });
    engine.start();
    const texts = generate([{ index: 0, seed: 1 }]);
    await engine.whenReady();
    engine.use({ backend: 'gpu', adapter: 'llvmpipe' });
    expect((await texts).text.get(0)).toBe(fakeSolution(1));
    expect(loads).toMatchObject([
      { backend: 'cpu', adapter: null },
      { backend: 'gpu', adapter: 'llvmpipe' },
    ]);
    expect(engine.state.phase).toBe('ready');
  });

  test('a host that dies mid-text is replaced and the text comes out the same', async () => {
    const { spawned } = start({ FAKE_DIE_AT_TOKEN: '40' }, {});
    const texts = await generate([
      { index: 0, seed: 1 },
      { index: 1, seed: 3 },
    ]);
    expect(spawned).toHaveLength(2);
    expect(texts.text.get(0)).toBe(fakeSolution(1));
    expect(texts.text.get(1)).toBe(fakeSolution(3));
  });

  test('a host killed from outside is replaced', async () => {
    const { spawned } = start({});
    await engine.whenReady();
    process.kill(Number(engine.hostPid), 'SIGKILL');
    await expect.poll(() => spawned.length).toBe(2);
    expect((await generate([{ index: 0, seed: 1 }])).text.get(0)).toBe(fakeSolution(1));
  });

  test('after three deaths it asks instead of trying on, and starts afresh when asked', async () => {
    const { spawned } = start({ FAKE_DIE_LOADING: '1' }, { FAKE_DIE_LOADING: '1' }, { FAKE_DIE_LOADING: '1' }, {});
    await expect(engine.whenReady()).rejects.toMatchObject({ kind: 'host-died' });
    expect(spawned).toHaveLength(3);
    expect(engine.state.phase).toBe('failed');
    engine.start();
    await expect(engine.whenReady()).resolves.toMatchObject({ phase: 'ready' });
  });

  test('deaths that take a generation with them three times fail it with the remedy', async () => {
    start({ FAKE_DIE_AT_TOKEN: '10' }, { FAKE_DIE_AT_TOKEN: '20' }, { FAKE_DIE_AT_TOKEN: '30' });
    await expect(generate([{ index: 0, seed: 1 }])).rejects.toMatchObject({ kind: 'host-died', message: /try again/i });
  });

  test('a refusal to load keeps its kind and is not retried', async () => {
    const { spawned } = start({ FAKE_LOAD_ERROR: 'model-missing' });
    await expect(engine.whenReady()).rejects.toMatchObject({ kind: 'model-missing' });
    expect(spawned).toHaveLength(1);
  });

  test('out of memory while loading halves the slots until it fits', async () => {
    start({ FAKE_LOAD_ERROR: 'out-of-memory' }, { FAKE_LOAD_ERROR: 'out-of-memory' }, {});
    await expect(engine.whenReady()).resolves.toMatchObject({ description: { slots: 2 } });
  });

  test('an abort ends the rows at once, though the host says nothing', async () => {
    start({ FAKE_SILENT: '1' });
    await engine.whenReady();
    const abort = new AbortController();
    const generated = generate([{ index: 0, seed: 1 }], abort.signal);
    abort.abort();
    expect((await generated).ends.get(0)).toBe('stopped');
  });

  test('logits pass through', async () => {
    start({});
    expect(await engine.logits([4, 5], false)).toEqual([[4, 5]]);
  });
});

describe('a graphics device that hangs', () => {
  test('has its host replaced after a minute without a token', async () => {
    vi.useFakeTimers();
    const hosts: SilentHost[] = [];
    engine = new EngineSupervisor({
      load: LOAD,
      spawn: () => {
        const host = new SilentHost();
        hosts.push(host);
        return host;
      },
    });
    engine.start();
    const abort = new AbortController();
    const generated = generate([{ index: 0, seed: 1 }], abort.signal);
    await vi.advanceTimersByTimeAsync(50_000);
    expect(hosts).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(hosts).toHaveLength(2);
    expect(hosts[0].killed).toBe(true);
    expect(hosts[1].requests.map(({ type }) => type)).toEqual(['load', 'generate']);
    abort.abort();
    await generated;
    vi.useRealTimers();
  });
});

test('a driver that keeps killing the host is not asked again when the learner tries again', async () => {
  const loads: HostRequest[] = [];
  engine = new EngineSupervisor({
    load: { ...LOAD, backend: 'auto' },
    spawn: () => ({
      pid: 1,
      send: (request) => loads.push(request),
      onMessage: () => {},
      onExit: (listener) => queueMicrotask(() => listener('signal SIGSEGV')),
      kill: () => {},
    }),
  });
  engine.start();
  await expect(engine.whenReady()).rejects.toThrow(/run on the CPU/);
  engine.start();
  expect(loads.map((load) => load.type === 'load' && load.backend)).toEqual(['auto', 'auto', 'auto', 'cpu']);
});

/** Loads on a GPU and then says nothing more. */
class SilentHost implements HostProcess {
  readonly pid = 1;
  readonly requests: HostRequest[] = [];
  killed = false;
  #listener: (message: unknown) => void = () => {};

  send(request: HostRequest): void {
    this.requests.push(request);
    if (request.type !== 'load') return;
    const description = { backend: 'gpu', adapter: 'A', reason: 'R', model: 'M', slots: 8, contextLength: 9 };
    const sizes = { parameters: 1, weightBytes: 1, stateBytesPerSlot: 1, kvBytesPerToken: 1 };
    queueMicrotask(() => this.#listener({ type: 'loaded', loadMs: 1, description: { ...description, ...sizes } }));
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#listener = listener;
  }
  onExit(): void {}
  kill(): void {
    this.killed = true;
  }
}
