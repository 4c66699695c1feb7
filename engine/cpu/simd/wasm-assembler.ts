/**
 * Just enough of an assembler for WebAssembly with 128-bit SIMD to write kernels as TypeScript expressions, unrolled
 * for the sizes at hand, without a toolchain. A code fragment is its bytes; operands come before the operator.
 * Encoding: https://webassembly.github.io/spec/core/binary/
 */

export type Code = readonly number[];

const I32 = 0x7f;
const V128 = 0x7b;
const EMPTY_BLOCK = 0x40;
const END = 0x0b;

/** Unsigned LEB128. */
function u32(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}

/** Signed LEB128. */
function s32(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest < -64 || rest > 63) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  bytes.push(rest & 0x7f);
  return bytes;
}

const vector = (items: readonly Code[]): number[] => [...u32(items.length), ...items.flat()];
const section = (id: number, content: Code): number[] => [id, ...u32(content.length), ...content];
const name = (text: string): number[] => vector([...new TextEncoder().encode(text)].map((byte) => [byte]));

const operator =
  (...opcode: number[]) =>
  (...operands: Code[]): number[] => [...operands.flat(), ...opcode];
const simd = (opcode: number) => operator(0xfd, ...u32(opcode));
/** An access to memory at `address` + `offset` bytes; alignment is only a hint, so 1 is promised. */
const access =
  (...opcode: number[]) =>
  (offset: number, ...operands: Code[]): number[] => [...operands.flat(), ...opcode, 0, ...u32(offset)];

export const i32 = {
  const: (value: number): number[] => [0x41, ...s32(value)],
  add: operator(0x6a),
  sub: operator(0x6b),
};
export const f32 = { load: access(0x2a), store: access(0x38), add: operator(0x92), mul: operator(0x94) };
export const v128 = {
  load: access(0xfd, 0x00),
  store: access(0xfd, 0x0b),
  /** The low 64 bits. */
  storeLow: (offset: number, ...operands: Code[]): number[] => [...access(0xfd, 0x5b)(offset, ...operands), 0],
  /** Eight bytes, each widened to a signed 16-bit lane. */
  load8x8s: access(0xfd, 0x01),
  /** Four 16-bit numbers, each widened to an unsigned 32-bit lane. */
  load16x4u: access(0xfd, 0x04),
  load32Splat: access(0xfd, 0x09),
};
export const i32x4 = {
  const: (value: number): number[] => [0xfd, 0x0c, ...new Uint8Array(Int32Array.from([value, value, value, value]).buffer)],
  add: simd(0xae),
  shiftLeft: simd(0xab),
  /** NaN becomes 0; numbers out of range the nearest in range. */
  fromF32x4: simd(0xf8),
  /** Products of eight pairs of signed 16-bit lanes, added two by two. */
  dotI16x8: simd(0xba),
};
/** Lanes 0 to 3 are those of the first operand, 4 to 7 those of the second. */
export const shuffle32 = (lanes: readonly number[], first: Code, second: Code): number[] => [
  ...first,
  ...second,
  ...[0xfd, 0x0d],
  ...lanes.flatMap((lane) => [4 * lane, 4 * lane + 1, 4 * lane + 2, 4 * lane + 3]),
];
export const i16x8 = {
  narrowI32x4: simd(0x85),
  shiftLeft: simd(0x8b),
  /** Copies the sign. */
  shiftRight: simd(0x8c),
};
export const f32x4 = {
  const: (value: number): number[] => [0xfd, 0x0c, ...new Uint8Array(Float32Array.from([value, value, value, value]).buffer)],
  splat: simd(0x13),
  lane: (index: number, value: Code): number[] => [...value, 0xfd, 0x1f, index],
  nearest: simd(0x6a),
  abs: simd(0xe0),
  sqrt: simd(0xe3),
  add: simd(0xe4),
  sub: simd(0xe5),
  mul: simd(0xe6),
  div: simd(0xe7),
  min: simd(0xe8),
  max: simd(0xe9),
  fromI32x4: simd(0xfa),
  /** a * b + c, rounded once where the machine can: the same on every run of one machine, not on all machines. */
  relaxedMadd: simd(0x105),
};

/** Repeats while `condition`, evaluated after the body, is not zero. */
export const doWhile = (body: readonly Code[], condition: Code): number[] => [
  ...[0x03, EMPTY_BLOCK],
  ...body.flat(),
  ...condition,
  ...[0x0d, 0x00, END],
];

/** The sum of a vector's four lanes. */
export function sumLanes(vector: Local): Code {
  const lane = (index: number) => f32x4.lane(index, vector.get);
  return f32.add(f32.add(lane(0), lane(2)), f32.add(lane(1), lane(3)));
}

/** Moves a pointer on. */
export const advance = (pointer: Local, bytes: number): Code => pointer.set(i32.add(pointer.get, i32.const(bytes)));
/** Counts a loop's counter down; its value is the loop's condition. */
export const decrement = (counter: Local): Code => counter.set(i32.sub(counter.get, i32.const(1)));

/** The locals of one function: i32 parameters first, then others as they are asked for. */
export class Locals {
  readonly parameters: number;
  readonly #types: number[] = [];

  constructor(parameters: number) {
    this.parameters = parameters;
  }

  /** The locals that hold the parameters. */
  parameterLocals(): Local[] {
    return Array.from({ length: this.parameters }, (_, i) => new Local(i));
  }

  i32(): Local {
    return this.#add(I32);
  }

  v128(): Local {
    return this.#add(V128);
  }

  #add(type: number): Local {
    this.#types.push(type);
    return new Local(this.parameters + this.#types.length - 1);
  }

  declarations(): number[] {
    return vector(this.#types.map((type) => [1, type]));
  }
}

export class Local {
  readonly get: Code;
  readonly #index: number[];

  constructor(index: number) {
    this.#index = u32(index);
    this.get = [0x20, ...this.#index];
  }

  set(value: Code): number[] {
    return [...value, 0x21, ...this.#index];
  }
}

export interface WasmFunction {
  readonly name: string;
  readonly locals: Locals;
  readonly body: readonly Code[];
}

/** A module that imports the shared memory `env.memory` of exactly `pages` pages and exports functions of i32 parameters. */
export function assembleModule(functions: readonly WasmFunction[], pages: number): Uint8Array<ArrayBuffer> {
  const sharedWithMaximum = 0x03;
  const memory = [...name('env'), ...name('memory'), 0x02, sharedWithMaximum, ...u32(pages), ...u32(pages)];
  const types = functions.map(({ locals }) => [0x60, ...vector(Array.from({ length: locals.parameters }, () => [I32])), 0]);
  const bodies = functions.map(({ locals, body }) => {
    const code = [...locals.declarations(), ...body.flat(), END];
    return [...u32(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector(types)),
    ...section(2, vector([memory])),
    ...section(3, vector(functions.map((_, i) => u32(i)))),
    ...section(7, vector(functions.map((wasmFunction, i) => [...name(wasmFunction.name), 0x00, ...u32(i)]))),
    ...section(10, vector(bodies)),
  ]);
}
