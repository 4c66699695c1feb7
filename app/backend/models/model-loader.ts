/** Loads models into the engine one after the other: tells how far it is, and goes back to the model before where a load fails. */
import type { ModelActivity, ModelOptions, ModelProblem } from '#app/protocol/models.ts';
import { asEngineFailure } from '../engine-failure.ts';
import type { EngineSupervisor, SupervisorOptions } from '../engine-supervisor.ts';
import { memoryAtHand } from './memory-at-hand.ts';

export interface LoadTarget {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly isBundled: boolean;
  readonly options: ModelOptions;
}

export interface ModelLoaderOptions {
  readonly engine: Pick<EngineSupervisor, 'start' | 'use' | 'whenReady' | 'state'>;
  /** The model that Quorum starts with. */
  readonly initial: LoadTarget;
  /** Where the initial one fails; null: there is none, the engine stays failed. */
  readonly fallback: LoadTarget | null;
  /** A model was loaded that the learner chose, or went back to. */
  readonly onLoaded: (target: LoadTarget) => void;
  readonly onChange: () => void;
}

/** The part of an engine's load that a model decides. */
export function loadOf({ path, options }: LoadTarget) {
  return { modelDir: path, ...options, memoryBytes: memoryAtHand() } satisfies Partial<SupervisorOptions['load']>;
}

export class ModelLoader {
  readonly #options: ModelLoaderOptions;
  /** Loaded, or being loaded for the first time. */
  #current: LoadTarget;
  #wanted: LoadTarget | null = null;
  #failed: ModelActivity['failed'] = null;

  constructor(options: ModelLoaderOptions) {
    this.#options = options;
    this.#current = options.initial;
  }

  get current(): LoadTarget {
    return this.#current;
  }

  get activity(): Pick<ModelActivity, 'loading' | 'failed'> {
    return { loading: this.#loading(), failed: this.#failed };
  }

  isWanted(id: string): boolean {
    return this.#current.id === id || this.#wanted?.id === id;
  }

  /** Starts the engine with the initial model. */
  start(): void {
    const { engine, fallback, onChange } = this.#options;
    engine.start();
    engine.whenReady().then(onChange, (error) => {
      if (this.#wanted !== null) return;
      if (fallback !== null) this.#goBack(this.#current, fallback, problemOf(error));
      onChange();
    });
  }

  load(target: LoadTarget): void {
    const { engine, onLoaded, onChange } = this.#options;
    const before = this.#current;
    this.#wanted = target;
    this.#failed = null;
    engine.use(loadOf(target));
    onChange();
    engine.whenReady().then(
      () => {
        // Cancelled, or another was chosen meanwhile.
        if (this.#wanted !== target) return;
        this.#wanted = null;
        this.#current = target;
        onLoaded(target);
        onChange();
      },
      (error) => {
        if (this.#wanted !== target) return;
        this.#goBack(target, before, problemOf(error));
        onChange();
      },
    );
  }

  cancel(): void {
    if (this.#wanted === null) return;
    this.#wanted = null;
    this.#options.engine.use(loadOf(this.#current));
    this.#options.onChange();
  }

  #goBack(from: LoadTarget, to: LoadTarget, problem: ModelProblem): void {
    this.#wanted = null;
    this.#current = to;
    this.#failed = { name: from.name, fallback: to.name, problem };
    this.#options.engine.use(loadOf(to));
  }

  #loading(): ModelActivity['loading'] {
    const { state } = this.#options.engine;
    if (this.#wanted === null) return null;
    const { id } = this.#wanted;
    return state.phase === 'loading'
      ? { id, stage: state.stage, fraction: state.progress }
      : { id, stage: 'starting', fraction: 0 };
  }
}

function problemOf(error: unknown): ModelProblem {
  const { kind, message } = asEngineFailure(error);
  return { kind, message, file: null };
}
