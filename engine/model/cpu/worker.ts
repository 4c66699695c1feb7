/** Entry of a worker thread of the CPU backend: takes its setup, then does the work it is sent, one piece at a time. */
import { parentPort } from 'node:worker_threads';
import { type ThreadWork, threadModel, type WorkerMessage } from './thread-model.ts';

let run = (_work: ThreadWork): Uint32Array => {
  throw new Error('A thread of the CPU backend got work before its setup.');
};

parentPort?.on('message', (message: WorkerMessage) => {
  if (message.kind === 'setup') run = threadModel(message.setup);
  else parentPort?.postMessage(run(message));
});
