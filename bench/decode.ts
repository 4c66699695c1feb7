/**
 * Decoding by batch: the share of the device's copy bandwidth that batch 1 reaches (bytes of weights read a token, times
 * tokens a second, over a copy measured in the same run), total tokens a second at batches of 1 to 64, and the worst drop
 * between neighbours; on the CPU by processor time. The bundled model on the CPU and every adapter; with --gpu that and
 * M1-3B's shape on the first real one.
 */
import { createDawn } from '#engine/device/dawn.ts';
import { openDevice } from '#engine/device/open-device.ts';
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';
import type { Backend } from '#engine/model/backend.ts';
import type { BenchOptions } from './bench-options.ts';
import { type Adapter, allAdapters, openBackend } from './devices/open-backend.ts';
import { decodeOnGpu, type GpuDecodeResult } from './gpu/decode-on-gpu.ts';
import { deviceCopyBandwidth, hostCopyBandwidth } from './measure/copy-bandwidth.ts';
import { DecodeRun } from './measure/decode-run.ts';
import { type Drop, median, worstDrop } from './measure/statistics.ts';
import { type Line, plot, savePlot } from './report/plot.ts';
import { openTable } from './report/table.ts';

/** Batches up to the largest vote, odd ones included: a kernel that takes four or eight rows would show its seams. */
const BATCHES = [1, 2, 3, 4, 5, 6, 8, 9, 12, 16, 17, 24, 32, 33, 48, 64];
const CONTEXT = 64;
const REPEATS = 5;
/** Steps of one timing: fewer of large batches, which take longer each. */
const stepsOf = (batch: number) => Math.max(2, Math.min(16, Math.ceil(64 / batch)));

interface Speed {
  readonly samples: number;
  readonly tokensPerSecond: number;
}

interface DecodeResult {
  readonly device: string;
  readonly model: string;
  readonly weightBytes: number;
  readonly copyBytesPerSecond: number;
  /** At batch 1. Above 1 the weights stay in a cache. */
  readonly bandwidthFraction: number;
  readonly speeds: readonly Speed[];
  readonly worstDrop: Drop;
}

interface Subject {
  readonly backend: Backend;
  readonly model: string;
  readonly adapter: Adapter;
}

export async function run(options: BenchOptions): Promise<{ suite: 'decode'; devices: (DecodeResult | GpuDecodeResult)[] }> {
  const devices = options.gpu === true ? await decodeOnGpu(options) : await decodeBundled(options);
  const { print } = options;
  const lines = devices.filter(({ speeds }) => speeds.length > 0).map(lineOf);
  const title = 'Decoding: total tokens a second by samples';
  if (lines.length > 0)
    savePlot(options.gpu === true ? 'decode-gpu' : 'decode', plot({ title, x: 'samples', y: 'tokens/s', lines }), print);
  return { suite: 'decode', devices };
}

async function decodeBundled(options: BenchOptions): Promise<DecodeResult[]> {
  const { print } = options;
  const table = openTable(print, ['samples', 'tok/s', 'tok/s a sample', 'device']);
  const devices: DecodeResult[] = [];
  for await (const subject of bundledModels(options)) {
    const { backend, model, adapter } = subject;
    const copyBytesPerSecond = adapter === null ? hostCopyBandwidth() : await adapterBandwidth(adapter);
    const speeds: Speed[] = [];
    const decode = await DecodeRun.open(backend, CONTEXT);
    for (const samples of BATCHES) {
      const tokensPerSecond = await speedOf(decode, samples);
      speeds.push({ samples, tokensPerSecond });
      table.row([samples, tokensPerSecond.toFixed(1), (tokensPerSecond / samples).toFixed(1), `${backend.device}, ${model}`]);
    }
    const { weightBytes } = backend.memory;
    const bandwidthFraction = (weightBytes * speeds[0].tokensPerSecond) / copyBytesPerSecond;
    const drop = worstDrop(speeds);
    print(`batch 1 reads ${(100 * bandwidthFraction).toFixed(0)} % of ${(copyBytesPerSecond / 1e9).toFixed(1)} GB/s copied`);
    print(`worst step: ${drop.from} to ${drop.to} samples, ${drop.ratio.toFixed(2)} times the total`);
    devices.push({ device: backend.device, model, weightBytes, copyBytesPerSecond, bandwidthFraction, speeds, worstDrop: drop });
    await backend.close();
  }
  return devices;
}

async function* bundledModels({ modelDir }: BenchOptions): AsyncGenerator<Subject> {
  const config = readModelConfig(modelDir);
  for (const adapter of await allAdapters()) {
    const open = openWeights(modelDir, config);
    const sizes = { slots: Math.max(...BATCHES) + 1, contextLength: CONTEXT + 32 };
    const backend = await openBackend(adapter, { ...sizes, config, weights: open.weights });
    open.close();
    yield { backend, model: 'bundled model, int8', adapter };
  }
}

async function adapterBandwidth(adapter: string): Promise<number> {
  const device = await openDevice(await createDawn({ adapter }), adapter);
  try {
    return await deviceCopyBandwidth(device);
  } finally {
    device.close();
  }
}

async function speedOf(decode: DecodeRun, samples: number): Promise<number> {
  const steps = stepsOf(samples);
  await decode.time(samples, 2);
  const times: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) times.push(decode.costMs(await decode.time(samples, steps), samples));
  return (samples * steps * 1000) / median(times);
}

function lineOf({ device, model, speeds }: DecodeResult | GpuDecodeResult): Line {
  // A software adapter's name goes on about its driver.
  const [name] = device.split(' (llvmpipe');
  return { name: `${name}, ${model}`, points: speeds.map(({ samples, tokensPerSecond }) => [samples, tokensPerSecond]) };
}
