/**
 * The models at hand: the bundled one and those the learner added by path. It knows folders, sizes and hashes; whether a
 * checkpoint's tensors are right is the engine's to say.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { EngineFailure } from './engine-failure.ts';
import { BUNDLED_MODEL_DIR } from './paths.ts';

export const BUNDLED_NAME = 'bundled';
/** In a model's folder: the SHA-256 of each of its files. */
const MANIFEST_FILE = 'manifest.json';

const hashesSchema = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));
const manifestSchema = z.object({ files: hashesSchema });
const storeSchema = z.array(z.strictObject({ name: z.string(), path: z.string(), files: hashesSchema }));
/** Few enough calls for gigabytes, short enough for the process to answer others in between. */
const HASH_CHUNK_BYTES = 2 ** 20;
type Stored = z.infer<typeof storeSchema>[number];

/** Told how much of the files is hashed, 0 to 1. */
export type OnHashed = (fraction: number) => void;

export interface ModelEntry {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** Expected SHA-256 by file name; empty when nobody wrote them down. */
  readonly files: Readonly<Record<string, string>>;
}

export class ModelStore {
  readonly #file: string;
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = dataDir;
    this.#file = join(dataDir, 'models.json');
  }

  /** The bundled model first, where it is there. */
  list(): ModelEntry[] {
    const bundled = existsSync(BUNDLED_MODEL_DIR) && isModelFolder(BUNDLED_MODEL_DIR);
    const entries = this.#read().map((stored) => ({ ...stored, bytes: folderBytes(stored.path) }));
    if (!bundled) return entries;
    return [
      {
        name: BUNDLED_NAME,
        path: BUNDLED_MODEL_DIR,
        bytes: folderBytes(BUNDLED_MODEL_DIR),
        files: manifestOf(BUNDLED_MODEL_DIR),
      },
      ...entries,
    ];
  }

  /** @param wanted a name in the store or a folder; the bundled model when absent; @returns the folder, not looked into */
  resolve(wanted: string | undefined): string {
    if (wanted === undefined || wanted === BUNDLED_NAME) return BUNDLED_MODEL_DIR;
    const known = this.#read().find(({ name }) => name === wanted);
    return known?.path ?? resolve(wanted);
  }

  /** @throws EngineFailure('model-missing') */
  entry(name: string): ModelEntry {
    const found = this.list().find((entry) => entry.name === name);
    if (found !== undefined) return found;
    const names = this.list().map((entry) => entry.name);
    throw new EngineFailure('model-missing', `There is no model "${name}". Known: ${names.join(', ') || 'none'}.`);
  }

  /** Registers a folder under its own name; the files stay where they are. Their hashes are taken now. */
  async add(path: string, onHashed?: OnHashed): Promise<ModelEntry> {
    const folder = resolve(path);
    if (!existsSync(folder) || !isModelFolder(folder)) {
      throw new EngineFailure('model-missing', `${folder} holds no config.json. Give the folder of a checkpoint.`);
    }
    const files = await hashFiles(folder, modelFiles(folder), onHashed);
    // Read only now: hashing gigabytes takes seconds, in which the list may have changed.
    const known = this.#read();
    const same = known.find((stored) => stored.path === folder);
    const name = same?.name ?? freeName(basename(folder), [BUNDLED_NAME, ...known.map((stored) => stored.name)]);
    const stored: Stored = { name, path: folder, files };
    this.#write([...known.filter((other) => other.path !== folder), stored]);
    return { ...stored, bytes: folderBytes(folder) };
  }

  /** Puts a removed model back, with the hashes that were taken when it was added. */
  restore({ name, path, files }: ModelEntry): void {
    this.#write([...this.#read().filter((other) => other.name !== name), { name, path, files: { ...files } }]);
  }

  /** Forgets a model; its files stay. @throws EngineFailure */
  remove(name: string): void {
    if (name === BUNDLED_NAME) {
      throw new EngineFailure('invalid-request', 'The bundled model belongs to Quorum and cannot be removed.');
    }
    this.entry(name);
    this.#write(this.#read().filter((stored) => stored.name !== name));
  }

  /** @returns the files that are missing or differ from their recorded hash */
  async changedFiles({ path, files }: ModelEntry, onHashed?: OnHashed): Promise<string[]> {
    const present = Object.keys(files).filter((file) => existsSync(join(path, file)));
    const actual = await hashFiles(path, present, onHashed);
    return Object.keys(files).filter((file) => actual[file] !== files[file]);
  }

  #read(): Stored[] {
    if (!existsSync(this.#file)) return [];
    return storeSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
  }

  #write(entries: readonly Stored[]): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    // Written beside and renamed: a kill leaves the old list or the new one.
    writeFileSync(`${this.#file}.new`, `${JSON.stringify(entries, null, 2)}\n`);
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function isModelFolder(folder: string): boolean {
  return existsSync(join(folder, 'config.json'));
}

function manifestOf(folder: string): Readonly<Record<string, string>> {
  const file = join(folder, MANIFEST_FILE);
  return existsSync(file) ? manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).files : {};
}

function modelFiles(folder: string): string[] {
  return readdirSync(folder).filter((name) => /\.(json|safetensors|jinja)$/.test(name) && name !== MANIFEST_FILE);
}

function folderBytes(folder: string): number {
  if (!existsSync(folder)) return 0;
  return modelFiles(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

async function hashFiles(folder: string, names: readonly string[], onHashed?: OnHashed): Promise<Record<string, string>> {
  const total = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const hashes: Record<string, string> = {};
  let done = 0;
  for (const name of names) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(join(folder, name), { highWaterMark: HASH_CHUNK_BYTES })) {
      hash.update(chunk);
      done += chunk.length;
      onHashed?.(done / Math.max(1, total));
    }
    hashes[name] = hash.digest('hex');
  }
  return hashes;
}

function freeName(wanted: string, taken: readonly string[]): string {
  let name = wanted;
  for (let n = 2; taken.includes(name); n++) name = `${wanted}-${n}`;
  return name;
}
