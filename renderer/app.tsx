/** The whole interface over one set of stores. */

import { Shell } from './features/shell/shell.tsx';
import { StoresProvider } from './features/use-stores.tsx';
import type { Stores } from './state/stores.ts';

export function App({ stores }: { readonly stores: Stores }) {
  return (
    <StoresProvider value={stores}>
      <Shell />
    </StoresProvider>
  );
}
