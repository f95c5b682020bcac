import { ActionIcon, Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMessages } from '../../messages.tsx';
import { announce } from '../../ui/live-region.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useShowSuccess } from '../../use-toasts.ts';

export interface SecretFieldProps {
  readonly label: string;
  /** Fetches the secret; empty when it is not set. */
  readonly onReveal: () => Promise<string>;
  /** Copies it without showing it; tells whether there was nothing to copy. */
  readonly onCopy: () => Promise<{ readonly isEmpty: boolean }>;
}

/** Milliseconds after which a secret that was shown is hidden again. */
const shownFor = 30_000;

/** A secret that is fetched only when somebody asks for it, and hides itself again. */
export function SecretField({ label, onReveal, onCopy }: SecretFieldProps) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const showSuccess = useShowSuccess();
  const [value, setValue] = useState<string | null>(null);
  // The result of a mutation would stay in the cache: the secret is handed over and nothing else keeps it.
  const reveal = useMutation({
    mutationFn: async () => {
      setValue(await onReveal());
      announce(t('details.secret.shownSpoken', { label }));
    },
    gcTime: 0,
  });
  const copy = useMutation({
    mutationFn: onCopy,
    onSuccess: ({ isEmpty }) =>
      showSuccess(t(isEmpty ? 'details.secret.nothingToCopy' : 'details.secret.copied', { label })),
  });
  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(() => setValue(null), shownFor);
    return () => clearTimeout(timer);
  }, [value]);
  const error = reveal.error ?? copy.error;
  return (
    <div className="secret-field">
      <dt className="secret-field__label">{label}</dt>
      <dd className="secret-field__value">
        {value === null ? (
          <span className="secret-field__mask">
            <span aria-hidden="true">••••••••</span>
            <span className="profile-details__spoken">{t('details.secret.hidden')}</span>
          </span>
        ) : (
          <span className="secret-field__text">{value === '' ? t('details.secret.empty') : value}</span>
        )}
        <span className="secret-field__buttons">
          <Button
            variant="default"
            size="compact-sm"
            loading={reveal.isPending}
            aria-label={t(value === null ? 'details.secret.showLabel' : 'details.secret.hideLabel', {
              label,
            })}
            onClick={() => (value === null ? reveal.mutate() : setValue(null))}
          >
            {t(value === null ? 'details.secret.show' : 'details.secret.hide')}
          </Button>
          <ActionIcon
            variant="default"
            size={26}
            loading={copy.isPending}
            aria-label={t('details.secret.copyLabel', { label })}
            title={t('details.secret.copyLabel', { label })}
            onClick={() => copy.mutate()}
          >
            <IconCopy size={14} />
          </ActionIcon>
        </span>
      </dd>
      {error && (
        <dd className="secret-field__error" role="alert">
          {errorText(error).sentence} <small>{errorText(error).code}</small>
        </dd>
      )}
    </div>
  );
}
