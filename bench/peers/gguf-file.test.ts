import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type GgufTensor, tensorBytes, writeGguf } from './gguf-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'quorum-gguf-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('tensors start at the offsets of the table, aligned to 32 bytes', () => {
  const tensors: GgufTensor[] = [
    { name: 'a', type: 'f32', shape: [3] },
    { name: 'b', type: 'q8_0', shape: [2, 32] },
  ];
  const path = join(folder, 'two.gguf');
  const metadata = new Map([['general.architecture', { kind: 'string', value: 'llama' } as const]]);
  writeGguf(path, metadata, tensors, (tensor, write) => {
    const bytes = new Uint8Array(tensorBytes(tensor)).fill(tensor.name === 'a' ? 1 : 2);
    write(bytes.subarray(0, 5));
    write(bytes.subarray(5));
  });
  const file = readFileSync(path);
  expect(file.toString('latin1', 0, 4)).toBe('GGUF');
  expect(file.readBigUInt64LE(8)).toBe(2n);
  // The table's last entry: name (8 + 1), rank (4), dimensions innermost first (16), type (4), offset (8).
  const entry = file.lastIndexOf('b\u0002\0\0\0') + 1;
  expect([file.readBigUInt64LE(entry + 4), file.readBigUInt64LE(entry + 12)]).toEqual([32n, 2n]);
  expect(file.readUInt32LE(entry + 20)).toBe(8);
  const offset = Number(file.readBigUInt64LE(entry + 24));
  expect(offset).toBe(32);
  const start = Math.ceil((entry + 32) / 32) * 32;
  expect([...file.subarray(start, start + 12)]).toEqual(Array(12).fill(1));
  expect([...file.subarray(start + offset, start + offset + 68)]).toEqual(Array(68).fill(2));
  expect(file.length % 32).toBe(0);
});
