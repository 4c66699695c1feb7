/** `quorum models`: the bundled model and those added by path. */
import { type ModelEntry, ModelStore } from '#app/backend/model-store.ts';
import { cacheFolder, dataFolder } from '#app/backend/paths.ts';
import { PackCache } from '#engine/formats/pack/pack-cache.ts';
import type { Command } from '../command.ts';
import { type Inspection, inspectModel } from '../inspect-model.ts';
import { print, printJson } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export const command: Command = {
  usage: `quorum models list [--json]
quorum models add PATH      registers a checkpoint folder; its files stay where they are
quorum models verify NAME   reads every header and compares every file with its recorded hash
quorum models remove NAME   forgets it; its files stay
quorum models clear-cache   removes the copies kept of converted weights (made again when wanted)`,
  options: {},
  async run(args) {
    const store = new ModelStore(dataFolder());
    const [action = 'list', subject, ...more] = args.positionals;
    if (more.length > 0) throw new UsageError('One name or path at a time.');
    if (action === 'clear-cache') return clearCache(args.json);
    const rows = await perform(store, action, subject);
    if (args.json) printJson(rows);
    else print(rows.map(rowText).join('\n') || 'No models yet: add one with "quorum models add PATH".');
    return rows.every(({ ok }) => ok) ? 0 : 1;
  },
};

function clearCache(json: boolean): number {
  const freed = new PackCache(cacheFolder()).clear();
  if (json) printJson({ freed });
  else print(`${(freed / 2 ** 20).toFixed(0)} MiB freed.`);
  return 0;
}

type Row = Omit<ModelEntry, 'files'> & Inspection;

async function perform(store: ModelStore, action: string, subject: string | undefined): Promise<Row[]> {
  switch (action) {
    case 'list':
      return store.list().map(inspect);
    case 'add': {
      const entry = await store.add(need(subject, 'path'));
      const row = inspect(entry);
      if (!row.ok) store.remove(entry.name);
      return [row];
    }
    case 'verify': {
      const entry = store.entry(need(subject, 'name'));
      const changed = await store.changedFiles(entry);
      const row = inspect(entry);
      return [
        changed.length === 0 ? row : { ...row, ok: false, problem: `changed since it was recorded: ${changed.join(', ')}` },
      ];
    }
    case 'remove':
      store.remove(need(subject, 'name'));
      return store.list().map(inspect);
    default:
      throw new UsageError(`There is no "models ${action}".`);
  }
}

function need(subject: string | undefined, what: string): string {
  if (subject === undefined) throw new UsageError(`The ${what} is missing.`);
  return subject;
}

function inspect({ files: _, ...entry }: ModelEntry): Row {
  return { ...entry, ...inspectModel(entry.path) };
}

function rowText({ name, params, bytes, format, memory, path, ok, problem }: Row): string {
  const size = `${(params / 1e6).toFixed(1)} M parameters, ${(bytes / 2 ** 20).toFixed(0)} MiB, ${format}`;
  const lines = ok ? [size, path, `loaded: ${memory}`] : [`DAMAGED: ${problem}`, path];
  return `${name.padEnd(16)} ${lines.join(`\n${' '.repeat(17)}`)}`;
}
