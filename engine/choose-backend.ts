/** Decides where a model runs, and says why in a sentence a user can act on. */
import { adapterName, isSoftware } from './device/capabilities.ts';
import { EngineError } from './errors.ts';
import type { LoadOptions } from './index.ts';

export interface Choice {
  readonly kind: 'gpu' | 'cpu';
  readonly reason: string;
}

/**
 * The rule of 'auto': any hardware adapter runs on the GPU. A software adapter (lavapipe, SwiftShader) computes on the
 * same cores as the CPU backend, which measured three to six times quicker on two cores, so it serves only if named.
 * @throws EngineError('no-adapter') when 'gpu' is asked for and there is none.
 */
export async function chooseBackend(
  { backend, adapter: named }: Pick<LoadOptions, 'backend' | 'adapter'>,
  gpu: GPU | null,
): Promise<Choice> {
  if (backend === 'cpu') return { kind: 'cpu', reason: 'The CPU was asked for.' };
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (backend === 'gpu') {
    if (gpu === null || !adapter) {
      throw new EngineError(
        'no-adapter',
        'No GPU adapter was found: install a Vulkan, Metal or D3D12 driver, or run on the CPU.',
      );
    }
    return { kind: 'gpu', reason: 'The GPU was asked for.' };
  }
  if (!adapter) return { kind: 'cpu', reason: 'No GPU adapter was found; a GPU driver would make it quicker.' };
  const name = adapterName(adapter.info);
  if (named) return { kind: 'gpu', reason: `An adapter named "${named}" was asked for.` };
  return isSoftware(adapter.info)
    ? { kind: 'cpu', reason: `The only adapter, ${name}, is a program on the CPU; the CPU backend is quicker.` }
    : { kind: 'gpu', reason: `${name} is a hardware adapter.` };
}
