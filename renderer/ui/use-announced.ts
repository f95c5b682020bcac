import { useEffect, useRef } from 'react';
import { announce } from './live-region.tsx';

/** Long enough that a series of keys or clicks is spoken once, in milliseconds. */
const quiet = 500;

/** Has screen readers say the text whenever it has changed and then stayed for a moment; null says nothing. */
export function useAnnounced(text: string | null): void {
  const spoken = useRef<string | null>(null);
  useEffect(() => {
    if (text === spoken.current) return;
    const timer = setTimeout(() => {
      spoken.current = text;
      if (text !== null) announce(text);
    }, quiet);
    return () => clearTimeout(timer);
  }, [text]);
}
