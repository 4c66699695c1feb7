/**
 * A process of its own that loads a model once and tells how long that took and what the system held for it at the worst moment, as
 * one JSON line. Arguments: model folder, adapter ('' is the CPU backend), number format, cache folder ('' keeps nothing).
 */
import { readFileSync } from 'node:fs';
import { createDawn } from '#engine/device/dawn.ts';
import { loadEngine } from '#engine/load.ts';
import type { WeightFormat } from '#engine/model/weight-format.ts';

export interface LoadedOnce {
  readonly ms: number;
  /** Of that, until the last weight is on the device: files, device and kernels opened in between. What follows is warming up. */
  readonly weightsMs: number;
  /** Processor time of all threads meanwhile: on a machine with others on it, what wall time would be without them. */
  readonly weightsCpuMs: number;
  readonly device: string;
  readonly weightBytes: number;
  /** Resident at most since the process began, and before the load. */
  readonly peakBytes: number;
  readonly idleBytes: number;
  readonly weights: string;
}

/** The least that shows loading alone: one sample of a short context beside the prompt's slot. */
const SLOTS = 1;
const CONTEXT = 256;

const [modelDir, adapter, weights, cacheDir] = process.argv.slice(2);
const gpu = adapter === '' ? null : await createDawn({ adapter });
const idleBytes = process.memoryUsage.rss();
const began = performance.now();
const uploading: { at: number; cpu: number }[] = [];
const engine = await loadEngine({
  modelDir,
  gpu,
  backend: gpu === null ? 'cpu' : 'gpu',
  adapter: adapter === '' ? undefined : adapter,
  slots: SLOTS,
  contextLength: CONTEXT,
  weights: weights as WeightFormat | 'auto',
  cacheDir: cacheDir === '' ? undefined : cacheDir,
  onProgress: ({ stage }) => {
    if (stage !== 'compiling') uploading.push({ at: performance.now(), cpu: cpuMs() });
  },
});
const ms = performance.now() - began;
const { description } = engine;
const [first, last] = [uploading[0], uploading[uploading.length - 1]];
const loaded: LoadedOnce = {
  ms,
  weightsMs: last.at - first.at,
  weightsCpuMs: last.cpu - first.cpu,
  device: description.adapter,
  weightBytes: description.memory.weightBytes,
  peakBytes: peakResidentBytes(),
  idleBytes,
  weights: description.weights,
};
process.stdout.write(`${JSON.stringify(loaded)}\n`, () => process.kill(process.pid, 'SIGKILL'));

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Linux tells it exactly; elsewhere libuv's own figure serves. */
function peakResidentBytes(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // No /proc.
  }
  return process.resourceUsage().maxRSS * 1024;
}
