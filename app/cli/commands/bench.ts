/** `quorum bench`: runs a suite of `bench/`; the last line is JSON. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ModelStore } from '#app/backend/model-store.ts';
import { dataFolder, PRODUCT_ROOT } from '#app/backend/paths.ts';
import type { Command } from '../command.ts';
import { print, printJson } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const FOLDER = join(PRODUCT_ROOT, 'bench');

interface Suite {
  run(options: { modelDir: string; print: (line: string) => void }): Promise<object>;
}

export const command: Command = {
  usage: `quorum bench SUITE [options]    one of those in bench/; prints a table, then one JSON line
  --model NAME|DIR     a model of "quorum models list", or a folder (the bundled one)`,
  options: { model: { type: 'string' } },
  async run(args) {
    const name = args.single('suite');
    const suites = suiteNames();
    if (!suites.includes(name)) throw new UsageError(`There is no suite "${name}". Known: ${suites.join(', ') || 'none'}.`);
    const suite: Suite = await import(`#bench/${name}.ts`);
    const modelDir = new ModelStore(dataFolder()).resolve(args.text('model'));
    printJson(await suite.run({ modelDir, print: args.json ? () => {} : print }));
    return 0;
  },
};

function suiteNames(): string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((file) => /^[a-z][a-z0-9-]*\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length));
}
