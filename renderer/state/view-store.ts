/** Which screen fills the centre of the window, and whether the tour goes through it. */
import { createStore, type StoreApi } from 'zustand/vanilla';

export type View = 'solve' | 'practice' | 'models';

export interface ViewState {
  readonly view: View;
  readonly touring: boolean;
}

export interface ViewStore extends StoreApi<ViewState> {
  show(view: View): void;
  /** Begins the tour, on the Solve screen, or ends it. */
  tour(on: boolean): void;
}

export function createViewStore(): ViewStore {
  const store = createStore<ViewState>(() => ({ view: 'solve', touring: false }));
  return {
    ...store,
    show: (view) => store.setState({ view }),
    tour: (touring) => store.setState(touring ? { touring, view: 'solve' } : { touring }),
  };
}
