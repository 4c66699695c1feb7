/** Whether the page is being put on paper. */
import { useSyncExternalStore } from 'react';

let printing = false;

export function usePrinting(): boolean {
  return useSyncExternalStore(follow, () => printing);
}

function follow(tell: () => void): () => void {
  const tellOf = (now: boolean) => () => {
    printing = now;
    tell();
  };
  const [begin, end] = [tellOf(true), tellOf(false)];
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}
