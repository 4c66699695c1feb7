/**
 * A loaded model on a device: passes, draws and slots by their numbers. Knows no positions and checks no limits; that is
 * the backend's part. All memory is allocated, and every kernel compiled and run once, before the first real pass.
 */

import type { MatrixUnit } from '../../device/capabilities.ts';
import { allocateReadback, readBack } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import type { PieceStore } from '../../formats/pack/piece-store.ts';
import type { LoadProgress } from '../../index.ts';
import { allocatePass, type Pass, type PassSize, writePass } from '../../kernels/pass/pass-buffers.ts';
import { createSampler, type SamplerRow } from '../../kernels/sample-token/sample-token.ts';
import type { KvFormat } from '../../kv-format.ts';
import type { BackendMemory } from '../backend.ts';
import type { ModelConfig } from '../config.ts';
import type { BlockCopy } from '../kv/block-ledger.ts';
import type { Weights } from '../tensor.ts';
import { weightLoader } from './device-weights.ts';
import { fitMatrixUnit } from './fit-matrix-unit.ts';
import { createKvPool } from './kv-pool.ts';
import { buildNetwork, encodeNetwork } from './network.ts';
import { type Operation, type OperationTimes, timeOperations } from './operation.ts';
import { allocateSlots } from './slot-state.ts';

export interface Machine {
  readonly memory: BackendMemory;
  /** Tokens that one pass may have. */
  readonly maxTokens: number;
  /** Steps that one draw may take. */
  readonly maxSteps: number;
  /** Resolves when the device has done it. */
  run(pass: Pass): Promise<void>;
  /** Draws `steps` tokens for each row, feeding them back; positionOf tells where a slot's next token goes. → [steps, rows] */
  draw(rows: readonly SamplerRow[], steps: number, positionOf: (slot: number) => number): Promise<Uint32Array>;
  /** Times the kernels of one step of such a draw; null where the device cannot tell. */
  profile(rows: readonly SamplerRow[], positionOf: (slot: number) => number): Promise<OperationTimes | null>;
  readLogits(slot: number): Promise<Float32Array>;
  reset(slot: number): void;
  /** Recurrent state and logits: keys and values are shared by tables. */
  copy(from: number, to: number): void;
  /** Blocks of keys and values there are, and may ever be. */
  blocks(): { readonly capacity: number; readonly max: number };
  /** @throws EngineError('out-of-memory'), with nothing lost. */
  growBlocks(blocks: number): Promise<void>;
  copyBlocks(copies: readonly BlockCopy[]): void;
  setTable(slot: number, blocks: readonly number[]): void;
}

export interface MachineOptions {
  readonly device: OpenDevice;
  readonly config: ModelConfig;
  readonly weights: Weights;
  readonly slots: number;
  readonly contextLength: number;
  readonly kvFormat: KvFormat;
  /** Blocks of keys and values at most, over all slots. */
  readonly maxBlocks: number;
  readonly pieces?: PieceStore;
  /** Matrix unit to compute on, if the weights allow. */
  readonly matrixUnit?: MatrixUnit;
  readonly onProgress: (progress: LoadProgress) => void;
}

/** Tokens of one pass: bounds activations, and how long one submission keeps the device busy. */
const PASS_TOKENS = { software: 64, hardware: 512 } as const;

const MAX_STEPS = 64;

export async function buildMachine(options: MachineOptions): Promise<Machine> {
  const { config, weights, slots, contextLength, onProgress } = options;
  const device = fitMatrixUnit(options.device, weights, options.matrixUnit);
  const maxTokens = Math.max(slots, PASS_TOKENS[device.capabilities.isSoftware ? 'software' : 'hardware']);
  const loader = weightLoader(
    device,
    config,
    weights,
    (fraction) => onProgress({ stage: 'uploading', fraction }),
    options.pieces,
  );
  const state = await allocateSlots(device, config, slots);
  const kv = await createKvPool({ ...options, format: options.kvFormat });
  const pass = await allocatePass(device, maxTokens);
  const network = await buildNetwork({ device, config, loader, state, kv, pass, maxTokens });
  const sampler = await createSampler(device, {
    vocabulary: config.vocabSize,
    maxRows: slots,
    maxDrawn: slots * MAX_STEPS,
    logits: state.logits,
    tokens: pass.tokens,
  });
  const readback = await allocateReadback(device, 'readback', Math.max(slots * MAX_STEPS, config.vocabSize) * 4);

  const submit = (record: (encoder: GPUCommandEncoder) => void) => {
    device.assertAlive();
    const encoder = device.gpu.createCommandEncoder();
    record(encoder);
    device.gpu.queue.submit([encoder.finish()]);
  };
  const compute = (record: (computePass: GPUComputePassEncoder) => void) =>
    submit((encoder) => {
      const computePass = encoder.beginComputePass();
      record(computePass);
      computePass.end();
    });
  const read = (source: GPUBuffer, offset: number, bytes: number): Promise<ArrayBuffer> => {
    submit((encoder) => encoder.copyBufferToBuffer(source, offset, readback, 0, bytes));
    return readBack(device, readback, bytes);
  };

  /** Sets the rows that the next steps draw for. */
  const begin = (rows: readonly SamplerRow[], steps: number, positionOf: (slot: number) => number): PassSize => {
    sampler.start(rows);
    const repeated: Pass = {
      // The sampler moves each row one position on before its token is fed.
      tokens: rows.map(({ slot }) => ({ id: 0, slot, position: positionOf(slot) - 1 })),
      runs: rows.map(({ slot }, i) => ({ slot, first: i, length: 1 })),
      heads: rows.map(({ slot }, i) => ({ token: i, slot })),
    };
    return writePass(device, pass, repeated, steps);
  };

  const machine: Machine = {
    memory: {
      weightBytes: loader.bytes(),
      stateBytesPerSlot: state.bytesPerSlot,
      kvBytesPerToken: kv.bytesPerPosition,
    },
    maxTokens,
    maxSteps: MAX_STEPS,
    async run(step) {
      const size = writePass(device, pass, step);
      compute((computePass) => encodeNetwork(network, computePass, size));
      await Promise.race([device.gpu.queue.onSubmittedWorkDone(), device.failure]);
    },
    async draw(rows, steps, positionOf) {
      const size = begin(rows, steps, positionOf);
      // A submission a step: the device runs one while the next is recorded. Ids stay on the device from step to step.
      for (let step = 0; step < steps; step++) {
        compute((computePass) => {
          sampler.encode(computePass, rows.length);
          encodeNetwork(network, computePass, size);
        });
      }
      return new Uint32Array(await read(sampler.drawn, 0, rows.length * steps * 4));
    },
    profile(rows, positionOf) {
      const size = begin(rows, 1, positionOf);
      const draw: Operation = { kind: 'sample token', encode: (encoder) => sampler.encode(encoder, rows.length) };
      return timeOperations(device, [draw, ...network.operations], size);
    },
    async readLogits(slot) {
      const bytes = config.vocabSize * 4;
      return new Float32Array(await read(state.logits, slot * bytes, bytes));
    },
    reset: (slot) => submit((encoder) => state.encodeReset(encoder, slot)),
    copy: (from, to) => submit((encoder) => state.encodeCopy(encoder, from, to)),
    blocks: () => ({ capacity: kv.capacity, max: kv.maxBlocks }),
    async growBlocks(blocks) {
      device.assertAlive();
      try {
        await kv.grow(blocks);
      } finally {
        // Some buffers may have been replaced even where others could not be.
        network.rebind();
      }
    },
    copyBlocks: (copies) => submit((encoder) => kv.encodeCopies(encoder, copies)),
    setTable: (slot, blocks) => kv.writeTable(slot, blocks),
  };
  await warmUp(machine, contextLength, (fraction) => onProgress({ stage: 'compiling', fraction }));
  return machine;
}

/**
 * Drivers compile a kernel when it first runs, CPU adapters for seconds: this runs each variant now, where progress
 * shows, rather than in the learner's first problem.
 */
async function warmUp(machine: Machine, contextLength: number, onFraction: (fraction: number) => void): Promise<void> {
  const slot = 0;
  const lengths = [1, 2, 4, 8].filter((length) => length <= contextLength);
  for (const [i, length] of lengths.entries()) {
    onFraction(i / lengths.length);
    const tokens = Array.from({ length }, (_, position) => ({ id: 0, slot, position }));
    // As many heads as tokens, so that the head's matrix runs in the same variants.
    const heads = tokens.map((_, token) => ({ token, slot }));
    await machine.run({ tokens, runs: [{ slot, first: 0, length }], heads });
  }
  await machine.draw([{ slot, seed: 0, firstDraw: 0, temperature: 1, topP: 0.5 }], 1, () => 0);
  machine.reset(slot);
  onFraction(1);
}
