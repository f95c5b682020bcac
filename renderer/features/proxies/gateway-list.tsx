import { Button, Modal, Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Gateway } from '../../../shared/proxy.ts';
import { callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';
import { FailureNotice, ListFailure } from '../../failure-notice.tsx';
import { useMessages } from '../../messages.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Status } from '../../ui/status.tsx';
import { useChange } from '../../use-change.ts';
import { useFormats } from '../../use-formats.ts';
import { useLiveList } from '../../use-live-list.ts';
import '../../ui/dialog-form.css';

const gatewaysKey = commandQuery('gateways.list', {}).queryKey;

/** The access lines of ixBrowser to its own service, and the switch between them. */
export function GatewayList() {
  const { t } = useMessages();
  const formats = useFormats();
  const { data, error, isFetching, refetch } = useLiveList({
    queryKey: gatewaysKey,
    queryFn: () => callCommand('gateways.list', {}),
  });
  const [asked, setAsked] = useState<{ gateway: Gateway; opening: number } | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  if (error && !data) return <ListFailure error={error} isBusy={isFetching} onRetry={() => void refetch()} />;
  const present = data?.switchedTo ?? null;
  return (
    <div className="gateway-list">
      <Notice
        tone="info"
        actions={
          <Button variant="default" size="compact-sm" loading={isFetching} onClick={() => void refetch()}>
            {t('profiles.refresh')}
          </Button>
        }
      >
        {data && present === null
          ? t('app.pair', { first: t('gateways.hint'), second: t('gateways.presentUnknown') })
          : t('gateways.hint')}
      </Notice>
      {error && <FailureNotice title={t('labels.refreshFailed')} error={error} />}
      {!data && <Skeleton height={120} aria-busy />}
      {data?.gateways.length === 0 && (
        <div className="item-table__empty">
          <EmptyState title={t('gateways.empty')}>{t('gateways.emptyHint')}</EmptyState>
        </div>
      )}
      {data && data.gateways.length > 0 && (
        <ul className="package-list" aria-label={t('gateways.list')}>
          {data.gateways.map((gateway) => (
            <li key={gateway.id} className="gateway-list__item">
              <span className="gateway-list__name">{gateway.name || `#${gateway.id}`}</span>
              {present?.id === gateway.id && (
                <Status tone="good" text={t('gateways.inUse', { time: formats.time(present.at) })} />
              )}
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('gateways.switchTo', { name: gateway.name })}
                onClick={() => {
                  setAsked((before) => ({ gateway, opening: (before?.opening ?? 0) + 1 }));
                  setIsOpen(true);
                }}
              >
                {t('gateways.switch')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('gateways.dialogTitle', { name: asked?.gateway.name ?? '' })}
        closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
      >
        {asked && <Question key={asked.opening} gateway={asked.gateway} onClose={() => setIsOpen(false)} />}
      </Modal>
    </div>
  );
}

function Question({ gateway, onClose }: { readonly gateway: Gateway; readonly onClose: () => void }) {
  const { t } = useMessages();
  const { send, isPending, error } = useChange({
    run: ({ id }: Gateway) => callCommand('gateways.switch', { id }),
    rereads: [gatewaysKey],
    describeDone: ({ name }) => t('gateways.switched', { name }),
    failedTitle: t('gateways.notSwitched'),
    onDone: onClose,
  });
  return (
    <Stack gap="sm">
      <p className="dialog-form__sentence">{t('gateways.consequence')}</p>
      {error && (
        <FailureNotice title={t('gateways.notSwitched')} error={error}>
          {t('gateways.again')}
        </FailureNotice>
      )}
      <div className="dialog-form__buttons">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('jobs.clear.cancel')}
        </Button>
        <Button loading={isPending} onClick={() => send(gateway)}>
          {t('gateways.confirm')}
        </Button>
      </div>
    </Stack>
  );
}
