import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** Shown in place of the children after one of them threw. `message` is English, for support. */
  readonly renderFallback: (message: string) => ReactNode;
  readonly children: ReactNode;
}

/** Keeps a bug in one part of the window from emptying all of it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly message: string | null }> {
  override state: { readonly message: string | null } = { message: null };

  static getDerivedStateFromError(thrown: unknown) {
    return { message: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  override render() {
    const { message } = this.state;
    return message === null ? this.props.children : this.props.renderFallback(message);
  }
}
