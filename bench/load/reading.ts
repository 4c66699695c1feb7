/** What reading a file costs, from the page cache, in pieces: the least that a load from it can cost. */
import { closeSync, openSync, readSync } from 'node:fs';

const PIECE_BYTES = 2 ** 21;

/** Processor time in milliseconds. */
export function readingMs(path: string): number {
  readAll(path);
  const began = process.cpuUsage();
  readAll(path);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function readAll(path: string): void {
  const file = openSync(path, 'r');
  const bytes = new Uint8Array(PIECE_BYTES);
  let count = PIECE_BYTES;
  while (count > 0) count = readSync(file, bytes, 0, PIECE_BYTES, null);
  closeSync(file);
}
