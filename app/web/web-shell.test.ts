import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Backend } from '#app/backend/backend.ts';
import { newRecord } from '#app/backend/new-record.ts';
import { type AppEvent, CallError } from '#app/protocol/calls.ts';
import { applyPatch, emptySample, type SolveRecord, solveOptionsSchema } from '#app/protocol/solve.ts';
import { startWebShell, type WebShell } from './web-shell.ts';

const SECRET = join(mkdtempSync(join(tmpdir(), 'quorum-outside-')), 'secret.html');
let rendererDir: string;
let shell: WebShell;
let record: SolveRecord;
let listeners: Set<(event: AppEvent) => void>;

/** Answers `echo`, fails `fail`; everything else is the real backend's business, tested there. */
function stubBackend(): Backend {
  listeners = new Set();
  return {
    async handle(name, params) {
      if (name === 'echo') return params;
      if (name === 'history.open') return record;
      if (name === 'fail') throw new CallError({ kind: 'refused', message: 'No.', data: { limit: 3 } });
      throw new Error('secret path /home/learner');
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {},
  };
}

beforeEach(async () => {
  rendererDir = mkdtempSync(join(tmpdir(), 'quorum-page-'));
  mkdirSync(join(rendererDir, 'assets'));
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Quorum</title>');
  writeFileSync(join(rendererDir, 'assets', 'page-1a2b.js'), 'page');
  writeFileSync(SECRET, 'secret');
  shell = await startWebShell({ backend: stubBackend(), rendererDir, port: 0 });
});
afterEach(() => shell.close());

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port: shell.port, path, method, headers }, (res) => {
      let body = '';
      res.on('data', (chunk) => {
        body += chunk;
      });
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }));
    });
    req.on('error', reject);
    req.end();
  });
}

const launchPath = () => shell.url.slice(shell.url.indexOf('/?'));
const origin = () => `http://127.0.0.1:${shell.port}`;

async function enter(): Promise<string> {
  const { headers } = await get(launchPath());
  return String(headers['set-cookie']?.[0]).split(';')[0];
}

/** @returns the socket, or the status with which the upgrade was refused */
function openSocket(headers: Record<string, string>, path = '/socket'): Promise<WebSocket | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${shell.port}${path}`, { headers });
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });
}

async function enteredSocket(): Promise<WebSocket> {
  const socket = await openSocket({ cookie: await enter(), origin: origin() });
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
  return socket;
}

function nextMessage(socket: WebSocket): Promise<unknown> {
  return new Promise((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)))));
}

describe('the launch token', () => {
  test('is exchanged once for a strict, script-proof cookie and a clean address', async () => {
    const answer = await get(launchPath());
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict; Path=\//);
    expect((await get(launchPath())).status).toBe(401);
  });

  test('missing or wrong is refused, for every path', async () => {
    expect((await get('/')).status).toBe(401);
    expect((await get('/?token=wrong')).status).toBe(401);
    expect((await get('/assets/page-1a2b.js')).status).toBe(401);
    expect((await get('/', { cookie: 'quorum_session=wrong' })).status).toBe(401);
  });

  test('lets in a page that returns to the address with its cookie', async () => {
    const cookie = await enter();
    expect((await get(launchPath(), { cookie })).status).toBe(303);
    expect((await get('/', { cookie })).body).toContain('Quorum');
  });
});

describe('a request', () => {
  test.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1'])('to the host %s is refused', async (host) => {
    expect((await get('/', { host, cookie: await enter() })).status).toBe(403);
  });

  test.each(['https://evil.example', 'null'])('from the origin %s is refused without CORS headers', async (foreign) => {
    const answer = await get('/', { origin: foreign, cookie: await enter() });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('is answered under a policy that allows nothing from elsewhere', async () => {
    const { headers } = await get('/', { cookie: await enter() });
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  test.each(['/../secret.html', '/%2e%2e/secret.html', '/assets/..%2f..%2fsecret.html', '//etc/passwd', '/nowhere', '/assets/'])(
    'for %s finds nothing',
    async (path) => {
      expect((await get(path, { cookie: await enter() })).status).toBe(404);
    },
  );

  test('other than GET and HEAD is refused', async () => {
    const cookie = await enter();
    expect((await get('/', { cookie }, 'POST')).status).toBe(405);
    expect((await get('/', { cookie }, 'HEAD')).body).toBe('');
  });

  test('that never ends its headers is cut off by a time limit', async () => {
    const socket = connect(shell.port, '127.0.0.1');
    socket.resume().write('GET / HTTP/1.1\r\nHost: x\r\n');
    await new Promise((resolve) => socket.once('close', resolve));
    expect(socket.destroyed).toBe(true);
  });
});

describe('a WebSocket', () => {
  test('without cookie, from elsewhere, or without origin is refused', async () => {
    expect(await openSocket({ origin: origin() })).toBe(401);
    const cookie = await enter();
    expect(await openSocket({ cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await openSocket({ cookie, origin: 'null' })).toBe(403);
    expect(await openSocket({ cookie })).toBe(403);
    expect(await openSocket({ cookie, origin: origin() }, '/elsewhere')).toBe(404);
  });

  test('carries calls, failures as data, and events', async () => {
    const socket = await enteredSocket();
    socket.send(JSON.stringify({ id: 1, call: 'echo', params: { a: 1 } }));
    expect(await nextMessage(socket)).toEqual({ id: 1, result: { a: 1 } });
    socket.send(JSON.stringify({ id: 2, call: 'fail', params: {} }));
    expect(await nextMessage(socket)).toEqual({ id: 2, error: { kind: 'refused', message: 'No.', data: { limit: 3 } } });
    const message = nextMessage(socket);
    for (const listener of listeners) listener({ type: 'history' });
    expect(await message).toEqual({ event: { type: 'history' } });
    socket.terminate();
  });

  test('is told nothing of what went wrong inside', async () => {
    const socket = await enteredSocket();
    socket.send(JSON.stringify({ id: 3, call: 'crash', params: {} }));
    expect(JSON.stringify(await nextMessage(socket))).not.toContain('learner');
    socket.terminate();
  });

  test.each([
    ['no JSON', 'hello'],
    ['no call', '{"id":1}'],
    ['a prototype key', '{"id":1,"call":"echo","params":{},"__proto__":{}}'],
    ['a frame of a megabyte', JSON.stringify({ id: 1, call: 'echo', params: 'x'.repeat(1 << 20) })],
  ])('that sends %s is closed', async (_, frame) => {
    const socket = await enteredSocket();
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    socket.send(frame);
    await closed;
    expect(socket.readyState).toBe(WebSocket.CLOSED);
  });

  test('of a page that falls behind is spared the patches and then gets the whole, exactly', async () => {
    const socket = await enteredSocket();
    record = newRecord('1+1', solveOptionsSchema.parse({}));
    record.samples.push(emptySample(0, 1));
    let seen = structuredClone(record);
    let received = 0;
    socket.on('message', (data) => {
      const { event } = JSON.parse(String(data));
      seen = applyPatch(seen, event.patch);
      received += 1;
    });
    socket.pause();
    const tail = 'x'.repeat(100_000);
    for (let sent = 1; sent <= 200; sent++) {
      record.revision = sent;
      record.samples[0].tail = `${tail}${sent}`;
      const patch = { id: record.id, revision: sent, samples: [{ index: 0, tail: record.samples[0].tail }] };
      for (const listener of listeners) listener({ type: 'solve', patch });
      await new Promise((resolve) => setImmediate(resolve));
    }
    socket.resume();
    await expect.poll(() => seen.revision).toBe(200);
    expect(seen).toEqual(record);
    expect(received).toBeLessThan(200);
    socket.terminate();
  });

  test('ends its subscription when it closes', async () => {
    const socket = await enteredSocket();
    expect(listeners.size).toBe(1);
    socket.terminate();
    await expect.poll(() => listeners.size).toBe(0);
  });
});

describe('a taken port', () => {
  test('that was asked for is refused with the remedy', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(startWebShell({ backend: stubBackend(), rendererDir, port })).rejects.toThrow(/--port/);
    other.close();
  });

  test('that was not asked for makes way for the next', async () => {
    const first = await startWebShell({ backend: stubBackend(), rendererDir });
    const second = await startWebShell({ backend: stubBackend(), rendererDir });
    expect(second.port).toBeGreaterThan(first.port);
    await Promise.all([first.close(), second.close()]);
  });
});

test('an interface that is not built is named with the remedy', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'quorum-empty-'));
  for (const folder of [empty, join(empty, 'nowhere')]) {
    await expect(startWebShell({ backend: stubBackend(), rendererDir: folder, port: 0 })).rejects.toThrow(/npm start/);
  }
});
