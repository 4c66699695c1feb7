/** What a checkpoint folder says of itself, read by the engine's own strict readers; no tensor is loaded. */
import { totalmem } from 'node:os';
import { chooseWeights } from '#engine/choose-weights.ts';
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';

export interface Inspection {
  readonly params: number;
  /** Number formats of its tensors, e.g. "f32 + int8"; '' when it cannot be read. */
  readonly format: string;
  /** The number format that a load would hold its matrices in here, and why; '' when it cannot be read. */
  readonly loadsAs: string;
  /** Every header, name and shape is right. */
  readonly ok: boolean;
  /** What is wrong, with the remedy. */
  readonly problem?: string;
}

export function inspectModel(folder: string): Inspection {
  try {
    const open = openWeights(folder, readModelConfig(folder));
    const dtypes = new Set(open.weights.values().map(({ dtype }) => dtype));
    const { format, reason } = chooseWeights('auto', open.weights, totalmem());
    open.close();
    const stored = `safetensors ${[...dtypes].sort().join(' + ')}`;
    return { params: open.parameters, format: stored, loadsAs: `${format} (${reason})`, ok: true };
  } catch (error) {
    return { params: 0, format: '', loadsAs: '', ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
