import { useEffect, useState } from 'react';
import type { ShownReply } from './use-link-test.ts';

/** Seconds for which the supplier wants to be left alone, counted down; 0 when it may be asked. */
export function useWait(reply: ShownReply | null): number {
  const attempt = reply?.source === 'link' ? reply.attempt : 0;
  const seconds = readSeconds(reply);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const endsAt = attempt === 0 ? 0 : Date.now() + seconds * 1000;
    const read = () => Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
    setLeft(read());
    if (read() === 0) return undefined;
    const timer = setInterval(() => {
      setLeft(read());
      if (read() === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [attempt, seconds]);
  return left;
}

function readSeconds(reply: ShownReply | null): number {
  if (reply?.source !== 'link') return 0;
  const { result } = reply;
  if (result.outcome === 'refused') return result.seconds ?? 0;
  return result.outcome === 'read' ? (result.view.failure?.seconds ?? 0) : 0;
}
