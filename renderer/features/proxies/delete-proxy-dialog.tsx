import { Button, Modal, Stack } from '@mantine/core';
import type { ProfileId } from '../../../shared/profile.ts';
import { CommandError } from '../../api.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useKnownProfiles } from '../../known-profiles.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type NamedProxy, nameProxy, showProfiles, useDeleteProxy, useProxies } from './use-proxies.ts';
import '../../ui/dialog-form.css';

export interface DeleteProxyDialogProps {
  /** `opening` counts the openings. */
  readonly asked: { readonly proxy: NamedProxy; readonly opening: number } | null;
  /** The profiles that use it; null while that is not known. */
  readonly userIds: readonly ProfileId[] | null;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Asks before a proxy is deleted, with its address and the profiles that use it. */
export function DeleteProxyDialog(props: DeleteProxyDialogProps) {
  const { asked, opened, onClose } = props;
  const { t } = useMessages();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('proxies.delete.title', { name: asked ? nameProxy(asked.proxy) : '' })}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      {asked && <Question key={asked.opening} {...props} proxy={asked.proxy} />}
    </Modal>
  );
}

/** The API refuses to delete a proxy that a profile uses. */
const stillUsed = 108_002;
/** Profiles that are named; the grid shows all. */
const named = 5;

function Question({
  proxy,
  userIds,
  onClose,
  onDeleted,
}: DeleteProxyDialogProps & { readonly proxy: NamedProxy }) {
  const { t } = useMessages();
  const { query, rows } = useProxies();
  const { send, isPending, error } = useDeleteProxy(() => {
    onClose();
    onDeleted();
  });
  const failure = error instanceof CommandError ? error.error : null;
  const isListed = rows?.some(({ id }) => id === proxy.id);
  const users = userIds ?? [];
  const names = useKnownProfiles(users, named);
  return (
    <Stack gap="sm">
      <p className="dialog-form__sentence">{t('proxies.delete.consequence')}</p>
      {users.length > 0 && (
        <Notice tone="warning">
          {t('proxies.delete.used', { count: users.length })}
          <ul className="proxy-users">
            {names.map(({ id, name }) => (
              <li key={id}>{`#${id} ${name}`}</li>
            ))}
            {users.length > names.length && <li>…</li>}
          </ul>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              onClose();
              showProfiles(users);
            }}
          >
            {t('labels.delete.showProfiles')}
          </Button>
        </Notice>
      )}
      {userIds === null && <Notice tone="warning">{t('proxies.delete.unknown')}</Notice>}
      {error && (
        <FailureNotice title={t('labels.deleteFailed')} error={error} onFollow={onClose}>
          {failure?.apiCode === stillUsed && users.length === 0 && t('proxies.delete.usedElsewhere')}
          {failure?.code === 'outcome_unknown' &&
            !query.error &&
            t(isListed ? 'labels.delete.isListed' : 'labels.delete.isNotListed', { title: nameProxy(proxy) })}
        </FailureNotice>
      )}
      <div className="dialog-form__buttons">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('jobs.clear.cancel')}
        </Button>
        <Button color="red" loading={isPending} onClick={() => send(proxy)}>
          {t('proxies.delete.confirm')}
        </Button>
      </div>
    </Stack>
  );
}
