import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { LinkTestInput, LinkTestResult } from '../../../shared/extraction/link-test.ts';
import { parseReply, type ReplyChoices } from '../../../shared/extraction/parse-reply.ts';
import { type ReplyView, toReplyView } from '../../../shared/extraction/reply-view.ts';
import { callCommand } from '../../api.ts';

/** What is known of the supplier's reply, and where it came from. */
export type ShownReply =
  | { readonly source: 'link'; readonly result: LinkTestResult; readonly attempt: number }
  | { readonly source: 'sample'; readonly view: ReplyView };

/** The test of a link, and the reading of a pasted sample, with the same outcome. */
export function useLinkTest(onRead: (view: ReplyView) => void) {
  const [reply, setReply] = useState<ShownReply | null>(null);
  const [sample, setSample] = useState('');
  const attempts = useRef(0);
  const test = useMutation({
    mutationFn: (input: LinkTestInput) => callCommand('extraction.test', input),
    onMutate: () => setReply(null),
    onSuccess: (result) => {
      attempts.current += 1;
      setReply({ source: 'link', result, attempt: attempts.current });
      if (result.outcome === 'read') onRead(result.view);
    },
    // The input holds the link, which is not kept longer than needed.
    gcTime: 0,
  });

  useEffect(
    () => () => {
      // The main process holds the last reply for other readings of it; nobody asks any more.
      void callCommand('extraction.cancel', {});
      void callCommand('extraction.forget', {});
    },
    [],
  );

  const readSample = (text: string, choices: ReplyChoices): ReplyView | null => {
    setSample(text);
    if (text.trim() === '') {
      setReply(null);
      return null;
    }
    const view = toReplyView(parseReply(text, choices));
    setReply({ source: 'sample', view });
    return view;
  };

  /** Reads the same reply with other answers; null where there is none to read. */
  const readAgain = async (choices: ReplyChoices): Promise<ReplyView | null> => {
    if (reply?.source === 'sample') return readSample(sample, choices);
    if (reply?.result.outcome !== 'read') return null;
    const result = await callCommand('extraction.reread', { testId: reply.result.testId, choices });
    setReply({ ...reply, result });
    return result.outcome === 'read' ? result.view : null;
  };

  return {
    reply,
    sample,
    isTesting: test.isPending,
    error: test.error,
    start: (input: LinkTestInput) => test.mutate(input),
    stop: () => void callCommand('extraction.cancel', {}),
    clear: () => setReply(null),
    readSample,
    readAgain,
  };
}

/** The reading inside a reply; null when there was nothing to read. */
export function toView(reply: ShownReply | null): ReplyView | null {
  if (reply === null) return null;
  if (reply.source === 'sample') return reply.view;
  return reply.result.outcome === 'read' ? reply.result.view : null;
}
