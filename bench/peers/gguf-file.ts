/**
 * Writes GGUF version 3, the file format of llama.cpp: header, metadata, tensor table, then the tensors' bytes, each
 * aligned. Knows types and layout, no model. Format: docs/gguf.md of the ggml repository.
 */
import { closeSync, openSync, writeSync } from 'node:fs';

/** Bytes of a block of numbers, and ggml's number for the type. */
export const TENSOR_TYPES = {
  f32: { id: 0, blockNumbers: 1, blockBytes: 4 },
  f16: { id: 1, blockNumbers: 1, blockBytes: 2 },
  q4_0: { id: 2, blockNumbers: 32, blockBytes: 18 },
  q8_0: { id: 8, blockNumbers: 32, blockBytes: 34 },
} as const;
export type TensorType = keyof typeof TENSOR_TYPES;

export interface GgufTensor {
  readonly name: string;
  readonly type: TensorType;
  /** Row-major, slowest first, as everywhere here; the file lists them the other way round. */
  readonly shape: readonly number[];
}

export type MetadataValue =
  | { readonly kind: 'u32'; readonly value: number }
  | { readonly kind: 'f32'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string };

const VERSION = 3;
const ALIGNMENT = 32;
const VALUE_KINDS = { u32: 4, f32: 6, string: 8 } as const;

/** @param fill writes a tensor's bytes, in pieces, through `write` */
export function writeGguf(
  path: string,
  metadata: ReadonlyMap<string, MetadataValue>,
  tensors: readonly GgufTensor[],
  fill: (tensor: GgufTensor, write: (bytes: Uint8Array) => void) => void,
): void {
  const file = openSync(path, 'w');
  const write = (bytes: Uint8Array) => {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
  };
  const pad = (length: number) => write(new Uint8Array(padding(length)));
  try {
    const header = headerOf(metadata, tensors);
    write(header);
    pad(header.length);
    for (const tensor of tensors) {
      fill(tensor, write);
      pad(tensorBytes(tensor));
    }
  } finally {
    closeSync(file);
  }
}

export function tensorBytes({ type, shape }: GgufTensor): number {
  const { blockNumbers, blockBytes } = TENSOR_TYPES[type];
  return (shape.reduce((a, b) => a * b, 1) / blockNumbers) * blockBytes;
}

function headerOf(metadata: ReadonlyMap<string, MetadataValue>, tensors: readonly GgufTensor[]): Buffer {
  let offset = 0;
  const table = tensors.map((tensor) => {
    const start = offset;
    const bytes = tensorBytes(tensor);
    offset += bytes + padding(bytes);
    const { name, type, shape } = tensor;
    return [string(name), u32(shape.length), ...shape.toReversed().map(u64), u32(TENSOR_TYPES[type].id), u64(start)];
  });
  const counts = [Buffer.from('GGUF'), u32(VERSION), u64(tensors.length), u64(metadata.size)];
  const values = [...metadata].map(([key, { kind, value }]) => [
    string(key),
    u32(VALUE_KINDS[kind]),
    encode({ kind, value } as MetadataValue),
  ]);
  return Buffer.concat([...counts, ...values.flat(), ...table.flat()]);
}

function encode(metadata: MetadataValue): Buffer {
  switch (metadata.kind) {
    case 'u32':
      return u32(metadata.value);
    case 'f32': {
      const bytes = Buffer.alloc(4);
      bytes.writeFloatLE(metadata.value);
      return bytes;
    }
    case 'string':
      return string(metadata.value);
    default:
      throw new Error(`unhandled metadata ${JSON.stringify(metadata satisfies never)}`);
  }
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

/** Length, then UTF-8. */
function string(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([u64(bytes.length), bytes]);
}

function padding(length: number): number {
  return (ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT;
}
