import type { ReactNode } from 'react';
import './page.css';

export interface PageProps {
  /** The page's one level-one heading. */
  readonly title: string;
  /** Stands beside the heading, for example a count. */
  readonly summary?: ReactNode;
  /** Buttons at the right end of the heading's line. */
  readonly actions?: ReactNode;
  /** The children fill the page and scroll by themselves; otherwise the page scrolls. */
  readonly isFixedHeight?: boolean;
  readonly children: ReactNode;
}

/** The frame of every page: heading, actions, content. */
export function Page({ title, summary, actions, isFixedHeight = false, children }: PageProps) {
  return (
    <main className="page" data-fixed={isFixedHeight || undefined}>
      <header className="page__header">
        <h1 className="page__title">{title}</h1>
        {summary && <div className="page__summary">{summary}</div>}
        {actions && <div className="page__actions">{actions}</div>}
      </header>
      <div className="page__body">{children}</div>
    </main>
  );
}
