/** Loading in a number format that the files do not hold: kept for the next time, never trusted blindly, cancelled at will. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createDawn } from './device/dawn.ts';
import { presentAdapters } from './device/test-adapters.ts';
import type { LoadProgress } from './index.ts';
import { type EngineOptions, loadEngine } from './load.ts';

const modelDir = fileURLToPath(new URL('./model/fixtures/tied-f32', import.meta.url));
const newCache = () => join(mkdtempSync(join(tmpdir(), 'quorum-load-')), 'cache');
const packIn = (cacheDir: string) => join(cacheDir, readdirSync(cacheDir)[0]);

/** Compiling kernels takes software adapters seconds. */
const PATIENCE = { timeout: 120_000 };

/** '' is the CPU. One adapter is enough: what differs between them is tested where it lies. */
describe.each(['', ...presentAdapters.slice(-1)])('weights converted on load [%s]', PATIENCE, (adapter) => {
  const load = async (options: Partial<EngineOptions>) => {
    const gpu = adapter === '' ? null : await createDawn({ adapter });
    const engine = await loadEngine({ modelDir, gpu, backend: gpu === null ? 'cpu' : 'gpu', slots: 1, ...options });
    const [logits] = await engine.logits([1, 2, 3], false);
    await engine.close();
    return { logits, weights: engine.description.weights };
  };

  test('are kept, read back at the next load, and made anew when the copy is damaged: the same logits each time', async () => {
    const cacheDir = newCache();
    const first = await load({ weights: 'int4', cacheDir });
    expect(first.weights).toBe('int4 (asked for), read from the checkpoint; a copy is kept for the next start');
    const second = await load({ weights: 'int4', cacheDir });
    expect(second.weights).toContain('read from the copy kept by an earlier start');
    expect(second.logits).toEqual(first.logits);
    const bytes = readFileSync(packIn(cacheDir));
    bytes[bytes.length >> 1] ^= 1;
    writeFileSync(packIn(cacheDir), bytes);
    const third = await load({ weights: 'int4', cacheDir });
    expect(third.weights).toMatch(/thrown away: the checksum of/);
    expect(third.logits).toEqual(first.logits);
  });

  test('differ by format, and a small model keeps its own unless asked', async () => {
    const cacheDir = newCache();
    const stored = await load({ cacheDir });
    expect(stored.weights).toBe('stored (small as it is), read from the checkpoint');
    const int4 = await load({ weights: 'int4', cacheDir });
    const f16 = await load({ weights: 'f16', cacheDir });
    const distance = (a: Float32Array, b: Float32Array) => Math.max(...a.map((x, i) => Math.abs(x - b[i])));
    expect(distance(stored.logits, f16.logits)).toBeGreaterThan(0);
    expect(distance(stored.logits, int4.logits)).toBeGreaterThan(10 * distance(stored.logits, f16.logits));
    expect(readdirSync(cacheDir)).toHaveLength(2);
  });

  test('a load cancelled half-way ends as such and leaves nothing in the cache', async () => {
    const cacheDir = newCache();
    const abort = new AbortController();
    const seen: LoadProgress[] = [];
    const onProgress = (progress: LoadProgress) => {
      seen.push(progress);
      if (progress.stage === 'uploading' && progress.fraction > 0.3) abort.abort();
    };
    await expect(load({ weights: 'int4', cacheDir, onProgress, signal: abort.signal })).rejects.toMatchObject({
      kind: 'cancelled',
    });
    expect(seen.at(-1)?.fraction).toBeLessThan(0.9);
    expect(readdirSync(cacheDir)).toEqual([]);
  });
});
