/** Options that every command with an engine shares, and the engine they ask for. */
import type { ParseArgsOptionsConfig } from 'node:util';
import type { EngineDescription, SupervisorOptions } from '#app/backend/engine-supervisor.ts';
import { EngineSupervisor } from '#app/backend/engine-supervisor.ts';
import { forkHost } from '#app/backend/host-process.ts';
import { ModelStore } from '#app/backend/model-store.ts';
import { cacheFolder, dataFolder, HOST_ENTRY, PRODUCT_ROOT } from '#app/backend/paths.ts';
import { runtimePath } from '#app/backend/runtime.ts';
import { MAX_SAMPLES, type SolveOptions, solveOptionsSchema } from '#app/protocol/solve.ts';
import type { Arguments } from './command.ts';
import { parseMemorySize } from './memory-size.ts';
import { ProgressLine } from './terminal.ts';

const WEIGHTS = ['auto', 'stored', 'f16', 'int8', 'int4'] as const;
const KV = ['auto', 'f32', 'f16', 'int8', 'int4'] as const;

export const ENGINE_OPTIONS = {
  model: { type: 'string' },
  backend: { type: 'string' },
  adapter: { type: 'string' },
  weights: { type: 'string' },
  kv: { type: 'string' },
  memory: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

export const ENGINE_USAGE = `  --model NAME|DIR     a model of "quorum models list", or a folder (the bundled one)
  --backend gpu|cpu|auto (auto)
  --adapter SUBSTRING  of the adapter's name, where there are several
  --weights auto|stored|f16|int8|int4 (auto)  number format; auto keeps a small model's own and fits a large one
                       into a quarter of the memory. Converted weights are kept for the next start
                       ("quorum models clear-cache")
  --kv auto|f32|f16|int8|int4 (auto)  how keys and values are kept; auto: f32 for small models, int8 for large ones
  --memory SIZE        what weights, states, keys and values may take, as 4GiB; auto formats narrow to fit, and samples
                       that do not fit at once wait`;

export const SAMPLING_OPTIONS = {
  ...ENGINE_OPTIONS,
  samples: { type: 'string' },
  seed: { type: 'string' },
  temperature: { type: 'string' },
  'top-p': { type: 'string' },
  'max-tokens': { type: 'string' },
  budget: { type: 'string' },
  'stop-early': { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

export const SAMPLING_USAGE = `  --samples N (8)  --seed S (0)  --temperature T (0.7)  --top-p P (1)  --max-tokens M (768)
  --budget SECONDS     stop and vote after this time
  --stop-early         stop when the lead cannot change; then the samples cut off depend on timing
${ENGINE_USAGE}`;

/** Stopping early is off unless asked for: the same call gives the same samples. */
export function readSolveOptions(args: Arguments): SolveOptions {
  const defaults = solveOptionsSchema.parse({});
  return {
    samples: args.number('samples', { min: 1, max: MAX_SAMPLES, whole: true }) ?? defaults.samples,
    seed: args.number('seed', { min: 0, max: 0xffffffff, whole: true }) ?? defaults.seed,
    temperature: args.number('temperature', { min: 0, max: 5 }) ?? defaults.temperature,
    topP: args.number('top-p', { min: 0.001, max: 1 }) ?? defaults.topP,
    maxTokens: args.number('max-tokens', { min: 1, max: 32_768, whole: true }) ?? defaults.maxTokens,
    budgetSeconds: args.number('budget', { min: 0.001, max: 86_400 }) ?? defaults.budgetSeconds,
    stopEarly: args.flag('stop-early') ?? false,
  };
}

/** What was asked for of numbers and memory, and nothing else: over what the learner set for a model. */
export function givenLoad(args: Arguments): Pick<SupervisorOptions['load'], 'weights' | 'kv' | 'memoryBytes'> {
  const weights = args.choice('weights', WEIGHTS);
  const kv = args.choice('kv', KV);
  const memory = args.text('memory');
  return {
    ...(weights === undefined ? {} : { weights }),
    ...(kv === undefined ? {} : { kv }),
    ...(memory === undefined ? {} : { memoryBytes: parseMemorySize(memory) }),
  };
}

export function readLoad(args: Arguments, slots: number, contextLength: number | null = null): SupervisorOptions['load'] {
  return {
    modelDir: new ModelStore(dataFolder()).resolve(args.text('model')),
    backend: args.choice('backend', ['gpu', 'cpu', 'auto']) ?? 'auto',
    adapter: args.text('adapter') ?? null,
    slots,
    contextLength,
    weights: 'auto',
    kv: 'auto',
    ...givenLoad(args),
    cacheDir: cacheFolder(),
  };
}

/** Starts the engine host as the app does; loading is shown on standard error. */
export function startEngine(load: SupervisorOptions['load'], progress = new ProgressLine()): EngineSupervisor {
  const engine = new EngineSupervisor({
    spawn: () => forkHost(runtimePath(PRODUCT_ROOT), HOST_ENTRY),
    load,
    onState: (state) => {
      if (state.phase === 'loading') progress.show(`Loading the model: ${Math.round(state.progress * 100)} %`);
      else if (state.phase === 'restarting') progress.note('The engine stopped; it is started again.');
      else progress.clear();
    },
  });
  engine.start();
  return engine;
}

/** The engine as results show it. */
export function describeEngine({ backend, adapter, model, stateBytesPerSlot, kvBytesPerToken }: EngineDescription) {
  return { backend, adapter, model, stateBytesPerSample: stateBytesPerSlot, kvBytesPerToken };
}
