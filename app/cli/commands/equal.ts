/** `quorum equal`: are two answers the same? Undecided is null, never "different". */
import { z } from 'zod';
import { Verifier } from '#app/backend/verifier/verifier.ts';
import type { Arguments, Command } from '../command.ts';
import { readJsonLines } from '../json-lines.ts';
import { print, printJson } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const rowSchema = z.object({ id: z.union([z.string(), z.number()]), a: z.string(), b: z.string() });

export const command: Command = {
  usage: `quorum equal "<a>" "<b>" [--json]
quorum equal --file F    rows {"id","a","b"}; one JSON line each`,
  options: { file: { type: 'string' } },
  async run(args) {
    const verifier = new Verifier();
    try {
      const file = args.text('file');
      if (file === undefined) await comparePair(args, verifier);
      else await compareFile(file, verifier);
      return 0;
    } finally {
      await verifier.close();
    }
  },
};

async function comparePair(args: Arguments, verifier: Verifier): Promise<void> {
  if (args.positionals.length !== 2) throw new UsageError('Give two answers, each in quotes.');
  const [a, b] = args.positionals;
  const { equal, method } = await verifier.equal(a, b);
  if (args.json) printJson({ equal, method });
  else print(`${equal === null ? 'undecided' : equal ? 'equal' : 'different'} (${method})`);
}

async function compareFile(file: string, verifier: Verifier): Promise<void> {
  for (const { id, a, b } of readJsonLines(file, rowSchema)) {
    const { equal, method } = await verifier.equal(a, b);
    printJson({ id, equal, method });
  }
}
