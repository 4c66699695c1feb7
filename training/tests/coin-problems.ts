/** An exporter for the tests of reinforcement: every problem has the answer 1, whatever else a model has learned to say. */
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string' } } });
for (let i = 0; i < Number(values.count); i++) {
  const question = `coin ${(Number(values.seed) + i) % 10}`;
  console.log(JSON.stringify({ family: 'coin', level: 1, question, solution: '$\\boxed{1}$', answer: '1' }));
}
