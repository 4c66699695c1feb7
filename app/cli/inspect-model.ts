/** What a checkpoint folder says of itself, as the command line tells it. */
import { totalmem } from 'node:os';
import { inspectModel as inspectCheckpoint } from '#engine/inspect-model.ts';

/** As a solve asks for where nobody says otherwise. */
const USUAL_SAMPLES = 8;

export interface Inspection {
  readonly params: number;
  /** Number formats of its tensors, e.g. "f32 + int8"; '' when it cannot be read. */
  readonly format: string;
  /** The number format that a load would hold its matrices in here, and why; '' when it cannot be read. */
  readonly loadsAs: string;
  /** What it would take with USUAL_SAMPLES samples at once; '' when it cannot be read. */
  readonly memory: string;
  /** Every header, name and shape is right. */
  readonly ok: boolean;
  /** What is wrong, with the remedy. */
  readonly problem?: string;
}

export function inspectModel(folder: string): Inspection {
  try {
    const asked = { folder, weights: 'auto', contextLength: null, samples: USUAL_SAMPLES, withText: false } as const;
    const { parameters, stored, weights, reason, memory } = inspectCheckpoint({ ...asked, memoryBytes: totalmem() });
    return {
      params: parameters,
      format: `safetensors ${stored.join(' + ')}`,
      loadsAs: `${weights} (${reason})`,
      memory,
      ok: true,
    };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { params: 0, format: '', loadsAs: '', memory: '', ok: false, problem };
  }
}
