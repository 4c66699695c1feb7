/** Whether the window has room for a column beside the solution; the same width as in shell.css. */
import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 1100px)';

export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(WIDE).matches,
  );
}
