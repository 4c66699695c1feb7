import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { HostEvent, HostRequest } from '#app/protocol/engine-host.ts';

const ENTRY = fileURLToPath(new URL('./main.ts', import.meta.url));
const MODEL = fileURLToPath(new URL('../../engine/model/fixtures/tied-f32', import.meta.url));
const LOAD: HostRequest = { type: 'load', modelDir: MODEL, backend: 'cpu', adapter: null, slots: 2, contextLength: null };

let host: ChildProcess;
afterEach(() => {
  host.kill('SIGKILL');
});

function start(): HostEvent[] {
  host = fork(ENTRY, [], { serialization: 'json', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const events: HostEvent[] = [];
  host.on('message', (event) => events.push(event as HostEvent));
  return events;
}

/** An orphan that has ended stays listed until init reaps it, which may take seconds: on Linux its state tells. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

describe('the engine host', () => {
  test('loads a checkpoint and answers logits', async () => {
    const events = start();
    host.send(LOAD);
    await expect.poll(() => events.find(({ type }) => type === 'loaded')).toMatchObject({ description: { backend: 'cpu' } });
    host.send({ type: 'logits', id: 'a', tokens: [1, 2], all: true });
    await expect.poll(() => events.find(({ type }) => type === 'logits')).toMatchObject({ id: 'a' });
    const answer = events.find((event) => event.type === 'logits');
    expect(answer?.logits).toHaveLength(2);
  });

  test('names a missing model as data and stays alive', async () => {
    const events = start();
    host.send({ ...LOAD, modelDir: '/nonexistent/model' });
    await expect.poll(() => events.at(-1)).toMatchObject({ type: 'error', id: null, kind: 'model-missing' });
    host.send(LOAD);
    await expect.poll(() => events.some(({ type }) => type === 'loaded')).toBe(true);
  });

  test('reports a refused request under its id, and a shape it does not know', async () => {
    const events = start();
    host.send(LOAD);
    await expect.poll(() => events.some(({ type }) => type === 'loaded')).toBe(true);
    host.send({ type: 'logits', id: 'b', tokens: [1e9], all: false });
    await expect.poll(() => events.at(-1)).toMatchObject({ type: 'error', id: 'b', kind: 'invalid-request' });
    host.send({ type: 'dance' });
    await expect.poll(() => events.at(-1)).toMatchObject({ type: 'error', id: null });
  });

  test('ends with its parent, even one that is killed', async () => {
    const parentScript = `
      const { fork } = require('node:child_process');
      const child = fork(${JSON.stringify(ENTRY)}, [], { stdio: ['ignore','ignore','ignore','ipc'] });
      child.send(${JSON.stringify(LOAD)});
      child.on('message', (event) => event.type === 'loaded' && console.log(child.pid));
    `;
    const parent = spawn(process.execPath, ['-e', parentScript], { stdio: ['ignore', 'pipe', 'inherit'] });
    host = parent;
    const [line] = await once(createInterface({ input: parent.stdout }), 'line');
    const pid = Number(line);
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 2000 }).toBe(false);
  });

  test('ends when told to', async () => {
    start();
    host.send({ type: 'shutdown' });
    await once(host, 'exit');
    expect(host.killed).toBe(false);
  });
});
