/** WebGPU for Node through Dawn: the only file that imports `webgpu`. A browser hands in `navigator.gpu` instead. */
import { create, globals } from 'webgpu';
import { EngineError } from '../errors.ts';
import { isSoftware } from './capabilities.ts';

export interface DawnOptions {
  /** Case-insensitive substring of an adapter's name; picks among several. */
  readonly adapter?: string;
  /** Timestamps to the nanosecond: Dawn rounds them to 0.1 ms, a guard for web pages. */
  readonly exactTimestamps?: boolean;
}

/** vulkan_enable_f16_on_nvidia: without it NVIDIA's shader-f16 stays hidden. */
const TOGGLES = 'enable-dawn-features=allow_unsafe_apis,vulkan_enable_f16_on_nvidia';

/** Takes Dawn's bounds checks out of shaders: on an H100 they cost up to two thirds of a matmul's speed. */
const UNCHECKED_TOGGLES = `${TOGGLES},disable_robustness`;

const EXACT_TIMESTAMPS = 'disable-dawn-features=timestamp_quantization';

/** No adapter is called so: Dawn answers with the list of those that exist. */
const NO_SUCH_ADAPTER = 'quorum asks which adapters exist';

/** Every instance made: one that is collected as garbage takes the process with it (uncaught std::system_error, 0.6.2). */
const kept: GPU[] = [];

function keep(gpu: GPU): GPU {
  kept.push(gpu);
  return gpu;
}

/**
 * Shaders run without bounds checks on hardware. On software adapters, where every kernel is tested, they keep them.
 * The process cannot exit by itself while the returned object lives (a Dawn thread serves it).
 * @throws EngineError('no-adapter') naming what is there when nothing matches `adapter`.
 */
export async function createDawn({ adapter = '', exactTimestamps = false }: DawnOptions = {}): Promise<GPU> {
  Object.assign(globalThis, globals);
  const flags = [...(await adapterFlags(adapter)), ...(exactTimestamps ? [EXACT_TIMESTAMPS] : [])];
  const unchecked = keep(create([UNCHECKED_TOGGLES, ...flags]));
  const found = await unchecked.requestAdapter({ powerPreference: 'high-performance' });
  return found !== null && isSoftware(found.info) ? keep(create([TOGGLES, ...flags])) : unchecked;
}

async function adapterFlags(adapter: string): Promise<string[]> {
  if (adapter === '') return [];
  const present = await listAdapters();
  const match = present.find((name) => name.toLowerCase().includes(adapter.toLowerCase()));
  if (match === undefined) {
    const choice = present.length === 0 ? 'there is none; install a GPU driver or run on the CPU' : present.join('; ');
    throw new EngineError('no-adapter', `No adapter is named "${adapter}". Choose among: ${choice}.`, { adapter });
  }
  return [`adapter=${match}`];
}

/** Names of all adapters; empty when there is none. */
export async function listAdapters(): Promise<string[]> {
  const answer: unknown = await keep(create([`adapter=${NO_SUCH_ADAPTER}`]))
    .requestAdapter()
    .catch((error: unknown) => error);
  const text = answer instanceof Error ? answer.message : '';
  return [...text.matchAll(/name: '(.*)'$/gm)].map((match) => match[1]);
}
