/**
 * One page's WebSocket: answers its calls, pushes events. A page that falls behind is sent no more patches until it has
 * caught up, and then each solve it missed as a whole.
 */
import type { WebSocket } from 'ws';
import type { Backend } from '#app/backend/backend.ts';
import { errorData } from '#app/backend/error-data.ts';
import { wholePatch } from '#app/backend/patch-tracker.ts';
import { type AppEvent, clientFrameSchema, type ServerFrame } from '#app/protocol/calls.ts';
import type { SolveRecord } from '#app/protocol/solve.ts';

/** Unsent bytes beyond which a page counts as behind. */
const BEHIND_BYTES = 1 << 20;
const CATCH_UP_CHECK_MS = 100;
/** Calls of one page that may be under way. */
const MAX_CALLS = 64;

export function serveClient(socket: WebSocket, backend: Backend): void {
  const missed = new Set<string>();
  let calls = 0;

  const send = (frame: ServerFrame) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
  };
  const push = (event: AppEvent) => {
    const behind = socket.bufferedAmount > BEHIND_BYTES;
    if (event.type === 'solve' && (behind || missed.has(event.patch.id))) missed.add(event.patch.id);
    else if (!behind) send({ event });
  };
  const catchUp = async () => {
    if (socket.bufferedAmount > 0) return;
    for (const id of [...missed]) {
      missed.delete(id);
      const record = (await backend.handle('history.open', { id })) as SolveRecord;
      send({ event: { type: 'solve', patch: wholePatch(record) } });
    }
  };
  const answer = async (id: number, call: string, params: unknown) => {
    if (calls >= MAX_CALLS)
      return send({ id, error: { kind: 'busy', message: 'Too many calls at once. Wait a moment.', data: {} } });
    calls += 1;
    try {
      send({ id, result: await backend.handle(call, params) });
    } catch (error) {
      send({ id, error: errorData(error) });
    } finally {
      calls -= 1;
    }
  };

  const unsubscribe = backend.subscribe(push);
  const timer = setInterval(() => {
    // A solve that was deleted meanwhile needs no catching up.
    if (missed.size > 0) catchUp().catch(() => {});
  }, CATCH_UP_CHECK_MS);
  socket.on('close', () => {
    unsubscribe();
    clearInterval(timer);
  });
  socket.on('error', () => socket.terminate());
  socket.on('message', (data, binary) => {
    const frame = binary ? null : readFrame(String(data));
    if (frame === null) socket.close(1008, 'not a call');
    else answer(frame.id, frame.call, frame.params);
  });
}

function readFrame(text: string): { id: number; call: string; params?: unknown } | null {
  try {
    return clientFrameSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
