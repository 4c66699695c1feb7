/** Stands in for the verifier's worker in tests: an answer or problem "stall" hangs it, "crash" ends it, all else is answered at once. */
import { parentPort } from 'node:worker_threads';
import type { Request } from './verifier-jobs.ts';

parentPort?.on('message', ({ id, kind, job }: Request) => {
  const text = kind === 'equal' ? job.a : kind === 'graph' ? job.problem : '';
  if (text === 'stall') for (;;);
  if (text === 'crash') process.exit(1);
  parentPort?.postMessage({ id, type: 'done', outcome: { equal: true, method: text } });
});
