/**
 * WebAssembly's vectors have 128 bits, those of x86 256. V8 can join neighbouring operations on the former into one on
 * the latter; it holds that back as experimental, behind a flag of the whole process that concerns only modules
 * compiled afterwards. The kernels are right without it, at about two thirds of the speed.
 */
import { setFlagsFromString } from 'node:v8';

/** Call before compiling kernels. Idempotent. */
export function joinVectors(): void {
  // The flag exists in x86 builds only.
  if (process.arch === 'x64') setFlagsFromString('--experimental-wasm-revectorize');
}
