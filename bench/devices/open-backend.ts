/** What a suite measures on: the CPU and every adapter present, and a backend opened on one of them. */
import { createDawn, listAdapters } from '#engine/device/dawn.ts';
import type { KvFormat } from '#engine/kv-format.ts';
import type { Backend } from '#engine/model/backend.ts';
import type { ModelConfig } from '#engine/model/config.ts';
import { createCpuBackend } from '#engine/model/cpu-backend.ts';
import { createGpuBackend } from '#engine/model/gpu/gpu-backend.ts';
import type { Weights } from '#engine/model/tensor.ts';

/** An adapter's name; null is the CPU backend. */
export type Adapter = string | null;

/** Vulkan drivers that run shaders on the CPU: for tests, not for speed. */
const SOFTWARE = /llvmpipe|lavapipe|swiftshader/i;

/** The CPU backend first. */
export async function allAdapters(): Promise<Adapter[]> {
  return [null, ...(await listAdapters())];
}

/** Without the drivers that only imitate a GPU: they would multiply a long suite's time for figures nobody uses. */
export async function realAdapters(): Promise<Adapter[]> {
  return (await allAdapters()).filter((adapter) => adapter === null || !SOFTWARE.test(adapter));
}

export interface Shape {
  readonly config: ModelConfig;
  readonly weights: Weights;
  readonly slots: number;
  readonly contextLength: number;
  /** As the backends take them. */
  readonly kvFormat?: KvFormat;
  readonly maxBlocks?: number;
}

export async function openBackend(adapter: Adapter, shape: Shape): Promise<Backend> {
  if (adapter === null) return createCpuBackend(shape);
  return createGpuBackend({ ...shape, gpu: await createDawn({ adapter }), adapter });
}
