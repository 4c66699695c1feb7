import { expect, test, vi } from 'vitest';
import type { QuorumBridge } from '#app/protocol/calls.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';

const exposed = new Map<string, QuorumBridge>();
const invoke = vi.fn();
const listeners = new Map<string, Set<(...args: unknown[]) => void>>();

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: QuorumBridge) => exposed.set(name, api) },
  ipcRenderer: {
    invoke,
    on: (channel: string, listener: () => void) => listeners.set(channel, new Set([listener])),
    off: (channel: string, listener: () => void) => listeners.get(channel)?.delete(listener),
  },
}));
await import('./preload.ts');

function bridge(): QuorumBridge {
  const found = exposed.get('quorum');
  if (found === undefined) throw new Error('the preload script exposed nothing');
  return found;
}

test('the page gets two methods and nothing else', () => {
  expect([...exposed.keys()]).toEqual(['quorum']);
  expect(Object.keys(bridge()).sort()).toEqual(['call', 'subscribe']);
});

test('a call goes out on its channel and its result comes back', async () => {
  invoke.mockResolvedValueOnce({ result: { engine: 'ready' } });
  expect(await bridge().call('status.get', {})).toEqual({ engine: 'ready' });
  expect(invoke).toHaveBeenCalledWith(CALL_CHANNEL, 'status.get', {});
});

test('a failure comes back as plain data with its kind', async () => {
  const error = { kind: 'empty-problem', message: 'Type a problem first.', data: {} };
  invoke.mockResolvedValueOnce({ error });
  await expect(bridge().call('solve.start', { problem: '', options: {} })).rejects.toEqual(error);
});

test('a listener gets events without the Electron event, until it unsubscribes', () => {
  const seen: unknown[] = [];
  const unsubscribe = bridge().subscribe((event) => seen.push(event));
  for (const listener of listeners.get(EVENT_CHANNEL) ?? []) listener({ sender: 'secret' }, { type: 'history' });
  unsubscribe();
  expect(seen).toEqual([{ type: 'history' }]);
  expect(listeners.get(EVENT_CHANNEL)?.size).toBe(0);
});
