/** All SIMD kernels of the CPU backend, compiled for the sizes of a model and bound to one memory. */
import {
  type ScoresKernel,
  type SoftmaxKernel,
  scoresFunction,
  softmaxFunction,
  type WeighKernel,
  weighFunction,
} from './attention-kernel.ts';
import { FLOAT_BLOCK_ROWS, type FloatFormat, type FloatKernel, floatFunctions } from './float-kernel.ts';
import { BLOCK_ROWS, type Int8Kernel, type IntFormat, int8Functions, LANES, MAX_GROUP } from './int8-kernel.ts';
import { joinVectors } from './joined-vectors.ts';
import { type QuantiseKernel, quantiseFunction } from './quantise-kernel.ts';
import { type GateKernel, gateFunction, type ScanKernel, scanFunction } from './scan-kernel.ts';
import {
  type AddKernel,
  addFunction,
  type NormKernel,
  normFunction,
  type SiluKernel,
  type StepSizeKernel,
  siluFunction,
  stepSizeFunction,
} from './vector-kernels.ts';
import { assembleModule } from './wasm-assembler.ts';

/** The sizes for which the kernels are written out. */
export interface KernelSizes {
  /** Columns of an int8 matrix that share a scale. */
  readonly group: number;
  readonly dState: number;
  readonly headDim: number;
}

/** Products of each format by rows of the block, less one. */
type Products = Readonly<Record<IntFormat, readonly Int8Kernel[]> & Record<FloatFormat, readonly FloatKernel[]>>;

export interface SimdKernels extends Products {
  readonly quantise: QuantiseKernel;
  readonly scan: ScanKernel;
  readonly gate: GateKernel;
  readonly scores: ScoresKernel;
  readonly softmax: SoftmaxKernel;
  readonly weigh: WeighKernel;
  readonly add: AddKernel;
  readonly norm: NormKernel;
  readonly silu: SiluKernel;
  readonly stepSize: StepSizeKernel;
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

/** For a shared memory of so many pages. Can be posted to other threads, which then share the code. */
export function compileKernels({ group, dState, headDim }: KernelSizes, pages: number): WebAssembly.Module {
  const functions = [
    ...int8Functions(group),
    ...floatFunctions(),
    quantiseFunction(group),
    scanFunction(dState),
    gateFunction(),
    scoresFunction(headDim),
    softmaxFunction(),
    weighFunction(headDim),
    addFunction(),
    normFunction(),
    siluFunction(),
    stepSizeFunction(),
  ];
  joinVectors();
  return new WebAssembly.Module(assembleModule(functions, pages));
}

/** @param module from `compileKernels` */
export function bindKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): SimdKernels {
  // The module exports exactly the functions listed, whose types stand beside their sources.
  const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Omit<
    SimdKernels,
    IntFormat | FloatFormat
  > &
    Record<string, Int8Kernel & FloatKernel>;
  const byRows = (name: string, count: number) => Array.from({ length: count }, (_, i) => kernels[`${name}x${i + 1}`]);
  return {
    ...kernels,
    int8: byRows('int8', BLOCK_ROWS),
    // Missing where no group of int4 fits: see `fitsInt8Kernel`.
    int4: byRows('int4', BLOCK_ROWS),
    f32: byRows('f32', FLOAT_BLOCK_ROWS),
    bf16: byRows('bf16', FLOAT_BLOCK_ROWS),
  };
}
