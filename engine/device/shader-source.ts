/**
 * Where shader text comes from. Kernels name their WGSL by URL; this is the one place that reads files, so that a
 * build for browsers can hand in the same text from a bundle.
 */
import { readFileSync } from 'node:fs';

export type ReadShader = (url: URL) => string;

let readShader: ReadShader = (url) => readFileSync(url, 'utf8');

/** Replaces the file system as the source of shaders. */
export function provideShaders(read: ReadShader): void {
  readShader = read;
}

/** The text of `file`, relative to the module at `base` (its import.meta.url). */
export function shader(file: string, base: string): string {
  return readShader(new URL(file, base));
}
