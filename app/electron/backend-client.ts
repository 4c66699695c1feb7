/** The main process's link to the backend process: numbered calls, events, and a new process when it dies. */
import { type ChildProcess, fork } from 'node:child_process';
import { type AppEvent, type CallErrorData, serverFrameSchema } from '#app/protocol/calls.ts';
import type { CallReply } from './channels.ts';

/** More deaths than this and something is wrong that another start will not mend. */
const MAX_RESTARTS = 3;
const CLOSE_LIMIT_MS = 2000;

export interface BackendClientOptions {
  /** The pinned Node. */
  readonly runtime: string;
  readonly entry: string;
  readonly onEvent: (event: AppEvent) => void;
  /** The backend died and a new one runs: what the page shows is out of date. */
  readonly onRestart: () => void;
}

export class BackendClient {
  readonly #options: BackendClientOptions;
  readonly #calls = new Map<number, (reply: CallReply) => void>();
  #child: ChildProcess;
  #nextId = 0;
  #restarts = 0;
  #closing = false;

  constructor(options: BackendClientOptions) {
    this.#options = options;
    this.#child = this.#spawn();
  }

  call(name: string, params: unknown): Promise<CallReply> {
    const id = this.#nextId++;
    return new Promise((resolve) => {
      if (!this.#child.connected) {
        resolve({ error: BACKEND_GONE });
        return;
      }
      this.#calls.set(id, resolve);
      this.#child.send({ id, call: name, params });
    });
  }

  /** Lets the backend write what is open; resolves when it has ended, at the latest after two seconds. */
  close(): Promise<void> {
    this.#closing = true;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#child.kill('SIGKILL');
        resolve();
      }, CLOSE_LIMIT_MS);
      this.#child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      if (this.#child.connected) this.#child.disconnect();
    });
  }

  #spawn(): ChildProcess {
    const { runtime, entry } = this.#options;
    const child = fork(entry, [], {
      execPath: runtime,
      execArgv: [],
      // JSON, because Electron and the runtime are different V8 versions.
      serialization: 'json',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (message) => this.#receive(message));
    child.once('error', () => this.#died());
    child.once('exit', () => this.#died());
    return child;
  }

  #receive(message: unknown): void {
    const frame = serverFrameSchema.parse(message);
    if ('event' in frame) {
      this.#options.onEvent(frame.event);
      return;
    }
    const resolve = this.#calls.get(frame.id);
    this.#calls.delete(frame.id);
    resolve?.('error' in frame ? { error: frame.error } : { result: frame.result });
  }

  #died(): void {
    for (const resolve of this.#calls.values()) resolve({ error: BACKEND_GONE });
    this.#calls.clear();
    if (this.#closing || this.#restarts >= MAX_RESTARTS) return;
    this.#restarts += 1;
    this.#child = this.#spawn();
    this.#options.onRestart();
  }
}

const BACKEND_GONE: CallErrorData = {
  kind: 'backend-gone',
  message: 'The part of Quorum that solves has stopped. Try again; if it stays, restart Quorum.',
  data: {},
};
