/** A compute pipeline with its bindings: compiles WGSL, makes bind groups, encodes dispatches. Knows no operation. */
import { EngineError } from '../errors.ts';
import type { OpenDevice } from './open-device.ts';
import { unroll } from './unroll.ts';

export type BindingKind = 'uniform' | 'read' | 'read-write';

export interface KernelSource {
  readonly label: string;
  /** WGSL texts, joined in order; stretches of them may be unrolled (unroll.ts). */
  readonly wgsl: readonly string[];
  /** Becomes `const NAME = value;` before the text: integers as u32; floats must be given as text. */
  readonly constants: Readonly<Record<string, number | string>>;
  /** `enable` and `diagnostic` lines, which must come first. */
  readonly directives?: readonly string[];
  /** Binding number in group 0 → kind; undefined where a variant lacks the binding. */
  readonly bindings: Readonly<Record<number, BindingKind | undefined>>;
}

export interface Kernel {
  readonly pipeline: GPUComputePipeline;
  readonly layout: GPUBindGroupLayout;
}

const BUFFER_TYPE = { uniform: 'uniform', read: 'read-only-storage', 'read-write': 'storage' } as const;

/** GPUShaderStage.COMPUTE, spelled out: the global exists only once Dawn has been created. */
const COMPUTE_STAGE = 4;

/** Compiles asynchronously. @throws EngineError('no-adapter') when the adapter cannot run the kernel. */
export async function createKernel({ gpu, name }: OpenDevice, source: KernelSource): Promise<Kernel> {
  const { label } = source;
  const layout = gpu.createBindGroupLayout({
    label,
    entries: present(source.bindings).map(([binding, kind]) => ({
      binding,
      visibility: COMPUTE_STAGE,
      buffer: { type: BUFFER_TYPE[kind] },
    })),
  });
  const module = gpu.createShaderModule({ label, code: kernelText(source) });
  const compiling = gpu.createComputePipelineAsync({
    label,
    layout: gpu.createPipelineLayout({ label, bindGroupLayouts: [layout] }),
    compute: { module, entryPoint: 'main' },
  });
  const pipeline = await compiling.catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new EngineError('no-adapter', `${name} cannot run the kernel "${label}": ${why}. Run on the CPU.`, { adapter: name });
  });
  return { pipeline, layout };
}

/** Buffers by binding number. */
export function bind(
  { gpu }: OpenDevice,
  { layout }: Kernel,
  buffers: Readonly<Record<number, GPUBuffer | undefined>>,
): GPUBindGroup {
  return gpu.createBindGroup({
    layout,
    entries: present(buffers).map(([binding, buffer]) => ({ binding, resource: { buffer } })),
  });
}

function present<T>(record: Readonly<Record<number, T | undefined>>): [binding: number, value: T][] {
  return Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[Number(key), value]]));
}

export function kernelText({ wgsl, constants, directives = [] }: KernelSource): string {
  const constant = ([name, value]: [string, number | string]) =>
    `const ${name} = ${typeof value === 'number' ? `${value}u` : value};`;
  return [...directives, ...Object.entries(constants).map(constant), unroll(wgsl.join('\n'), constants)].join('\n');
}
