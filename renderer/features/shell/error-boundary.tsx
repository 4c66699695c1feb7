/** Catches what goes wrong while drawing, so that a fault leaves words and a way on instead of an empty window. */
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly message: string | null;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    return this.state.message === null ? this.props.children : <DrawingFailed message={this.state.message} />;
  }
}

function DrawingFailed({ message }: { readonly message: string }) {
  const { t } = useTranslation();
  return (
    <main className="notice" role="alert">
      <h1>{t('banner.drawing')}</h1>
      <p>{message}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {t('banner.reload')}
      </button>
    </main>
  );
}
