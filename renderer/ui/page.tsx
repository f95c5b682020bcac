import { type ReactNode, useState } from 'react';
import { HelpHint } from './help-hint.tsx';
import './page.css';

export interface PageProps {
  /** The page's one level-one heading. */
  readonly title: string;
  /** One sentence that says what the page is for, behind a *?*. */
  readonly help?: { readonly label: string; readonly text: string };
  /** Stands beside the heading, for example a count. */
  readonly summary?: ReactNode;
  /** Buttons at the right end of the heading's line. */
  readonly actions?: ReactNode;
  /** The children fill the page and scroll by themselves; otherwise the page scrolls. */
  readonly isFixedHeight?: boolean;
  readonly children: ReactNode;
}

/** The frame of every page: heading, actions, content. */
export function Page({ title, help, summary, actions, isFixedHeight = false, children }: PageProps) {
  const [isScrolled, setIsScrolled] = useState(false);
  return (
    <main className="page" data-fixed={isFixedHeight || undefined}>
      <header className="page__header" data-scrolled={isScrolled || undefined}>
        <h1 className="page__title">{title}</h1>
        {help && <HelpHint label={help.label}>{help.text}</HelpHint>}
        {summary && <div className="page__summary">{summary}</div>}
        {actions && <div className="page__actions">{actions}</div>}
      </header>
      <div className="page__body" onScroll={(event) => setIsScrolled(event.currentTarget.scrollTop > 0)}>
        {children}
      </div>
    </main>
  );
}
