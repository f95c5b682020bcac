import { Autocomplete, Button, Modal, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { formatAddress } from '../../../shared/connection.ts';
import { type ServiceCacheView, serviceName } from '../../../shared/service-cache.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { OutcomeDetails } from './outcome-details.tsx';
import { useClearService, useLastCall } from './use-service-cache.ts';
import '../../ui/dialog-form.css';

/** Chooses one service or, as a choice of its own, all of them, sends the call and shows the answer. */
export function ClearForm({ view }: { readonly view: ServiceCacheView }) {
  const { t } = useMessages();
  const [isAsking, setIsAsking] = useState(false);
  const [isOffering, setIsOffering] = useState(false);
  const clear = useClearService();
  const last = useLastCall();
  const isWaiting = last?.isWaiting ?? false;
  const form = useForm<{ target: 'service' | 'all'; name: string }>({
    initialValues: { target: 'service', name: '' },
    validate: {
      name: (name, { target }) => {
        if (target === 'all' || serviceName.safeParse(name).success) return null;
        return t(name.trim() === '' ? 'serviceCache.form.nameMissing' : 'serviceCache.form.nameTooLong');
      },
    },
  });
  const { target } = form.values;
  const name = form.values.name.trim();
  const submit = form.onSubmit((values) => {
    setIsOffering(false);
    if (isWaiting) return;
    if (values.target === 'all') setIsAsking(true);
    else clear.mutate({ kind: 'service', name: values.name.trim() }, { onSuccess: showProblems });
  });
  return (
    <section className="service-cache__section" aria-labelledby="service-cache-form">
      <h2 id="service-cache-form" className="service-cache__heading">
        {t('serviceCache.form.title')}
      </h2>
      <Notice tone="info">{t('serviceCache.noEffect')}</Notice>
      <form onSubmit={submit} noValidate className="service-cache__form">
        <Radio.Group
          {...form.getInputProps('target')}
          label={t('serviceCache.form.target')}
          className="service-cache__target"
        >
          <Stack gap="xs" mt={6}>
            <Radio value="service" label={t('serviceCache.form.one')} />
            {target === 'service' && (
              <Autocomplete
                {...form.getInputProps('name')}
                label={t('serviceCache.form.name')}
                description={t('serviceCache.form.nameHint')}
                data={[...view.names]}
                dropdownOpened={isOffering}
                onDropdownOpen={() => setIsOffering(true)}
                onDropdownClose={() => setIsOffering(false)}
                withScrollArea={false}
                maxDropdownHeight={180}
                comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed' }}
                spellCheck={false}
                autoComplete="off"
                className="service-cache__name"
              />
            )}
            <Radio
              value="all"
              label={t('serviceCache.form.all')}
              description={t('serviceCache.form.allHint')}
            />
          </Stack>
        </Radio.Group>
        <div>
          <Button type="submit" loading={isWaiting}>
            {target === 'all'
              ? t('serviceCache.form.sendAll')
              : name === ''
                ? t('serviceCache.form.sendUnnamed')
                : t('serviceCache.form.send', { name: shorten(name) })}
          </Button>
        </div>
      </form>
      <Modal
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('serviceCache.all.title')}
        closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
      >
        <Stack gap="md">
          <p className="dialog-form__sentence">
            {t('serviceCache.all.body', { address: formatAddress(view.address) })}
          </p>
          <div className="dialog-form__buttons">
            <Button variant="default" data-autofocus onClick={() => setIsAsking(false)}>
              {t('serviceCache.all.cancel')}
            </Button>
            <Button
              onClick={() => {
                setIsAsking(false);
                if (!isWaiting) clear.mutate({ kind: 'all' });
              }}
            >
              {t('serviceCache.all.confirm')}
            </Button>
          </div>
        </Stack>
      </Modal>
      <LastAnswer />
    </section>
  );

  /** What the service says of the one field stands at that field too. */
  function showProblems({ entry: { outcome } }: Awaited<ReturnType<typeof clear.mutateAsync>>): void {
    if (outcome.kind !== 'invalid') return;
    const problem = outcome.problems.find(({ field }) => field === 'serviceName');
    if (problem) form.setFieldError('name', problem.message);
  }
}

function LastAnswer() {
  const { t } = useMessages();
  const errorText = useErrorText();
  const last = useLastCall();
  return (
    <div role="status" aria-label={t('serviceCache.result.title')} className="service-cache__answer">
      {last?.isWaiting && <p className="service-cache__hint">{t('serviceCache.result.waiting')}</p>}
      {last?.error && (
        <Notice tone="bad">
          <strong>{t('serviceCache.form.notSent')}</strong> {errorText(last.error).sentence}{' '}
          <small>{errorText(last.error).code}</small>
        </Notice>
      )}
      {last?.answer && (
        <>
          <OutcomeDetails entry={last.answer.entry} />
          {!last.answer.isKept && <Notice tone="warning">{t('serviceCache.result.notKept')}</Notice>}
        </>
      )}
    </div>
  );
}

function shorten(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}
