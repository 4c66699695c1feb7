/** `quorum bench`: runs a suite of `bench/`; the last line is JSON. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ModelStore } from '#app/backend/model-store.ts';
import { dataFolder, PRODUCT_ROOT } from '#app/backend/paths.ts';
import type { BenchOptions } from '#bench/bench-options.ts';
import type { Command } from '../command.ts';
import { print, printJson } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const FOLDER = join(PRODUCT_ROOT, 'bench');

/** What all suites share: no suite itself. */
const OPTIONS = 'bench-options.ts';

interface Suite {
  run(options: BenchOptions): Promise<object>;
}

const MOST_LAYERS = 1000;
const MOST_SECONDS = 86_400;

export const command: Command = {
  usage: `quorum bench SUITE [options]    one of those in bench/; prints a table, then one JSON line
  --model NAME|DIR     a model of "quorum models list", or a folder (the bundled one)
  --gpu                decode, voting, memory, peers: on the GPU, at M1-3B's size with random weights
  --layers N           with --gpu: the first N of its 28 layers
  --profile            decode --gpu: the time of a step by kinds of kernels
  --seconds N          decode, voting with --gpu: measure for so long
  --llama DIR          peers: where node-llama-cpp was installed`,
  options: {
    model: { type: 'string' },
    gpu: { type: 'boolean' },
    layers: { type: 'string' },
    profile: { type: 'boolean' },
    seconds: { type: 'string' },
    llama: { type: 'string' },
  },
  async run(args) {
    const name = args.single('suite');
    const suites = suiteNames();
    if (!suites.includes(name)) throw new UsageError(`There is no suite "${name}". Known: ${suites.join(', ') || 'none'}.`);
    const suite: Suite = await import(`#bench/${name}.ts`);
    const modelDir = new ModelStore(dataFolder()).resolve(args.text('model'));
    const options: BenchOptions = {
      modelDir,
      print: args.json ? () => {} : print,
      llama: args.text('llama'),
      gpu: args.flag('gpu'),
      layers: args.number('layers', { min: 1, max: MOST_LAYERS, whole: true }),
      profile: args.flag('profile'),
      seconds: args.number('seconds', { min: 1, max: MOST_SECONDS, whole: false }),
    };
    printJson(await suite.run(options));
    return 0;
  },
};

function suiteNames(): string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((file) => /^[a-z][a-z0-9-]*\.ts$/.test(file) && file !== OPTIONS)
    .map((file) => file.slice(0, -'.ts'.length));
}
