import { describe, expect, it } from 'vitest';
import { makeStatus } from '../testing/records.ts';
import { settle } from '../testing/scripted.ts';
import { connectWebSocket, type Socket } from './web-socket.ts';

class FakeSocket implements Socket {
  readonly sent: string[] = [];
  onopen: Socket['onopen'] = null;
  onclose: Socket['onclose'] = null;
  onmessage: Socket['onmessage'] = null;
  send(data: string): void {
    this.sent.push(data);
  }
  close(): void {
    this.onclose?.();
  }
  answer(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

function setUp() {
  const sockets: FakeSocket[] = [];
  const pauses: number[] = [];
  let reconnect = () => {};
  const connection = connectWebSocket({
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    wait: (milliseconds, then) => {
      pauses.push(milliseconds);
      reconnect = then;
    },
  });
  return { connection, sockets, pauses, reconnect: () => reconnect() };
}

describe('the WebSocket bridge', () => {
  it('sends calls made before it was open, and matches answers by number', async () => {
    const { connection, sockets } = setUp();
    const first = connection.call('status.get', {});
    const second = connection.call('history.list', { query: '', limit: 1 });
    sockets[0].onopen?.();
    expect(sockets[0].sent.map((frame) => JSON.parse(frame).call)).toEqual(['status.get', 'history.list']);
    sockets[0].answer({ id: 1, result: [] });
    sockets[0].answer({ id: 0, result: makeStatus() });
    expect(await second).toEqual([]);
    expect((await first).engine).toBe('ready');
  });

  it('gives a failed call its kind and data', async () => {
    const { connection, sockets } = setUp();
    sockets[0].onopen?.();
    const call = connection.call('solve.start', { problem: '', options: {} });
    sockets[0].answer({ id: 0, error: { kind: 'problem-too-long', message: 'too long', data: { count: 3 } } });
    await expect(call).rejects.toMatchObject({ kind: 'problem-too-long', data: { count: 3 } });
  });

  it('fails open calls when the connection is lost, says so, and comes back with growing pauses', async () => {
    const { connection, sockets, pauses, reconnect } = setUp();
    const links: boolean[] = [];
    connection.onLink((up) => links.push(up));
    sockets[0].onopen?.();
    const call = connection.call('status.get', {});
    sockets[0].close();
    await expect(call).rejects.toMatchObject({ kind: 'connection-lost' });
    await expect(connection.call('status.get', {})).rejects.toMatchObject({ kind: 'connection-lost' });
    for (let attempt = 1; attempt <= 6; attempt++) {
      reconnect();
      sockets[attempt].close();
    }
    reconnect();
    sockets[7].onopen?.();
    expect(links).toEqual([false, true]);
    expect(pauses.slice(0, 3)).toEqual([250, 500, 1000]);
    expect(Math.max(...pauses)).toBe(5000);
  });

  it('passes events on and drops frames that are not in the protocol', async () => {
    const { connection, sockets } = setUp();
    const seen: string[] = [];
    connection.subscribe((event) => seen.push(event.type));
    sockets[0].onopen?.();
    sockets[0].answer({ event: { type: 'history' } });
    sockets[0].answer({ event: { type: 'invented' } });
    sockets[0].answer({ id: 99, result: 1 });
    await settle();
    expect(seen).toEqual(['history']);
  });
});
