/** All SIMD kernels of the CPU backend, compiled over one memory for the sizes of a model. */
import {
  type MeanKernel,
  meanFunction,
  type ScoresKernel,
  type SoftmaxKernel,
  scoresFunction,
  softmaxFunction,
} from './attention-kernel.ts';
import { BLOCK_ROWS, type Int8Kernel, int8Functions, LANES, MAX_GROUP } from './int8-kernel.ts';
import { type QuantiseKernel, quantiseFunction } from './quantise-kernel.ts';
import { type GateKernel, gateFunction, type ScanKernel, scanFunction } from './scan-kernel.ts';
import { joinVectors } from './joined-vectors.ts';
import { assembleModule } from './wasm-assembler.ts';

/** The sizes for which the kernels are written out. */
export interface KernelSizes {
  /** Columns of an int8 matrix that share a scale. */
  readonly group: number;
  readonly dState: number;
  readonly headDim: number;
}

export interface SimdKernels {
  /** By rows of the block, less one. */
  readonly int8: readonly Int8Kernel[];
  readonly quantise: QuantiseKernel;
  readonly scan: ScanKernel;
  readonly gate: GateKernel;
  readonly scores: ScoresKernel;
  readonly softmax: SoftmaxKernel;
  readonly mean: MeanKernel;
}

/** Code grows with each size: past these it would no longer fit the instruction cache. */
const MAX_STATE = 64;
const MAX_HEAD = 256;

export function fitsKernels({ group, dState, headDim }: KernelSizes): boolean {
  return (
    group % LANES === 0 &&
    group <= MAX_GROUP &&
    dState % 4 === 0 &&
    dState <= MAX_STATE &&
    headDim % 4 === 0 &&
    headDim <= MAX_HEAD
  );
}

/** Each thread compiles its own over the memory that all share. */
export function compileKernels(memory: WebAssembly.Memory, { group, dState, headDim }: KernelSizes): SimdKernels {
  const functions = [
    ...int8Functions(group),
    quantiseFunction(group),
    scanFunction(dState),
    gateFunction(),
    scoresFunction(headDim),
    softmaxFunction(),
    meanFunction(headDim),
  ];
  joinVectors();
  const module = new WebAssembly.Module(assembleModule(functions, memory.buffer.byteLength / 65_536));
  // The module exports exactly the functions listed, whose types stand beside their sources.
  const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Omit<SimdKernels, 'int8'> &
    Record<string, Int8Kernel>;
  return { ...kernels, int8: Array.from({ length: BLOCK_ROWS }, (_, i) => kernels[`int8x${i + 1}`]) };
}
