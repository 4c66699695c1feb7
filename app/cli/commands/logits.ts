/** `quorum logits`: one forward pass, for comparison with a reference. */
import type { Command } from '../command.ts';
import { ENGINE_OPTIONS, ENGINE_USAGE, readLoad, startEngine } from '../engine-options.ts';
import { print, printJson } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** Most likely tokens shown for a position. */
const SHOWN = 5;

export const command: Command = {
  usage: `quorum logits --model DIR --tokens 1,2,3 [--all] [--json]
  --all                every position, else the last
${ENGINE_USAGE}`,
  options: { ...ENGINE_OPTIONS, tokens: { type: 'string' }, all: { type: 'boolean' } },
  async run(args) {
    const tokens = readTokens(args.text('tokens'));
    const all = args.flag('all') ?? false;
    const engine = startEngine(readLoad(args, 1));
    try {
      const logits = await engine.logits(tokens, all);
      if (args.json) printJson({ logits });
      else for (const [i, row] of logits.entries()) print(summary(all ? i : tokens.length - 1, row));
      return 0;
    } finally {
      engine.close();
    }
  },
};

function readTokens(text: string | undefined): number[] {
  if (text === undefined) throw new UsageError('--tokens is missing.');
  if (!/^\d+(,\d+)*$/.test(text)) throw new UsageError(`--tokens ${text}: give whole numbers with commas between.`);
  return text.split(',').map(Number);
}

function summary(position: number, row: readonly number[]): string {
  const best = [...row.keys()].sort((a, b) => row[b] - row[a]).slice(0, SHOWN);
  return `position ${position}: ${best.map((token) => `${token} (${row[token].toFixed(3)})`).join(', ')}`;
}
