/** Keeps the screen in the page's address, so that a reload comes back to it and the browser's Back works. */
import { useEffect } from 'react';
import type { View } from '../../state/view-store.ts';
import { useSlice, useStores } from '../use-stores.tsx';

const ADDRESSES: Readonly<Record<View, string>> = { solve: '', practice: '#practice', models: '#models' };

const viewOf = (hash: string): View => (hash === '#practice' ? 'practice' : hash === '#models' ? 'models' : 'solve');

export function useViewAddress(): View {
  const { view: store } = useStores();
  const view = useSlice('view', (state) => state.view);
  useEffect(() => {
    const follow = () => store.show(viewOf(window.location.hash));
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [store]);
  useEffect(
    () =>
      store.subscribe(({ view: next }) => {
        if (viewOf(window.location.hash) !== next) window.location.hash = ADDRESSES[next];
      }),
    [store],
  );
  return view;
}
