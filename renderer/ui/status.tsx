import type { Tone } from './tone.ts';
import { ToneIcon } from './tone-icon.tsx';
import './notice.css';

/** A status as a small label: an icon and a word in the colour of its tone. */
export function Status({ tone, text }: { readonly tone: Tone; readonly text: string }) {
  return (
    <span className="status" data-tone={tone} title={text}>
      <ToneIcon tone={tone} size={tone === 'neutral' ? 8 : 14} />
      <span className="status__text">{text}</span>
    </span>
  );
}
