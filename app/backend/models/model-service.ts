/**
 * The models of the Models screen: lists them with what they take, adds, verifies and forgets them. Loading is the
 * ModelLoader's. Knows folders and the engine's answers, not the engine.
 */
import { CallError } from '#app/protocol/calls.ts';
import type { Model, ModelActivity, ModelOptions } from '#app/protocol/models.ts';
import { EngineFailure } from '../engine-failure.ts';
import type { ModelEntry, ModelStore } from '../model-store.ts';
import { storageFailureOf } from '../storage-failure.ts';
import { readFolderPath } from './folder-path.ts';
import type { FolderAnswer, InspectFolders } from './inspect-folders.ts';
import { memoryAtHand } from './memory-at-hand.ts';
import type { Catalogue, KnownModel } from './model-catalogue.ts';
import type { ModelChoice } from './model-choice.ts';
import type { ModelLoader } from './model-loader.ts';

export interface ModelServiceOptions {
  readonly store: ModelStore;
  readonly choice: ModelChoice;
  readonly catalogue: Catalogue;
  readonly loader: ModelLoader;
  readonly inspect: InspectFolders;
  /** Samples that run at once. */
  readonly slots: number;
  /** Nothing is being solved, so that the model may change. */
  readonly isIdle: () => boolean;
  /** The list or what is being done has changed. */
  readonly onChange: () => void;
}

export class ModelService {
  readonly #options: ModelServiceOptions;
  readonly #removed = new Map<string, ModelEntry>();
  #hashing: ModelActivity['hashing'] = null;

  constructor(options: ModelServiceOptions) {
    this.#options = options;
  }

  get activity(): ModelActivity {
    return { ...this.#options.loader.activity, hashing: this.#hashing };
  }

  /** @param asked samples of a solve */
  async list(asked: number): Promise<{ models: Model[]; activity: ModelActivity }> {
    const { choice, loader, slots } = this.#options;
    const samples = Math.min(asked, slots);
    const known = this.#options.catalogue.list();
    const answers = await this.#inspect(known, samples, false);
    const models = known.map((model, i): Model => {
      const options = choice.optionsOf(model.id);
      const inUse = loader.current.id === model.id;
      const { facts, problem } = answers[i];
      return {
        ...model,
        inUse,
        options,
        outdated: inUse && !isSame(loader.current.options, options),
        facts: facts === null ? null : { ...facts, availableBytes: memoryAtHand(), samples },
        problem,
      };
    });
    return { models, activity: this.activity };
  }

  /** @throws CallError where it cannot be loaded: it is read first, so that the model in use stays when it would not fit */
  async choose(id: string): Promise<void> {
    const model = this.#find(id);
    if (!this.#options.isIdle()) throw stillSolving();
    const [{ facts, problem }] = await this.#inspect([model], 1, true);
    if (problem !== null) throw refused(problem.kind, problem.message, problem.file);
    if (facts?.samplesAtOnce === 0) throw tooLarge(facts.neededBytes);
    this.#options.loader.load(this.#options.catalogue.target(model));
  }

  cancel(): void {
    this.#options.loader.cancel();
  }

  async add(typed: string): Promise<{ id: string }> {
    const { store } = this.#options;
    const path = readFolderPath(typed);
    if (path === null) throw refused('path-not-whole', 'That is not a whole path. Give the folder from its root on.', null);
    if (this.#hashing !== null) throw refused('busy', 'Another model is being read. Wait until it is done.', null);
    const known = this.#options.catalogue.list().find((model) => model.path === path);
    if (known !== undefined) throw refused('model-known', `That folder is in the list, as ${known.name}.`, known.name);
    const candidate: KnownModel = { id: '', name: '', kind: 'added', path, bytes: 0 };
    const [{ problem }] = await this.#inspect([candidate], 1, true);
    if (problem !== null) throw refused(problem.kind, problem.message, problem.file);
    const { name } = await this.#whileHashing(path, (onHashed) => store.add(path, onHashed));
    return { id: name };
  }

  async verify(id: string): Promise<{ files: number; changed: string[] }> {
    const { store } = this.#options;
    const { path } = this.#find(id);
    const entry = store.list().find((stored) => stored.path === path);
    if (entry === undefined) throw refused('no-hashes', 'No hashes were taken of this model. Add it to the list first.', null);
    if (this.#hashing !== null) throw refused('busy', 'Another model is being read. Wait until it is done.', null);
    const changed = await this.#whileHashing(path, (onHashed) => store.changedFiles(entry, onHashed));
    return { files: Object.keys(entry.files).length, changed };
  }

  remove(id: string): void {
    const { store, loader } = this.#options;
    const { kind } = this.#find(id);
    if (kind !== 'added' || loader.isWanted(id))
      throw refused('model-in-use', 'This model is in use, or belongs to Quorum. Use another one first.', null);
    this.#removed.set(id, store.entry(id));
    store.remove(id);
    this.#options.onChange();
  }

  restore(id: string): void {
    const entry = this.#removed.get(id);
    if (entry === undefined) throw refused('model-missing', 'That model can no longer be put back. Add its folder again.', null);
    this.#removed.delete(id);
    this.#options.store.restore(entry);
    this.#options.onChange();
  }

  set(id: string, options: ModelOptions): void {
    this.#options.choice.setOptions(this.#find(id).id, options);
    this.#options.onChange();
  }

  #find(id: string): KnownModel {
    const found = this.#options.catalogue.list().find((model) => model.id === id);
    if (found === undefined) throw refused('model-missing', 'That model is no longer in the list. Add its folder again.', null);
    return found;
  }

  #inspect(models: readonly KnownModel[], samples: number, withText: boolean): Promise<readonly FolderAnswer[]> {
    const { inspect, choice } = this.#options;
    const common = { samples, withText, memoryBytes: memoryAtHand() };
    return inspect(models.map(({ id, path }) => ({ ...common, folder: path, options: choice.optionsOf(id) })));
  }

  async #whileHashing<T>(path: string, work: (onHashed: (fraction: number) => void) => Promise<T>): Promise<T> {
    const tell = (fraction: number) => {
      this.#hashing = { path, fraction };
      this.#options.onChange();
    };
    tell(0);
    try {
      return await work(tell);
    } catch (error) {
      if (error instanceof EngineFailure) throw refused(error.kind, error.message, null);
      const failure = storageFailureOf(error);
      if (failure?.kind === 'disk-full')
        throw refused(failure.kind, `It could not be added: ${failure.matter}. ${failure.remedy}`, null);
      throw refused('unreadable', `The files could not be read (${error instanceof Error ? error.message : error}).`, null);
    } finally {
      this.#hashing = null;
      this.#options.onChange();
    }
  }
}

function isSame(a: ModelOptions, b: ModelOptions): boolean {
  return a.weights === b.weights && a.contextLength === b.contextLength;
}

function refused(kind: string, message: string, file: string | null): CallError {
  return new CallError({ kind, message, data: file === null ? {} : { file } });
}

function stillSolving(): CallError {
  return refused('still-solving', 'Stop what is being solved first, then change the model.', null);
}

function tooLarge(needed: number): CallError {
  const [needs, has] = [needed, memoryAtHand()].map((bytes) => (bytes / 2 ** 30).toFixed(1));
  const message = `It needs ${needs} GiB of ${has}. Hold its numbers in fewer bits, or shorten the context.`;
  return new CallError({ kind: 'out-of-memory', message, data: { needed, available: memoryAtHand() } });
}
