/**
 * llama.cpp as node-llama-cpp's packages ship it: the prebuilt libraries of a platform, the sources of the same release
 * (a git bundle), and our driver compiled against both. Nothing of it is a dependency of Quorum.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The release whose C API `llama-driver.cpp` was written for. */
const VERSION = '3.22.1';
const DRIVER_SOURCE = fileURLToPath(new URL('./llama-driver.cpp', import.meta.url));

/** One line for who has not got it. */
export function howToGet(backend: 'cpu' | 'vulkan'): string {
  const what = backend === 'cpu' ? '' : ', which brings the Vulkan build too';
  return `For llama.cpp's side: npm install --ignore-scripts --prefix DIR node-llama-cpp@${VERSION}${what}; then --llama DIR. It needs git and a C++ compiler.`;
}

export interface LlamaLibrary {
  readonly driver: string;
  /** Where the libraries and ggml's backends lie. */
  readonly libraries: string;
  /** As its package names it, e.g. "llama.cpp v0.5.0". */
  readonly name: string;
  /** Deletes the driver. */
  remove(): void;
}

/** @throws Error naming what is missing and the remedy */
export function buildDriver(folder: string, backend: 'cpu' | 'vulkan'): LlamaLibrary {
  const packages = join(folder, 'node_modules');
  const variant = `${process.platform}-${process.arch}${backend === 'vulkan' ? '-vulkan' : ''}`;
  const bins = join(packages, '@node-llama-cpp', variant, 'bins');
  const sources = join(packages, 'node-llama-cpp', 'llama');
  const bundle = join(sources, 'gitRelease.bundle');
  if (!existsSync(bins) || !existsSync(bundle)) {
    throw new Error(`${folder} holds no node-llama-cpp with its ${variant} package. ${howToGet(backend)}`);
  }
  const libraries = join(bins, variant);
  const { tag } = JSON.parse(readFileSync(join(sources, 'llama.cpp.info.json'), 'utf8'));
  const work = mkdtempSync(join(tmpdir(), 'quorum-llama-'));
  const headers = join(work, 'llama.cpp');
  execFileSync('git', ['clone', '--quiet', bundle, headers], { stdio: 'ignore' });
  const driver = join(work, 'llama-driver');
  const link = ['libllama.', 'libggml.', 'libggml-base.'].map((start) => `-l:${libraryNamed(libraries, start)}`);
  execFileSync('c++', [
    ...['-O2', '-std=c++17', '-I', join(headers, 'include'), '-I', join(headers, 'ggml', 'include'), DRIVER_SOURCE],
    ...[`-L${libraries}`, ...link, `-Wl,-rpath,${libraries}`, '-Wl,--allow-shlib-undefined', '-o', driver],
  ]);
  rmSync(headers, { recursive: true });
  return { driver, libraries, name: `llama.cpp ${tag}`, remove: () => rmSync(work, { recursive: true }) };
}

function libraryNamed(folder: string, start: string): string {
  const found = readdirSync(folder).find((file) => file.startsWith(start));
  if (found === undefined) throw new Error(`${folder} has no ${start}so. ${howToGet('cpu')}`);
  return found;
}
