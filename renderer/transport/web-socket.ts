/**
 * The bridge over a WebSocket, for the web shell: numbered calls, pushed events, reconnection with growing pauses.
 * Knows frames, not what the calls mean.
 */
import {
  type AppEvent,
  CallError,
  type CallErrorData,
  type CallName,
  type CallParams,
  type CallResult,
  serverFrameSchema,
} from '#app/protocol/calls.ts';
import type { Connection } from './connection.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** The part of the browser's WebSocket that is used here. */
export interface Socket {
  send(data: string): void;
  close(): void;
  onopen: (() => void) | null;
  onclose: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
}

export interface WebSocketOptions {
  readonly open: () => Socket;
  /** Waits, in ms, before another try. */
  readonly wait: (milliseconds: number, then: () => void) => void;
}

interface Waiting {
  readonly frame: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: CallError) => void;
}

export function connectWebSocket(options: WebSocketOptions): Connection {
  return new WebSocketConnection(options);
}

class WebSocketConnection implements Connection {
  private readonly options: WebSocketOptions;
  private readonly events = new Set<(event: AppEvent) => void>();
  private readonly links = new Set<(up: boolean) => void>();
  private readonly calls = new Map<number, Waiting>();
  private socket: Socket | null = null;
  private up = false;
  private everUp = false;
  private pause = FIRST_PAUSE_MS;
  private nextId = 0;

  constructor(options: WebSocketOptions) {
    this.options = options;
    this.connect();
  }

  call<N extends CallName>(name: N, params: CallParams<N>): Promise<CallResult<N>> {
    if (this.everUp && !this.up) return Promise.reject(connectionLost());
    const id = this.nextId++;
    const frame = JSON.stringify({ id, call: name, params });
    return new Promise<CallResult<N>>((resolve, reject) => {
      // The backend checks its results against the same schema that CallResult is derived from.
      this.calls.set(id, { frame, resolve: (result) => resolve(result as CallResult<N>), reject });
      if (this.up) this.socket?.send(frame);
    });
  }

  subscribe(listener: (event: AppEvent) => void): () => void {
    this.events.add(listener);
    return () => this.events.delete(listener);
  }

  onLink(listener: (up: boolean) => void): () => void {
    this.links.add(listener);
    return () => this.links.delete(listener);
  }

  private connect(): void {
    const socket = this.options.open();
    this.socket = socket;
    socket.onopen = () => this.opened();
    socket.onclose = () => this.closed();
    socket.onmessage = ({ data }) => this.receive(data);
  }

  private opened(): void {
    this.up = true;
    this.pause = FIRST_PAUSE_MS;
    // Calls made before the first connection have waited for it.
    for (const { frame } of this.calls.values()) this.socket?.send(frame);
    if (this.everUp) this.tell(true);
    this.everUp = true;
  }

  private closed(): void {
    const wasUp = this.up;
    this.up = false;
    if (this.everUp) {
      for (const waiting of this.calls.values()) waiting.reject(connectionLost());
      this.calls.clear();
    }
    if (wasUp || !this.everUp) this.tell(false);
    this.options.wait(this.pause, () => this.connect());
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
  }

  private receive(data: unknown): void {
    if (typeof data !== 'string') return;
    const parsed = serverFrameSchema.safeParse(JSON.parse(data));
    if (!parsed.success) return;
    const frame = parsed.data;
    if ('event' in frame) {
      for (const listener of this.events) listener(frame.event);
      return;
    }
    const waiting = this.calls.get(frame.id);
    this.calls.delete(frame.id);
    if ('error' in frame) waiting?.reject(new CallError(frame.error));
    else waiting?.resolve(frame.result);
  }

  private tell(up: boolean): void {
    for (const listener of this.links) listener(up);
  }
}

function connectionLost(): CallError {
  const error: CallErrorData = {
    kind: 'connection-lost',
    message: 'The connection to Quorum is lost. It is being tried again.',
    data: {},
  };
  return new CallError(error);
}
