/** The whole interface over one set of stores. */

import { MathsLanguageProvider } from './features/maths/maths-language.tsx';
import { ErrorBoundary } from './features/shell/error-boundary.tsx';
import { Shell } from './features/shell/shell.tsx';
import { StoresProvider } from './features/use-stores.tsx';
import type { Stores } from './state/stores.ts';

export function App({ stores }: { readonly stores: Stores }) {
  return (
    <StoresProvider value={stores}>
      <ErrorBoundary>
        <MathsLanguageProvider>
          <Shell />
        </MathsLanguageProvider>
      </ErrorBoundary>
    </StoresProvider>
  );
}
