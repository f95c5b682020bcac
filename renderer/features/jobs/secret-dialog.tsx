import { Button, Modal, PasswordInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import type { JobSnapshot } from '../../../shared/job.ts';
import { type ProxySecret, proxySecret, type SecretRef } from '../../../shared/proxy-target.ts';
import { callCommand } from '../../api.ts';
import { countSettled } from '../../job-counts.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import '../../ui/dialog-form.css';

/** What a job waits for with `secret_missing`. */
export interface MissingSecret {
  readonly ref: SecretRef;
  readonly kind: ProxySecret['kind'];
}

/** The login, link or cookies that the job refers to; null when it refers to none. */
export function findMissingSecret({ operation, pauseReason }: JobSnapshot): MissingSecret | null {
  if (pauseReason !== 'secret_missing') return null;
  if (operation.kind === 'open') {
    const { cookies = null } = operation.options ?? {};
    return cookies && { ref: cookies, kind: 'cookies' };
  }
  if (operation.kind !== 'set_proxy') return null;
  const { proxy } = operation;
  if (proxy.kind === 'custom') return proxy.secret && { ref: proxy.secret, kind: 'login' };
  return proxy.kind === 'extraction' ? { ref: proxy.secret, kind: 'link' } : null;
}

export interface SecretDialogProps {
  readonly job: JobSnapshot;
  readonly missing: MissingSecret;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The secret is in memory again. */
  readonly onKept: () => void;
}

/** Asks for the login or link of a proxy, or for cookies, again: it is never stored, and the panel was ended meanwhile. */
export function SecretDialog({ opened, onClose, ...form }: SecretDialogProps) {
  const { t } = useMessages();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('jobs.secret.title')}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      <SecretForm {...form} onClose={onClose} />
    </Modal>
  );
}

function SecretForm({ job, missing, onClose, onKept }: Omit<SecretDialogProps, 'opened'>) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [url, setUrl] = useState('');
  const [cookies, setCookies] = useState('');
  const entered = {
    login: { kind: 'login', user, password },
    link: { kind: 'link', url: url.trim() },
    cookies: { kind: 'cookies', text: cookies.trim() },
  };
  const parsed = proxySecret.safeParse(entered[missing.kind]);
  const keep = useMutation({
    mutationFn: (secret: ProxySecret) => callCommand('secrets.keep', { ref: missing.ref, secret }),
    onSuccess: () => {
      onClose();
      onKept();
    },
    gcTime: 0,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (parsed.success) keep.mutate(parsed.data);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {missing.kind === 'login' ? (
          <>
            <TextInput
              label={t('operation.setProxy.user')}
              value={user}
              autoComplete="off"
              spellCheck={false}
              data-autofocus
              onChange={(event) => setUser(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('operation.setProxy.password')}
              value={password}
              autoComplete="off"
              visibilityToggleButtonProps={{ 'aria-label': t('operation.setProxy.showPassword') }}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </>
        ) : missing.kind === 'cookies' ? (
          <Textarea
            label={t('jobs.secret.cookies')}
            description={t('operation.open.cookiesHint')}
            value={cookies}
            rows={4}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            onChange={(event) => setCookies(event.currentTarget.value)}
          />
        ) : (
          <PasswordInput
            label={t('jobs.secret.link')}
            value={url}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t('operation.setProxy.showPassword') }}
            data-autofocus
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
        )}
        {keep.error && (
          <Notice tone="bad">
            {errorText(keep.error).sentence} <small>{errorText(keep.error).code}</small>
          </Notice>
        )}
        <div className="dialog-form__buttons">
          <Button variant="default" onClick={onClose}>
            {t('jobs.clear.cancel')}
          </Button>
          <Button type="submit" disabled={!parsed.success} loading={keep.isPending}>
            {t('jobs.secret.submit', { count: job.total - countSettled(job.counts) })}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
