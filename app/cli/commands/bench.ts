/** `quorum bench`: runs a suite of `bench/`; the last line is JSON. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCT_ROOT } from '#app/backend/paths.ts';
import type { Command } from '../command.ts';
import { ENGINE_OPTIONS, ENGINE_USAGE, readLoad } from '../engine-options.ts';
import { printJson } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const FOLDER = join(PRODUCT_ROOT, 'bench');

interface Suite {
  run(options: ReturnType<typeof readLoad>): Promise<object>;
}

export const command: Command = {
  usage: `quorum bench SUITE [options]    one of those in bench/\n${ENGINE_USAGE}`,
  options: ENGINE_OPTIONS,
  async run(args) {
    const name = args.single('suite');
    const suites = suiteNames();
    if (!suites.includes(name)) throw new UsageError(`There is no suite "${name}". Known: ${suites.join(', ') || 'none'}.`);
    const suite: Suite = await import(`#bench/${name}.ts`);
    printJson(await suite.run(readLoad(args, 8)));
    return 0;
  },
};

function suiteNames(): string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((file) => /^[a-z][a-z0-9-]*\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length));
}
