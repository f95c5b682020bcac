import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatAddress } from '../../../shared/connection.ts';
import type { MessageKey } from '../../../shared/messages/language.ts';
import type { ServiceCacheView, ServiceProbe } from '../../../shared/service-cache.ts';
import { AddressFields } from '../../address-fields.tsx';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Status } from '../../ui/status.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useErrorText } from '../../use-error-text.ts';
import { useSettings } from '../../use-settings.ts';
import { useSaveServiceAddress, useServiceProbe } from './use-service-cache.ts';

/** Where the service is, whether it answers there, and the form for another address. */
export function ServiceAddress({ view }: { readonly view: ServiceCacheView }) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const { settings } = useSettings();
  const [isChanging, setIsChanging] = useState(false);
  const probe = useServiceProbe();
  const save = useSaveServiceAddress();
  return (
    <section className="service-cache__section" aria-labelledby="service-cache-address">
      <h2 id="service-cache-address" className="service-cache__heading">
        {t('serviceCache.address.title')}
      </h2>
      <div className="service-cache__line">
        <code>{formatAddress(view.address)}</code>
        <span role="status">
          {probe.isFetching
            ? t('serviceCache.probe.checking')
            : probe.data && <ProbeStatus probe={probe.data} />}
        </span>
        <span className="service-cache__buttons">
          <Button variant="default" loading={probe.isFetching} onClick={() => void probe.refetch()}>
            {t('serviceCache.address.check')}
          </Button>
          {!view.isAddressFixed && (
            <Button variant="subtle" aria-expanded={isChanging} onClick={() => setIsChanging(!isChanging)}>
              {t(isChanging ? 'serviceCache.address.cancel' : 'serviceCache.address.change')}
            </Button>
          )}
        </span>
      </div>
      {view.isAddressFixed && <p className="service-cache__hint">{t('serviceCache.address.demo')}</p>}
      {probe.error && (
        <Notice tone="bad">
          {t('serviceCache.probe.failed')} {errorText(probe.error).body}{' '}
          <small>{errorText(probe.error).code}</small>
        </Notice>
      )}
      {probe.data && !probe.isFetching && <ProbeHint probe={probe.data} />}
      {isChanging && (
        <AddressFields
          address={settings.serviceAddress}
          confirmedHost={settings.confirmedServiceHost}
          isSaving={save.isPending}
          onSave={({ address, confirmedRemoteHost }) =>
            save.mutate(
              { serviceAddress: address, confirmedServiceHost: confirmedRemoteHost },
              { onSuccess: () => setIsChanging(false) },
            )
          }
        />
      )}
      {save.error && (
        <Notice tone="bad">
          <strong>{t('serviceCache.address.notSaved')}</strong> {errorText(save.error).body}{' '}
          <small>{errorText(save.error).code}</small>
        </Notice>
      )}
    </section>
  );
}

const tones: Record<ServiceProbe['kind'], Tone> = {
  ready: 'good',
  no_clear_call: 'warning',
  no_description: 'warning',
  not_running: 'bad',
  bad_address: 'bad',
  not_answering: 'bad',
};

function ProbeStatus({ probe }: { readonly probe: ServiceProbe }) {
  const { t } = useMessages();
  return <Status tone={tones[probe.kind]} text={t(`serviceCache.probe.${probe.kind}`)} />;
}

function ProbeHint({ probe }: { readonly probe: ServiceProbe }) {
  const { t } = useMessages();
  const hint: MessageKey = `serviceCache.probe.${probe.kind}Hint`;
  const title = 'title' in probe ? probe.title : '';
  const code = 'detail' in probe ? `${probe.kind} · ${probe.detail}` : null;
  const status = probe.kind === 'no_description' && probe.status > 0 ? `HTTP ${probe.status}` : code;
  return (
    <div>
      <p className="service-cache__hint">
        {t('app.pair', { first: t(hint, { title }), second: t('serviceCache.probe.hint') })}
      </p>
      {status !== null && <p className="service-cache__code">{t('error.code', { code: status })}</p>}
    </div>
  );
}
