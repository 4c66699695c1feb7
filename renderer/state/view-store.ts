/** Which screen fills the centre of the window. */
import { createStore, type StoreApi } from 'zustand/vanilla';

export type View = 'solve' | 'practice';

export interface ViewStore extends StoreApi<{ readonly view: View }> {
  show(view: View): void;
}

export function createViewStore(): ViewStore {
  const store = createStore<{ readonly view: View }>(() => ({ view: 'solve' }));
  return { ...store, show: (view) => store.setState({ view }) };
}
