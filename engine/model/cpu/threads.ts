/** The threads of the CPU backend: worker threads, or the calling thread where one is enough. Knows no model. */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { EngineError } from '../../errors.ts';
import { type ThreadSetup, type ThreadWork, threadModel, type WorkerMessage } from './thread-model.ts';

export interface Thread {
  /** One piece of work at a time. @throws EngineError('device-lost') when the thread has died. */
  run(work: ThreadWork): Promise<Uint32Array>;
  close(): Promise<void>;
}

/** Works on the calling thread, which is blocked for the length of a piece. */
export function callingThread(setup: ThreadSetup): Thread {
  const run = threadModel(setup);
  return {
    async run(work) {
      // Messages and cancellation get their turn before each piece.
      await setImmediate();
      return run(work);
    },
    close: async () => {},
  };
}

/** Loads its code meanwhile: start it before the weights are there. */
export function startWorker(): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  // Only work under way keeps the process alive, not an engine that nobody closed.
  worker.unref();
  return worker;
}

export function workerThread(worker: Worker, setup: ThreadSetup): Thread {
  post({ kind: 'setup', setup });
  let waiting: { resolve: (drawn: Uint32Array) => void; reject: (error: Error) => void } | null = null;
  let death: EngineError | null = null;
  worker.on('message', (drawn: Uint32Array) => {
    worker.unref();
    waiting?.resolve(drawn);
    waiting = null;
  });
  const die = (why: string) => {
    death ??= new EngineError('device-lost', `A thread of the CPU backend ended: ${why}. Load the model again.`);
    waiting?.reject(death);
    waiting = null;
  };
  worker.on('error', (error) => die(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => die(`exit code ${code}`));
  return {
    run(work) {
      if (death !== null) return Promise.reject(death);
      const { promise, resolve, reject } = Promise.withResolvers<Uint32Array>();
      waiting = { resolve, reject };
      worker.ref();
      post(work);
      return promise;
    },
    async close() {
      await worker.terminate();
    },
  };

  function post(message: WorkerMessage): void {
    worker.postMessage(message);
  }
}
