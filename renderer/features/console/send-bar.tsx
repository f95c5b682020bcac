import { Button, Checkbox, Loader, Switch } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconAlertTriangle, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { isDestructiveAction, isReadAction } from '../../../shared/console/call-rules.ts';
import { type CopyForm, copyForms, writeCall } from '../../../shared/console/copy-call.ts';
import { type BodyProblem, isBlocking } from '../../../shared/console/find-problems.ts';
import type { ActionId } from '../../../shared/local-api/wire.generated.ts';
import { useMessages } from '../../messages.tsx';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStore } from '../../ui/store.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { consoleStore, type Draft, setReadOnly } from './console-store.ts';
import { problemText } from './console-words.ts';
import { useCallAddress } from './use-call-address.ts';
import { stopWaiting, useSendCall } from './use-send-call.ts';

/** What keeps the call from being sent, the read-only switch, and the buttons. Stays in view below the form. */
export function SendBar({
  action,
  draft,
  problems,
}: {
  readonly action: ActionId;
  readonly draft: Draft;
  readonly problems: readonly BodyProblem[];
}) {
  const { t, language } = useMessages();
  const send = useSendCall();
  const running = useStore(consoleStore, (state) => state.running);
  const isReadOnly = useStore(consoleStore, (state) => state.isReadOnly);
  const [allowUnknown, setAllowUnknown] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const isRead = isReadAction(action);
  const isDestructive = isDestructiveAction(action);
  const blocking = problems.filter((each) => isBlocking(each, allowUnknown));
  const hasUnknown = problems.some(({ kind }) => kind === 'unknown_field');
  const isForbidden = isReadOnly && !isRead;
  const canSend = blocking.length === 0 && draft.jsonFault === null && !isForbidden && running === null;

  const sendNow = (typedText: string | null) => {
    setIsAsking(false);
    void send(action, draft.body, {
      allowUnknownFields: allowUnknown,
      isConfirmed: isDestructive,
      typedText,
    });
  };
  return (
    <footer className="console__send">
      {blocking.length > 0 && (
        <details className="console__problems">
          <summary>{t('console.problems.title', { count: blocking.length })}</summary>
          <ul>
            {blocking.map((problem) => (
              <li key={`${problem.path.join('.')} ${problem.kind}`}>
                <code>{problem.path.join('.')}</code> {problemText(problem, t, language)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {hasUnknown && (
        <Checkbox
          size="xs"
          label={t('console.unknown.allow')}
          checked={allowUnknown}
          onChange={(event) => setAllowUnknown(event.currentTarget.checked)}
        />
      )}
      {isForbidden && <Notice tone="info">{t('console.readOnlyBlocks')}</Notice>}
      <div className="console__buttons">
        <Switch
          label={t('console.readOnly')}
          title={t('console.readOnlyHint')}
          checked={isReadOnly}
          onChange={(event) => setReadOnly(event.currentTarget.checked)}
        />
        <CopyMenu action={action} draft={draft} />
        {running && isReadAction(running.action) && (
          <Button variant="default" onClick={stopWaiting}>
            {t('console.stop')}
          </Button>
        )}
        <Button
          {...(isDestructive && { color: 'red' })}
          disabled={!canSend}
          leftSection={
            isDestructive ? (
              <IconAlertTriangle size={16} aria-hidden="true" />
            ) : (
              <IconSend size={16} aria-hidden="true" />
            )
          }
          onClick={() => (isDestructive ? setIsAsking(true) : sendNow(null))}
        >
          {t('console.send')}
        </Button>
      </div>
      {running && (
        <p className="console__waiting" role="status">
          <Loader size={14} aria-hidden="true" /> {t('console.sending')}
          {isReadAction(running.action) ? '' : ` · ${t('console.cannotStop')}`}
        </p>
      )}
      <ConfirmDialog
        action={action}
        body={draft.body}
        opened={isAsking}
        onConfirm={sendNow}
        onClose={() => setIsAsking(false)}
      />
    </footer>
  );
}

const copyLabels = {
  curl: 'console.copy.curl',
  python: 'console.copy.python',
  typescript: 'console.copy.typescript',
} as const;

function CopyMenu({ action, draft }: { readonly action: ActionId; readonly draft: Draft }) {
  const { t } = useMessages();
  const address = useCallAddress(action);
  const clipboard = useClipboard();
  const [copied, setCopied] = useState<CopyForm | null>(null);
  const copiedText = t(copied === 'curl' ? 'console.copiedCurl' : 'console.copied');
  return (
    <>
      {copied !== null && (
        <p className="console__quiet" role="status">
          {clipboard.error ? t('console.copyFailed') : copiedText}
        </p>
      )}
      <ActionMenu
        label={t('console.copy')}
        actions={copyForms.map((form) => ({
          text: t(copyLabels[form]),
          isDisabled: address === undefined || draft.jsonFault !== null,
          onChoose: () => {
            if (!address) return;
            clipboard.copy(writeCall(form, { action, body: draft.body, address }));
            setCopied(form);
            announce(t('console.copied'));
          },
        }))}
      />
    </>
  );
}
