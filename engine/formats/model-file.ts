/**
 * One file of a model folder, opened so that nothing outside the folder is read and a change while it is open is
 * noticed. Knows files, not their formats.
 */
import { closeSync, existsSync, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EngineError } from '../errors.ts';
import { type Json, JsonError, type JsonObject, parseStrictJson } from './strict-json.ts';

/** One read call's size: Linux moves at most 2 GiB - 4 KiB a call. */
const READ_CHUNK_BYTES = 2 ** 30;

export class ModelFile {
  readonly name: string;
  readonly size: number;
  /** When it was last written, milliseconds since 1970. */
  readonly modified: number;
  readonly #path: string;
  readonly #descriptor: number;
  readonly #identity: string;

  /** @throws EngineError('model-missing') without the file, ('model-unsupported') where it is a link out of the folder. */
  constructor(modelDir: string, name: string) {
    this.name = name;
    this.#path = join(modelDir, name);
    if (!existsSync(this.#path)) {
      throw new EngineError('model-missing', `${name} is missing in ${modelDir}: copy the whole model folder again.`, {
        file: name,
      });
    }
    if (dirname(realpathSync(this.#path)) !== realpathSync(modelDir)) {
      throw new EngineError(
        'model-unsupported',
        `${name} leads outside its model folder: put the file itself there (cp -L follows links).`,
        { file: name },
      );
    }
    // Looked at before it is opened: opening a pipe would wait for a writer.
    if (!statSync(this.#path).isFile()) throw damaged(name, 'is not a regular file');
    this.#descriptor = openSync(this.#path, 'r');
    const stat = fstatSync(this.#descriptor);
    this.size = stat.size;
    this.modified = stat.mtimeMs;
    this.#identity = identity(stat);
  }

  /** @throws EngineError('model-damaged') if the file is shorter than asked or changed since it was opened. */
  read(offset: number, length: number): ArrayBuffer {
    if (offset + length > this.size) throw damaged(this.name, `ends before byte ${offset + length}`);
    const bytes = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const count = readSync(this.#descriptor, bytes, done, Math.min(READ_CHUNK_BYTES, length - done), offset + done);
      if (count === 0) break;
      done += count;
    }
    if (done < length || !this.#isUnchanged()) throw damaged(this.name, 'changed while it was being read');
    return bytes.buffer;
  }

  #isUnchanged(): boolean {
    const onDisk = statSync(this.#path, { throwIfNoEntry: false });
    return (
      identity(fstatSync(this.#descriptor)) === this.#identity && onDisk !== undefined && identity(onDisk) === this.#identity
    );
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** The whole of a small file. @throws EngineError('model-damaged') when it is longer than `maxBytes`. */
export function readWhole(modelDir: string, name: string, maxBytes: number): Uint8Array {
  const file = new ModelFile(modelDir, name);
  try {
    if (file.size > maxBytes) throw damaged(name, `is ${file.size} bytes long, more than the limit of ${maxBytes}`);
    return new Uint8Array(file.read(0, file.size));
  } finally {
    file.close();
  }
}

/** A small file's JSON object, strictly read. */
export function readJsonObject(modelDir: string, name: string, maxBytes: number): JsonObject {
  return parseJsonObject(name, readWhole(modelDir, name, maxBytes));
}

export function parseJsonObject(name: string, bytes: Uint8Array): JsonObject {
  let value: Json;
  try {
    value = parseStrictJson(bytes);
  } catch (error) {
    if (error instanceof JsonError) throw damaged(name, error.message);
    throw error;
  }
  if (!isObject(value)) throw damaged(name, 'is not a JSON object');
  return value;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The error for a file that cannot be what it claims to be. */
export function damaged(file: string, what: string): EngineError {
  return new EngineError('model-damaged', `${file} ${what}. Download or copy the model again.`, { file });
}

function identity(stat: { ino: number; dev: number; size: number; mtimeMs: number }): string {
  return `${stat.dev}:${stat.ino}:${stat.size}:${stat.mtimeMs}`;
}
