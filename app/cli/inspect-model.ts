/** What a checkpoint folder says of itself, read by the engine's own strict readers; no tensor is loaded. */
import { totalmem } from 'node:os';
import { chooseWeights } from '#engine/choose-weights.ts';
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';
import { describePlan, KEPT_PROMPTS, planMemory, usualContext } from '#engine/model/memory-plan.ts';
import { weightBytes } from '#engine/model/weight-format.ts';

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
    const config = readModelConfig(folder);
    const open = openWeights(folder, config);
    const dtypes = new Set(open.weights.values().map(({ dtype }) => dtype));
    const { format, reason } = chooseWeights('auto', open.weights, totalmem());
    const asked = { config, samples: USUAL_SAMPLES, contextLength: usualContext(config) };
    const plan = planMemory({
      ...asked,
      weightBytes: weightBytes(open.weights, format),
      slots: USUAL_SAMPLES + KEPT_PROMPTS,
      kv: 'auto',
      budgetBytes: null,
    });
    open.close();
    const stored = `safetensors ${[...dtypes].sort().join(' + ')}`;
    return {
      params: open.parameters,
      format: stored,
      loadsAs: `${format} (${reason})`,
      memory: describePlan(plan, asked),
      ok: true,
    };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { params: 0, format: '', loadsAs: '', memory: '', ok: false, problem };
  }
}
