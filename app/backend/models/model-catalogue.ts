/** Which models there are: the bundled one, those the learner added, and one that Quorum was told to start with. */
import { basename } from 'node:path';
import type { Model } from '#app/protocol/models.ts';
import { BUNDLED_NAME, type ModelStore } from '../model-store.ts';
import { BUNDLED_MODEL_DIR } from '../paths.ts';
import type { ModelChoice } from './model-choice.ts';
import type { LoadTarget } from './model-loader.ts';

export type KnownModel = Pick<Model, 'id' | 'name' | 'kind' | 'path' | 'bytes'>;

export interface Catalogue {
  list(): KnownModel[];
  target(model: KnownModel): LoadTarget;
  /** What to start with: the given folder, else what the learner chose last, else the bundled model. */
  initial(): LoadTarget;
  bundled(): LoadTarget;
}

/** @param given the folder that Quorum was told to start with; null: none */
export function createCatalogue(store: ModelStore, choice: ModelChoice, given: string | null): Catalogue {
  const bundled: KnownModel = { id: BUNDLED_NAME, name: BUNDLED_NAME, kind: 'bundled', path: BUNDLED_MODEL_DIR, bytes: 0 };

  function list(): KnownModel[] {
    const listed = store.list().map(({ name, path, bytes }): KnownModel => {
      return { id: name, name, kind: name === BUNDLED_NAME ? 'bundled' : 'added', path, bytes };
    });
    if (given === null) return listed;
    // Its folder may be in the list as well: it goes by what it was started as.
    const others = listed.filter(({ path }) => path !== given);
    const bytes = listed.find(({ path }) => path === given)?.bytes ?? 0;
    return [{ id: given, name: basename(given), kind: 'given', path: given, bytes }, ...others];
  }

  function target({ id, name, kind, path }: KnownModel): LoadTarget {
    return { id, name, path, isBundled: kind === 'bundled', options: choice.optionsOf(id) };
  }

  return {
    list,
    target,
    initial() {
      const known = list();
      const found = known.find(({ kind }) => kind === 'given') ?? known.find(({ id }) => id === choice.chosen);
      return target(found ?? bundled);
    },
    bundled: () => target(bundled),
  };
}
