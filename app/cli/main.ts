/**
 * The `quorum` command. It finds the command asked for, runs it, and turns what it throws into an exit status: 0 success,
 * 1 the job failed, 2 wrong usage. Commands are loaded only when called: start-up stays quick.
 */
import type { Command } from './command.ts';
import { readArguments } from './command.ts';
import { UsageError } from './usage-error.ts';

const COMMANDS: Readonly<Record<string, { readonly does: string; readonly load: () => Promise<{ readonly command: Command }> }>> =
  {
    solve: { does: 'solve a problem: samples, votes, steps', load: () => import('./commands/solve.ts') },
    eval: { does: 'solve every problem of a file and score the answers', load: () => import('./commands/eval.ts') },
    logits: { does: 'one forward pass of a model', load: () => import('./commands/logits.ts') },
    equal: { does: 'are two answers the same?', load: () => import('./commands/equal.ts') },
    typeset: { does: 'typeset the texts of a file', load: () => import('./commands/typeset.ts') },
    generate: { does: 'make problems with worked solutions', load: () => import('./commands/generate.ts') },
    models: { does: 'list, add, verify or remove models', load: () => import('./commands/models.ts') },
    bench: { does: 'run a benchmark', load: () => import('./commands/bench.ts') },
    doctor: { does: 'show devices, model, paths and versions', load: () => import('./commands/doctor.ts') },
    serve: { does: 'serve the interface to a browser on this machine', load: () => import('./commands/serve.ts') },
  };

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has what it wanted (`| head`).
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
// Nothing may keep a finished command alive: the engine host has been told to end.
process.stdout.write('', () => process.exit());

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(overview());
    return name === undefined ? 2 : 0;
  }
  const json = rest.includes('--json');
  if (!Object.hasOwn(COMMANDS, name)) return fail(new UsageError(`There is no command "${name}".\n\n${overview()}`), json);
  let usage: string | undefined;
  try {
    const { command } = await COMMANDS[name].load();
    usage = command.usage;
    if (!rest.includes('--help') && !rest.includes('-h')) return await command.run(readArguments(command, rest));
    process.stdout.write(`${usage}\n`);
    return 0;
  } catch (error) {
    return fail(error, json, usage);
  }
}

function fail(error: unknown, json: boolean, usage?: string): number {
  const wrongUsage = error instanceof UsageError;
  const message = error instanceof Error ? error.message : String(error);
  const kind = wrongUsage ? 'usage' : kindOf(error);
  process.stderr.write(`quorum: ${message}\n${wrongUsage && usage !== undefined ? `\n${usage}\n` : ''}`);
  if (json) process.stdout.write(`${JSON.stringify({ error: { kind, message } })}\n`);
  return wrongUsage ? 2 : 1;
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'internal';
  for (const key of ['kind', 'code'] as const) {
    const value: unknown = Reflect.get(error, key);
    if (typeof value === 'string') return value;
  }
  return 'internal';
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, { does }]) => `  ${name.padEnd(9)} ${does}`);
  return `quorum <command> … [--json]\n\n${lines.join('\n')}\n\nquorum <command> --help tells more.\n`;
}
