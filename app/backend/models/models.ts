/** The backend's whole part in the Models screen: list, choice and loader joined, calls answered, progress told a few times a second. */
import type { AppEvent } from '#app/protocol/calls.ts';
import type { Model, ModelOptions } from '#app/protocol/models.ts';
import type { EngineSupervisor } from '../engine-supervisor.ts';
import { ModelStore } from '../model-store.ts';
import { BUNDLED_MODEL_DIR } from '../paths.ts';
import { inspectFolders } from './inspect-folders.ts';
import { type Catalogue, createCatalogue } from './model-catalogue.ts';
import { ModelChoice } from './model-choice.ts';
import { type LoadTarget, ModelLoader } from './model-loader.ts';
import { ModelService } from './model-service.ts';

const TELL_INTERVAL_MS = 100;

export interface ModelShelf {
  readonly store: ModelStore;
  readonly choice: ModelChoice;
  readonly catalogue: Catalogue;
  /** What the engine starts with. */
  readonly initial: LoadTarget;
}

/** @param modelDir as Quorum was started with: the bundled folder leaves the choice to the learner */
export function openShelf(dataDir: string, modelDir: string): ModelShelf {
  const store = new ModelStore(dataDir);
  const choice = new ModelChoice(dataDir);
  const catalogue = createCatalogue(store, choice, modelDir === BUNDLED_MODEL_DIR ? null : modelDir);
  return { store, choice, catalogue, initial: catalogue.initial() };
}

export interface ModelsOptions extends ModelShelf {
  readonly engine: EngineSupervisor;
  readonly slots: number;
  readonly isIdle: () => boolean;
  readonly emit: (event: AppEvent) => void;
}

export function createModels({ store, choice, catalogue, initial, engine, slots, isIdle, emit }: ModelsOptions) {
  let timer: NodeJS.Timeout | null = null;
  const tell = () => {
    timer ??= setTimeout(() => {
      timer = null;
      emit({ type: 'models', activity: service.activity });
    }, TELL_INTERVAL_MS);
  };
  // A model named on the command line is not silently replaced, and nothing stands behind the bundled one.
  const isChosen = initial.id === choice.chosen && !initial.isBundled;
  const loader = new ModelLoader({
    engine,
    initial,
    fallback: isChosen ? catalogue.bundled() : null,
    onLoaded: ({ id }) => choice.choose(id),
    onChange: tell,
  });
  const service = new ModelService({ store, choice, catalogue, loader, inspect: inspectFolders, slots, isIdle, onChange: tell });
  return {
    isBundled: () => loader.current.isBundled,
    start: () => loader.start(),
    /** The engine's state has changed. */
    touch() {
      if (loader.activity.loading !== null) tell();
    },
    close() {
      if (timer !== null) clearTimeout(timer);
    },
    handlers: {
      'models.list': ({ samples }: { samples: number }) => service.list(samples),
      'models.choose': async ({ id }: Pick<Model, 'id'>) => {
        await service.choose(id);
        return {};
      },
      'models.cancel': () => {
        service.cancel();
        return {};
      },
      'models.add': ({ path }: { path: string }) => service.add(path),
      'models.verify': ({ id }: Pick<Model, 'id'>) => service.verify(id),
      'models.remove': ({ id }: Pick<Model, 'id'>) => {
        service.remove(id);
        return {};
      },
      'models.restore': ({ id }: Pick<Model, 'id'>) => {
        service.restore(id);
        return {};
      },
      'models.set': ({ id, options }: { id: string; options: ModelOptions }) => {
        service.set(id, options);
        return {};
      },
      // Only the desktop shell has a dialog, and answers before the call comes here.
      'models.pick-folder': () => ({ path: null }),
    },
  };
}
