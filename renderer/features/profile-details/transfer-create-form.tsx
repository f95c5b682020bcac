import { Button, Checkbox, PasswordInput, Radio, Stack } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { ProfileDetails } from '../../../shared/profile-details.ts';
import { CommandError, callCommand } from '../../api.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { TransferCodeView } from './transfer-code-view.tsx';
import { useOnce } from './use-once.ts';

const proxyChoices = ['none', 'shared', 'given'] as const;
type ProxyChoice = (typeof proxyChoices)[number];

/** Code of the API for a wrong login password. */
const wrongPassword = 1013;

/** Asks what goes along and for the password of the account, then shows the code, hidden. */
export function TransferCreateForm({
  details,
  onClose,
}: {
  readonly details: ProfileDetails;
  readonly onClose: () => void;
}) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const { row, identity } = details;
  const [proxy, setProxy] = useState<ProxyChoice>('none');
  const [withNote, setWithNote] = useState(false);
  const [password, setPassword] = useState('');
  const creating = useOnce(
    () =>
      callCommand('transfers.create', {
        profileId: row.id,
        identity,
        proxy: proxy === 'none' ? null : proxy,
        withNote,
        password,
      }),
    () => setPassword(''),
  );
  const { error, output } = creating;
  const isPasswordWrong = error instanceof CommandError && error.error.apiCode === wrongPassword;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (password !== '') creating.run(undefined);
  };
  if (output) {
    return (
      <Stack gap="md">
        <Notice tone="good">{t('transfers.created')}</Notice>
        <TransferCodeView transferRef={output.ref} />
        <p className="check-summary__hint">{t('transfers.codeHint')}</p>
        <div className="dialog-form__buttons">
          <Button onClick={onClose}>{t('app.close')}</Button>
        </div>
      </Stack>
    );
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <p className="dialog-form__sentence">{row.name}</p>
        <Notice tone="warning">{t('transfers.create.warning')}</Notice>
        <Radio.Group
          label={t('transfers.create.proxy')}
          value={proxy}
          onChange={(value) => setProxy(proxyChoices.find((choice) => choice === value) ?? 'none')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="none" label={t('transfers.proxy.none')} />
            <Radio
              value="shared"
              label={t('transfers.proxy.shared')}
              description={t('transfers.proxy.sharedHint')}
            />
            <Radio
              value="given"
              label={t('transfers.proxy.given')}
              description={t('transfers.proxy.givenHint')}
            />
          </Stack>
        </Radio.Group>
        <Checkbox
          label={t('transfers.create.note')}
          checked={withNote}
          onChange={(event) => setWithNote(event.currentTarget.checked)}
        />
        <PasswordInput
          label={t('transfers.create.password')}
          description={t('transfers.create.passwordHint')}
          error={isPasswordWrong ? errorText(error).body : null}
          value={password}
          maxLength={256}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('operation.setProxy.showPassword') }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {!isPasswordWrong && error && <FailureNotice error={error} title={t('transfers.create.failed')} />}
        <div className="dialog-form__buttons">
          <Button variant="default" onClick={onClose}>
            {t('jobs.clear.cancel')}
          </Button>
          <Button type="submit" disabled={password === ''} loading={creating.isPending}>
            {t('transfers.create.start')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
