import { Button, SegmentedControl } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { isReadAction } from '../../../shared/console/call-rules.ts';
import type { ConsoleReply } from '../../../shared/console/console-call.ts';
import { actionById } from '../../../shared/local-api/catalogue.ts';
import type { ActionId } from '../../../shared/local-api/wire.generated.ts';
import { useMessages } from '../../messages.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { JsonTree } from '../../ui/json-tree.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Status } from '../../ui/status.tsx';
import { useStore } from '../../ui/store.ts';
import { TextLines } from '../../ui/text-lines.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useFormats } from '../../use-formats.ts';
import { type CallEnd, consoleStore } from './console-store.ts';
import { endLabel } from './console-words.ts';

/** What came back: how it ended, why, how long it took, and the reply as a tree or as text. */
export function ReplyPanel({ action }: { readonly action: ActionId }) {
  const { t } = useMessages();
  const end = useStore(consoleStore, (state) => state.ends[action]);
  const panel = useRef<HTMLElement>(null);
  const [first] = useState(end);
  useEffect(() => {
    if (end !== undefined && end !== first) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [end, first]);
  return (
    <section ref={panel} className="console__reply" aria-label={t('console.reply.label')}>
      {end === undefined ? (
        <EmptyState title={t('console.reply.none')}>{t('console.reply.noneHint')}</EmptyState>
      ) : (
        <>
          <ReplyHead action={action} end={end} />
          {end.kind === 'reply' && <ReplyContent reply={end.reply} />}
        </>
      )}
    </section>
  );
}

function ReplyHead({ action, end }: { readonly action: ActionId; readonly end: CallEnd }) {
  const { t } = useMessages();
  const formats = useFormats();
  const { tone, text } = endLabel(end, isReadAction(action));
  const reply = end.kind === 'reply' ? end.reply : null;
  const error = end.kind === 'error' ? end.error : end.reply.error;
  return (
    <>
      <p className="console__verdict" role="status">
        <Status tone={tone} text={t(text)} />
        {reply?.httpStatus != null && <span>{t('console.reply.http', { status: reply.httpStatus })}</span>}
        {reply && <span>{formats.milliseconds(reply.durationMs)}</span>}
      </p>
      {reply?.kind === 'stopped' && <Notice tone="neutral">{t('console.reply.stoppedHint')}</Notice>}
      {reply?.misfit && <Notice tone="warning">{t('console.reply.misfit', { path: reply.misfit })}</Notice>}
      {error != null && <ReplyError action={action} error={error} apiMessage={reply?.apiMessage ?? null} />}
    </>
  );
}

function ReplyError({
  action,
  error,
  apiMessage,
}: {
  readonly action: ActionId;
  readonly error: unknown;
  readonly apiMessage: string | null;
}) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const plain = errorText(error);
  const isService = actionById(action).envelope === 'none';
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  const words =
    isService && code === 'api_unreachable'
      ? { title: t('console.service.unreachable'), body: t('console.service.unreachableBody') }
      : isService && code === 'api_rejected'
        ? { title: t('console.service.refused'), body: t('console.service.refusedBody') }
        : plain;
  return (
    <ErrorCard title={words.title} code={plain.code} tone={code === 'outcome_unknown' ? 'warning' : 'bad'}>
      <p>{words.body}</p>
      {apiMessage && <p>{t('console.reply.saidApi', { message: apiMessage })}</p>}
    </ErrorCard>
  );
}

function ReplyContent({ reply: { content } }: { readonly reply: ConsoleReply }) {
  const { t } = useMessages();
  const clipboard = useClipboard();
  const [view, setView] = useState('tree');
  const text = useMemo(
    () => (content?.kind === 'json' ? JSON.stringify(content.value, null, 2) : (content?.text ?? '')),
    [content],
  );
  if (content === null) return null;
  if (text === '') return <p className="console__quiet">{t('console.reply.empty')}</p>;
  const isTree = content.kind === 'json' && view === 'tree';
  return (
    <>
      <div className="console__tools">
        {content.kind === 'json' && (
          <SegmentedControl
            aria-label={t('console.reply.view')}
            size="xs"
            value={view}
            onChange={setView}
            data={[
              { value: 'tree', label: t('console.reply.tree') },
              { value: 'text', label: t('console.reply.text') },
            ]}
          />
        )}
        <Button size="compact-sm" variant="subtle" onClick={() => clipboard.copy(text)}>
          {t('console.reply.copy')}
        </Button>
        <span className="console__quiet">{t('console.reply.hidden')}</span>
      </div>
      {isTree ? (
        <JsonTree
          value={content.value}
          label={t('console.reply.tree')}
          words={{
            root: t('console.tree.root'),
            expand: (name) => t('console.tree.expand', { name }),
            collapse: (name) => t('console.tree.collapse', { name }),
            countEntries: (count) => t('console.tree.items', { count }),
          }}
        />
      ) : (
        <TextLines text={text} label={t('console.reply.text')} />
      )}
    </>
  );
}
