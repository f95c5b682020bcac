import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';
import { ToneIcon } from './tone-icon.tsx';
import './error-card.css';

export interface ErrorCardProps {
  /** What happened. */
  readonly title: string;
  /** Why, and what to do next. */
  readonly children: ReactNode;
  /** What support needs: the code, and what was seen. Shown small. */
  readonly code?: string | undefined;
  readonly tone?: Tone;
  /** Buttons for the next step. */
  readonly actions?: ReactNode;
}

/** One cause, in place of the content that it prevents: what happened, what to do, the code. */
export function ErrorCard({ title, children, code, tone = 'bad', actions }: ErrorCardProps) {
  return (
    <section className="error-card" aria-label={title}>
      <ToneIcon tone={tone} size={22} />
      <div className="error-card__content">
        <h2 className="error-card__title">{title}</h2>
        <div className="error-card__text">{children}</div>
        {actions && <div className="error-card__actions">{actions}</div>}
        {code && <p className="error-card__code">{code}</p>}
      </div>
    </section>
  );
}
