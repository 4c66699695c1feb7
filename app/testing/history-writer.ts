/** Writes records into a history folder for as long as it lives, and prints the id of each once it is acknowledged. */
import { History } from '#app/backend/history.ts';
import { newRecord } from '#app/backend/new-record.ts';
import { emptySample, solveOptionsSchema } from '#app/protocol/solve.ts';

const history = new History(process.argv[2]);
for (;;) {
  const record = newRecord('Solve 3x + 5 = 20', solveOptionsSchema.parse({}));
  record.samples.push(emptySample(0, 1), { ...emptySample(1, 2), tail: 'x'.repeat(20_000) });
  history.save(record, record.samples.keys());
  process.stdout.write(`${record.id}\n`);
  // Lets the pipe drain: the loop itself never yields.
  await new Promise((resolve) => setImmediate(resolve));
}
