import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { listNamedIds, textToType } from '../../../shared/console/call-rules.ts';
import type { ActionId } from '../../../shared/local-api/wire.generated.ts';
import { profileId } from '../../../shared/profile.ts';
import { titleOf } from '../../action-title.ts';
import { useKnownProfiles } from '../../known-profiles.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Body } from './console-store.ts';
import '../../ui/dialog-form.css';

export interface ConfirmDialogProps {
  readonly action: ActionId;
  readonly body: Body;
  readonly opened: boolean;
  /** With what was typed; null when nothing had to be. */
  readonly onConfirm: (typedText: string | null) => void;
  readonly onClose: () => void;
}

/** Asks before data is destroyed: names what it concerns, and has the number of what is deleted typed. */
export function ConfirmDialog({ action, opened, onClose, ...rest }: ConfirmDialogProps) {
  const { t, language } = useMessages();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('console.confirm.title', { title: titleOf(action, language) })}
      closeButtonProps={{ 'aria-label': t('console.confirm.close') }}
    >
      <ConfirmForm action={action} onClose={onClose} {...rest} />
    </Modal>
  );
}

const mostNamed = 10;

function ConfirmForm({ action, body, onConfirm, onClose }: Omit<ConfirmDialogProps, 'opened'>) {
  const { t } = useMessages();
  const [typed, setTyped] = useState('');
  const expected = textToType(action, body);
  const isRight = expected === null || typed.trim() === expected;
  const confirm = () => isRight && onConfirm(expected);
  return (
    <div className="console__confirm">
      <Notice tone="bad">{t('console.confirm.body')}</Notice>
      <p className="dialog-form__sentence">{useNamedThings(body)}</p>
      {expected !== null && (
        <TextInput
          label={t('console.confirm.type', { text: expected })}
          value={typed}
          autoComplete="off"
          data-autofocus
          error={typed !== '' && !isRight ? t('console.confirm.wrong', { text: expected }) : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && confirm()}
        />
      )}
      <div className="dialog-form__buttons">
        <Button variant="default" onClick={onClose} data-autofocus={expected === null || undefined}>
          {t('console.confirm.cancel')}
        </Button>
        <Button color="red" disabled={!isRight} onClick={confirm}>
          {t('console.confirm.send')}
        </Button>
      </div>
    </div>
  );
}

/** The things a body names, profiles with their names as far as the list is loaded. */
function useNamedThings(body: Body): string {
  const { t } = useMessages();
  const ids = listNamedIds(body);
  const shown = ids.slice(0, mostNamed);
  const isProfiles = 'profile_id' in body;
  const known = useKnownProfiles(
    shown.flatMap((id) => profileId.safeParse(Number(id)).data ?? []),
    mostNamed,
  );
  if (ids.length === 0) return t('console.confirm.all');
  const names = shown.map((id) => {
    const name = isProfiles ? known.find((row) => String(row.id) === id)?.name : undefined;
    return name ? `${id} (${name})` : id;
  });
  const listed = names.join(', ');
  return t('console.confirm.ids', {
    count: ids.length,
    ids:
      ids.length > mostNamed
        ? t('console.confirm.more', { ids: listed, more: ids.length - mostNamed })
        : listed,
  });
}
