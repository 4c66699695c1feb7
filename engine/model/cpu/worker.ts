/** Entry of a worker thread of the CPU backend: does the work it is sent, one piece at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { type ThreadSetup, type ThreadWork, threadModel } from './thread-model.ts';

const run = threadModel(workerData as ThreadSetup);
parentPort?.on('message', (work: ThreadWork) => parentPort?.postMessage(run(work)));
