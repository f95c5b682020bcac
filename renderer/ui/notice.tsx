import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';
import { ToneIcon } from './tone-icon.tsx';
import './notice.css';

export interface NoticeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** Buttons at the end of the line. */
  readonly actions?: ReactNode;
}

/** One line that tells something about the content below it and stays until it no longer holds. */
export function Notice({ tone, children, actions }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone}>
      <div className="notice__line">
        <ToneIcon tone={tone} />
        <div className="notice__text">{children}</div>
      </div>
      {actions && <div className="notice__actions">{actions}</div>}
    </div>
  );
}
