/** Stand-ins for the backend and the browser, driven by a test: every call is answered by its script, every clock by hand. */
import type { AppEvent, CallName, CallParams, CallResult } from '#app/protocol/calls.ts';
import type { Environment } from '../state/environment.ts';
import type { Connection } from '../transport/connection.ts';

export type Script = { readonly [N in CallName]?: (params: CallParams<N>) => CallResult<N> | Promise<CallResult<N>> };

export class ScriptedConnection implements Connection {
  readonly called: { readonly name: CallName; readonly params: unknown }[] = [];
  private readonly script: Script;
  private readonly listeners = new Set<(event: AppEvent) => void>();
  private readonly links = new Set<(up: boolean) => void>();

  constructor(script: Script) {
    this.script = script;
  }

  async call<N extends CallName>(name: N, params: CallParams<N>): Promise<CallResult<N>> {
    this.called.push({ name, params });
    const answer = this.script[name];
    if (answer === undefined) throw new Error(`the test has no answer to ${name}`);
    return answer(params);
  }

  subscribe(listener: (event: AppEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onLink(listener: (up: boolean) => void): () => void {
    this.links.add(listener);
    return () => this.links.delete(listener);
  }

  push(event: AppEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  link(up: boolean): void {
    for (const listener of this.links) listener(up);
  }

  timesCalled(name: CallName): number {
    return this.called.filter((call) => call.name === name).length;
  }
}

export class HandEnvironment implements Environment {
  isVisible = true;
  private frames: (() => void)[] = [];
  private timers: { readonly at: number; readonly run: () => void }[] = [];
  private readonly watchers: (() => void)[] = [];
  private now = 0;

  nextFrame(run: () => void): void {
    this.frames.push(run);
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.now + milliseconds, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  visible(): boolean {
    return this.isVisible;
  }

  onVisible(run: () => void): void {
    this.watchers.push(run);
  }

  paint(): number {
    const frames = this.frames;
    this.frames = [];
    for (const run of frames) run();
    return frames.length;
  }

  pass(milliseconds: number): void {
    this.now += milliseconds;
    const due = this.timers.filter(({ at }) => at <= this.now);
    this.timers = this.timers.filter(({ at }) => at > this.now);
    for (const { run } of due) run();
  }

  show(): void {
    this.isVisible = true;
    for (const run of this.watchers) run();
  }
}

/** Lets answered calls reach whoever waits for them. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
