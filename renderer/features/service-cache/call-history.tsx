import { Button, Modal, Stack } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { ServiceClear } from '../../../shared/service-cache.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Status } from '../../ui/status.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useFormats } from '../../use-formats.ts';
import { describeOutcome } from './describe-outcome.ts';
import { OutcomeDetails } from './outcome-details.tsx';
import { useClearServiceHistory } from './use-service-cache.ts';
import '../../ui/dialog-form.css';

/** Past calls, newest first; each opens to what the service answered. */
export function CallHistory({ history }: { readonly history: readonly ServiceClear[] }) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const [isAsking, setIsAsking] = useState(false);
  const forget = useClearServiceHistory();
  const close = () => setIsAsking(false);
  return (
    <section className="service-cache__section" aria-labelledby="service-cache-history">
      <div className="service-cache__line">
        <h2 id="service-cache-history" className="service-cache__heading">
          {t('serviceCache.history.title')}
        </h2>
        {history.length > 0 && (
          <Button variant="subtle" className="service-cache__buttons" onClick={() => setIsAsking(true)}>
            {t('serviceCache.history.clear')}
          </Button>
        )}
      </div>
      {history.length === 0 && <p className="service-cache__hint">{t('serviceCache.history.empty')}</p>}
      <ul className="service-history" aria-labelledby="service-cache-history">
        {history.map((entry) => (
          <HistoryEntry key={entry.id} entry={entry} />
        ))}
      </ul>
      <Modal
        opened={isAsking}
        onClose={close}
        title={t('serviceCache.history.clearTitle')}
        closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
      >
        <Stack gap="md">
          <p className="dialog-form__sentence">
            {t('serviceCache.history.clearBody', { count: history.length })}
          </p>
          {forget.error && (
            <Notice tone="bad">
              <strong>{t('serviceCache.history.clearFailed')}</strong> {errorText(forget.error).body}{' '}
              <small>{errorText(forget.error).code}</small>
            </Notice>
          )}
          <div className="dialog-form__buttons">
            <Button variant="default" data-autofocus onClick={close}>
              {t('serviceCache.all.cancel')}
            </Button>
            <Button
              color="red"
              loading={forget.isPending}
              onClick={() => forget.mutate(undefined, { onSuccess: close })}
            >
              {t('serviceCache.history.clearConfirm')}
            </Button>
          </div>
        </Stack>
      </Modal>
    </section>
  );
}

function HistoryEntry({ entry }: { readonly entry: ServiceClear }) {
  const { t } = useMessages();
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const { outcome, target } = entry;
  const words = describeOutcome(outcome);
  return (
    <li>
      <details className="service-history__entry" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="service-history__line">
          <IconChevronRight size={14} aria-hidden="true" className="service-history__arrow" />
          <span className="service-history__time">{formats.dateTime(entry.at)}</span>
          <span className="service-history__target">
            {target.kind === 'all' ? t('serviceCache.form.all') : target.name}
          </span>
          <Status tone={words.tone} text={t(words.title, { status: words.status })} />
        </summary>
        {/* Two hundred closed ones cost nothing. */}
        {isOpen && <OutcomeDetails entry={entry} />}
      </details>
    </li>
  );
}
