/**
 * A checkpoint in safetensors: one file, or shards listed by an index. Tensors are read from disk one at a time when
 * asked for. Knows names and bytes, not what a tensor is for.
 */
import { hash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from '../errors.ts';
import { damaged, isObject, ModelFile, readJsonObject } from './model-file.ts';
import { headerLength, LENGTH_BYTES, MAX_HEADER_BYTES, parseHeader, type TensorEntry } from './safetensors-header.ts';

const SINGLE_FILE = 'model.safetensors';
const INDEX_FILE = 'model.safetensors.index.json';
/** A plain name: no separator, so no way out of the folder. */
const SHARD_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,200}\.safetensors$/;
/** The largest published checkpoints come in under 200 shards. */
const MAX_SHARDS = 1024;

export class Checkpoint {
  readonly #tensors = new Map<string, { readonly file: ModelFile; readonly entry: TensorEntry }>();
  readonly #files: ModelFile[] = [];
  /** SHA-256 of each file's header. */
  readonly #headers = new Map<string, string>();

  /** Reads headers only. @throws EngineError naming the file and the tensor at fault. */
  constructor(modelDir: string) {
    try {
      if (existsSync(join(modelDir, SINGLE_FILE))) this.#addFile(modelDir, SINGLE_FILE);
      else if (existsSync(join(modelDir, INDEX_FILE))) this.#addShards(modelDir);
      else throw noWeights(modelDir);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  names(): string[] {
    return [...this.#tensors.keys()];
  }

  entry(name: string): TensorEntry | undefined {
    return this.#tensors.get(name)?.entry;
  }

  /** The name of the file that holds a tensor, for messages. */
  fileOf(name: string): string {
    return this.#tensors.get(name)?.file.name ?? SINGLE_FILE;
  }

  /** The raw bytes of a tensor, or `length` of them from byte `first` on, fresh from disk. */
  read(name: string, first = 0, length?: number): ArrayBuffer {
    const tensor = this.#tensors.get(name);
    if (tensor === undefined) throw damaged(SINGLE_FILE, `has no tensor ${name}`);
    const { offset, byteLength } = tensor.entry;
    const count = length ?? byteLength - first;
    if (first < 0 || count < 0 || first + count > byteLength)
      throw new RangeError(`${name} has no bytes ${first} to ${first + count}`);
    return tensor.file.read(offset + first, count);
  }

  /** What tells this checkpoint from another, and from itself once changed: its files' names, sizes, times and headers. */
  identity(): string {
    return JSON.stringify(this.#files.map(({ name, size, modified }) => [name, size, modified, this.#headers.get(name)]));
  }

  close(): void {
    for (const file of this.#files.splice(0)) file.close();
  }

  #addFile(modelDir: string, name: string): string[] {
    const file = new ModelFile(modelDir, name);
    this.#files.push(file);
    if (file.size < LENGTH_BYTES) throw damaged(name, 'is too short to be a safetensors file');
    const length = headerLength(name, file.read(0, LENGTH_BYTES), file.size);
    const header = new Uint8Array(file.read(LENGTH_BYTES, length));
    this.#headers.set(name, hash('sha256', header));
    const entries = parseHeader(name, header, file.size);
    for (const entry of entries) {
      const other = this.#tensors.get(entry.name);
      if (other !== undefined) throw damaged(name, `holds ${entry.name}, which ${other.file.name} holds too`);
      this.#tensors.set(entry.name, { file, entry });
    }
    return entries.map((entry) => entry.name);
  }

  #addShards(modelDir: string): void {
    for (const [shard, promised] of readIndex(modelDir)) {
      const found = new Set(this.#addFile(modelDir, shard));
      const missing = promised.find((name) => !found.delete(name));
      if (missing !== undefined) throw damaged(shard, `lacks ${missing}, which ${INDEX_FILE} places there`);
      const [extra] = found;
      if (extra !== undefined) throw damaged(shard, `holds ${extra}, which ${INDEX_FILE} does not list`);
    }
  }
}

/** Shard file name → the tensors it should hold. */
function readIndex(modelDir: string): Map<string, string[]> {
  const map = readJsonObject(modelDir, INDEX_FILE, MAX_HEADER_BYTES).weight_map;
  if (!isObject(map)) throw damaged(INDEX_FILE, 'lacks weight_map');
  const shards = new Map<string, string[]>();
  for (const [tensor, shard] of Object.entries(map)) {
    if (typeof shard !== 'string' || !SHARD_NAME.test(shard)) {
      throw damaged(INDEX_FILE, `names ${JSON.stringify(shard)?.slice(0, 100)} as a shard, which is no plain file name`);
    }
    const promised = shards.get(shard);
    if (promised === undefined) shards.set(shard, [tensor]);
    else promised.push(tensor);
  }
  if (shards.size === 0 || shards.size > MAX_SHARDS)
    throw damaged(INDEX_FILE, `lists ${shards.size} shards, not 1 to ${MAX_SHARDS}`);
  return shards;
}

function noWeights(modelDir: string): EngineError {
  const pickle = existsSync(modelDir) ? readdirSync(modelDir).find((name) => /\.(bin|pt|pth|pkl|ckpt)$/.test(name)) : undefined;
  if (pickle !== undefined) {
    return new EngineError(
      'model-unsupported',
      `${pickle} is a pickle, which can run any program when opened, so it was not read. Save the model as safetensors.`,
      { file: pickle },
    );
  }
  return new EngineError('model-missing', `${modelDir} holds no ${SINGLE_FILE} and no ${INDEX_FILE}: choose a model folder.`, {
    file: SINGLE_FILE,
  });
}
