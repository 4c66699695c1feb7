/** The engine host as a child process on the pinned runtime, behind the few things the supervisor needs of it. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { HostRequest } from '#app/protocol/engine-host.ts';
import { cacheFolder, dataFolder } from './paths.ts';

/** Last characters of the host's standard error that are kept to explain its death. */
const KEPT_STDERR = 2000;

export interface HostProcess {
  readonly pid: number | undefined;
  send(request: HostRequest): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, with how it ended. */
  onExit(listener: (reason: string) => void): void;
  kill(): void;
}

export type SpawnHost = () => HostProcess;

/** @param runtime the pinned Node; @param entry the host's TypeScript file */
export function forkHost(runtime: string, entry: string, env: NodeJS.ProcessEnv = process.env): HostProcess {
  const child = fork(entry, [], {
    execPath: runtime,
    execArgv: [],
    // JSON, because parent and child may be different V8 versions.
    serialization: 'json',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: codeCacheFolder(env) },
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-KEPT_STDERR);
  });
  return {
    pid: child.pid,
    send: (request) => {
      // The pipe may be broken already; the exit that follows is handled by its listener.
      if (child.connected) child.send(request, () => {});
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.once('error', (error) => listener(error.message));
      child.once('exit', (code, signal) => listener(describeExit(code, signal, stderr)));
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

/** Node keeps its compiled code here: stripping types of every file takes most of a start without it. */
export function codeCacheFolder(env: NodeJS.ProcessEnv): string {
  return join(cacheFolder(dataFolder(env)), 'code');
}

function describeExit(code: number | null, signal: NodeJS.Signals | null, stderr: string): string {
  const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
  const lastError = stderr
    .split('\n')
    .findLast((line) => /error/i.test(line))
    ?.trim();
  return lastError === undefined ? how : `${how}: ${lastError.slice(0, 300)}`;
}
