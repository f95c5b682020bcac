import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  readonly title: string;
  /** What to do. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Stands alone on a page that scrolls. */
  readonly isPage?: boolean;
}

/** In place of a list without entries: what it means and what to do. */
export function EmptyState({ title, children, action, isPage = false }: EmptyStateProps) {
  return (
    <div className="empty-state" data-page={isPage || undefined}>
      <h2 className="empty-state__title">{title}</h2>
      <p className="empty-state__text">{children}</p>
      {action}
    </div>
  );
}
