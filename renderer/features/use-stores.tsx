/** Hands the stores to components, each of which subscribes to the slice it shows. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Stores } from '../state/stores.ts';

const StoresContext = createContext<Stores | null>(null);
export const StoresProvider = StoresContext.Provider;

export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (stores === null) throw new Error('useStores is called outside StoresProvider: wrap the tree in it');
  return stores;
}

type StateOf<Name extends keyof Stores> = Stores[Name] extends StoreApi<infer State> ? State : never;

/** A slice of one store; the component renders again only when the slice changes. */
export function useSlice<Name extends keyof Stores, Slice>(name: Name, select: (state: StateOf<Name>) => Slice): Slice {
  const store = useStores()[name] as unknown as StoreApi<StateOf<Name>>;
  return useStore<StoreApi<StateOf<Name>>, Slice>(store, select);
}
