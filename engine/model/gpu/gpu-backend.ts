/** The model on a GPU through WebGPU. Knows slots and positions; the arithmetic is the network's. */
import { allocateReadback, readBack } from '../../device/memory.ts';
import { openDevice } from '../../device/open-device.ts';
import { EngineError } from '../../errors.ts';
import type { LoadProgress } from '../../index.ts';
import { allocatePass, type Pass, writePass } from '../../kernels/pass/pass-buffers.ts';
import { createSampler } from '../../kernels/sample-token/sample-token.ts';
import type { Backend, Run, SampleRow } from '../backend.ts';
import type { ModelConfig } from '../config.ts';
import type { Weights } from '../tensor.ts';
import { weightLoader } from './device-weights.ts';
import { buildNetwork } from './network.ts';
import { planPasses } from './plan-passes.ts';
import { allocateSlots } from './slot-state.ts';

export interface GpuBackendOptions {
  /** From Dawn's create(), or navigator.gpu. */
  readonly gpu: GPU;
  readonly config: ModelConfig;
  readonly weights: Weights;
  readonly slots: number;
  readonly contextLength: number;
  /** Case-insensitive substring of the adapter's name. */
  readonly adapter?: string;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** Tokens of one pass: bounds activations, and how long one submission keeps the device busy. */
const PASS_TOKENS = { software: 64, hardware: 512 } as const;

/** Steps that sample() may take in one call. */
const MAX_STEPS = 64;

/**
 * @throws EngineError 'no-adapter', or 'out-of-memory' when weights or slots do not fit. All memory is allocated here.
 */
export async function createGpuBackend(options: GpuBackendOptions): Promise<Backend> {
  const { config, weights, slots, contextLength, onProgress = () => {} } = options;
  const device = await openDevice(options.gpu, options.adapter);
  const { isSoftware } = device.capabilities;
  const maxTokens = Math.max(slots, PASS_TOKENS[isSoftware ? 'software' : 'hardware']);
  const loader = weightLoader(device, config, weights, (fraction) => onProgress({ stage: 'uploading', fraction }));
  const building = async () => {
    const state = await allocateSlots(device, config, slots, contextLength);
    const pass = await allocatePass(device, maxTokens);
    const network = await buildNetwork({ device, config, loader, state, pass, maxTokens });
    const sampler = await createSampler(device, {
      vocabulary: config.vocabSize,
      maxRows: slots,
      maxDrawn: slots * MAX_STEPS,
      logits: state.logits,
      tokens: pass.tokens,
    });
    const readback = await allocateReadback(device, 'readback', Math.max(slots * MAX_STEPS, config.vocabSize) * 4);
    onProgress({ stage: 'compiling', fraction: 1 });
    return { state, pass, network, sampler, readback };
  };
  const { state, pass, network, sampler, readback } = await Promise.race([building(), device.failure]).catch((error) => {
    device.close();
    throw error;
  });

  const positions = new Array<number>(slots).fill(0);
  const { queue } = device.gpu;
  const submit = (record: (encoder: GPUCommandEncoder) => void) => {
    device.assertAlive();
    const encoder = device.gpu.createCommandEncoder();
    record(encoder);
    queue.submit([encoder.finish()]);
  };
  const compute = (encoder: GPUCommandEncoder, record: (computePass: GPUComputePassEncoder) => void) => {
    const computePass = encoder.beginComputePass();
    record(computePass);
    computePass.end();
  };

  const read = (source: GPUBuffer, offset: number, bytes: number): Promise<ArrayBuffer> => {
    submit((encoder) => encoder.copyBufferToBuffer(source, offset, readback, 0, bytes));
    return readBack(device, readback, bytes);
  };

  // Pass, sampler and readback buffers serve one call at a time.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };

  const checkRoom = (slot: number, tokens: number) => {
    if (positions[slot] + tokens <= contextLength) return;
    throw new EngineError(
      'context-full',
      `The sequence would pass the context of ${contextLength} tokens: shorten the problem.`,
      {
        contextLength,
      },
    );
  };
  const runPass = (step: Pass) => {
    const size = writePass(device, pass, step);
    submit((encoder) => compute(encoder, (computePass) => network.encode(computePass, size)));
  };

  return {
    config,
    kind: 'gpu',
    device: device.name,
    memory: {
      weightBytes: loader.bytes(),
      stateBytesPerSlot: state.stateBytesPerSlot,
      kvBytesPerToken: state.kvBytesPerToken,
    },
    slots,
    contextLength,
    reset(slot) {
      positions[slot] = 0;
      submit((encoder) => state.encodeReset(encoder, slot));
    },
    copy(from, to) {
      if (from === to) return;
      positions[to] = positions[from];
      submit((encoder) => state.encodeCopy(encoder, from, to, positions[from]));
    },
    append: (runs) => inTurn(() => append(runs)),
    sample: (rows, steps) => inTurn(() => sample(rows, steps)),
    logits: (slot) =>
      inTurn(async () => {
        const bytes = config.vocabSize * 4;
        return new Float32Array(await read(state.logits, slot * bytes, bytes));
      }),
    async close() {
      await last;
      device.close();
    },
  };

  async function append(runs: readonly Run[]): Promise<void> {
    for (const { slot, tokens } of runs) checkRoom(slot, tokens.length);
    const passes = planPasses(runs, (slot) => positions[slot], maxTokens);
    for (const { slot, tokens } of runs) positions[slot] += tokens.length;
    for (const step of passes) {
      runPass(step);
      // A bounded queue keeps cancellation prompt.
      await Promise.race([queue.onSubmittedWorkDone(), device.failure]);
    }
  }

  async function sample(rows: readonly SampleRow[], steps: number): Promise<Uint32Array> {
    for (const { slot } of rows) checkRoom(slot, steps);
    const drawn = new Uint32Array(rows.length * steps);
    if (rows.length === 0) return drawn;
    for (let done = 0; done < steps; done += MAX_STEPS) {
      const count = Math.min(MAX_STEPS, steps - done);
      const ids = await draw(
        rows.map((row) => ({ ...row, firstDraw: row.firstDraw + done })),
        count,
      );
      drawn.set(ids, done * rows.length);
    }
    return drawn;
  }

  /** All steps in one submission: ids stay on the device from step to step. */
  async function draw(rows: readonly SampleRow[], steps: number): Promise<Uint32Array> {
    sampler.start(rows);
    const size = writePass(device, pass, {
      // The sampler moves each row one position on before its token is fed.
      tokens: rows.map(({ slot }) => ({ id: 0, slot, position: positions[slot] - 1 })),
      runs: rows.map(({ slot }, i) => ({ slot, first: i, length: 1 })),
      heads: rows.map(({ slot }, i) => ({ token: i, slot })),
    });
    for (const { slot } of rows) positions[slot] += steps;
    submit((encoder) =>
      compute(encoder, (computePass) => {
        for (let step = 0; step < steps; step++) {
          sampler.encode(computePass, rows.length);
          network.encode(computePass, size);
        }
      }),
    );
    return new Uint32Array(await read(sampler.drawn, 0, rows.length * steps * 4));
  }
}
