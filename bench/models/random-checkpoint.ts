/**
 * Writes a checkpoint of any shape with random weights: sharded safetensors with their index, streamed, so that memory stays
 * small whatever the model. It does the work of a trained one and answers nothing.
 */
import { closeSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { tensorShapes } from '#engine/model/tensor-shapes.ts';
import { type CheckpointShape, configFiles } from './shapes.ts';
import { NOISE_BYTES, type NoiseDtype, tensorNoise } from './tensor-noise.ts';

/** Numbers made and written at once. */
const CHUNK_NUMBERS = 2 ** 22;
/** Shards of this size are usual, and many tools still read no file above 2 GiB well. */
const SHARD_BYTES = 2e9;

export interface CheckpointOptions {
  readonly folder: string;
  readonly shape: CheckpointShape;
  readonly dtype: NoiseDtype;
  readonly shardBytes?: number;
  /** Called after each tensor. */
  readonly onTensor?: (name: string, bytesWritten: number) => void;
}

interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly numbers: number;
  readonly bytes: number;
}

/** @returns bytes of tensors written. @throws when the folder is not empty. */
export function writeRandomCheckpoint({ folder, shape, dtype, shardBytes = SHARD_BYTES, onTensor }: CheckpointOptions): number {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty: give a new folder.`);
  for (const [name, content] of Object.entries(configFiles(shape)))
    writeFileSync(join(folder, name), JSON.stringify(content, null, 2));

  const entries = [...tensorShapes(readModelConfig(folder))].map(([name, dimensions]): Entry => {
    const numbers = dimensions.reduce((a, b) => a * b, 1);
    return { name, shape: dimensions, numbers, bytes: numbers * NOISE_BYTES[dtype] };
  });
  const shards = cutIntoShards(entries, shardBytes);
  const weightMap: Record<string, string> = {};
  let written = 0;
  shards.forEach((shard, i) => {
    const file = `model-${number5(i + 1)}-of-${number5(shards.length)}.safetensors`;
    for (const { name } of shard) weightMap[name] = file;
    writeShard(join(folder, file), shard, dtype, (name, bytes) => {
      written += bytes;
      onTensor?.(name, written);
    });
  });
  const index = { metadata: { total_size: written }, weight_map: weightMap };
  writeFileSync(join(folder, 'model.safetensors.index.json'), JSON.stringify(index, null, 2));
  return written;
}

/** In order; a tensor is never cut. */
function cutIntoShards(entries: readonly Entry[], limit: number): Entry[][] {
  const shards: Entry[][] = [];
  let room = 0;
  for (const entry of entries) {
    if (shards.length === 0 || entry.bytes > room) {
      shards.push([]);
      room = limit;
    }
    shards[shards.length - 1].push(entry);
    room -= entry.bytes;
  }
  return shards;
}

function writeShard(
  path: string,
  shard: readonly Entry[],
  dtype: NoiseDtype,
  onTensor: (name: string, bytes: number) => void,
): void {
  const header: Record<string, object> = {};
  let end = 0;
  for (const { name, shape, bytes } of shard) {
    header[name] = { dtype: dtype.toUpperCase(), shape, data_offsets: [end, end + bytes] };
    end += bytes;
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(text.length), true);
  const file = openSync(path, 'wx');
  try {
    writeAll(file, length);
    writeAll(file, text);
    for (const { name, shape, numbers, bytes } of shard) {
      const noise = tensorNoise(name, shape, dtype);
      for (let first = 0; first < numbers; first += CHUNK_NUMBERS) {
        writeAll(file, noise(first, Math.min(CHUNK_NUMBERS, numbers - first)));
      }
      onTensor(name, bytes);
    }
  } finally {
    closeSync(file);
  }
}

/** A call may write less than it was given. */
function writeAll(file: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(file, bytes, done);
}

function number5(value: number): string {
  return String(value).padStart(5, '0');
}
