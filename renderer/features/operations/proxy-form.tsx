import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import type { StartableOperation } from '../../../shared/job.ts';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { type SecretRef, secretRef } from '../../../shared/proxy-target.ts';
import { callCommand } from '../../api.ts';
import { useMessages } from '../../messages.tsx';
import { type OperationFormProps, OperationFrame } from './operation-frame.tsx';
import {
  type ProxyDraft,
  type ProxyKind,
  proxyKinds,
  readLogin,
  toProxyDraft,
  toProxyTarget,
} from './proxy-draft.ts';
import { ProxyFields } from './proxy-fields.tsx';

const kindWords: Record<ProxyKind, { readonly label: MessageKey; readonly hint: MessageKey }> = {
  custom: { label: 'operation.setProxy.custom', hint: 'operation.setProxy.customHint' },
  traffic_package: { label: 'operation.setProxy.package', hint: 'operation.setProxy.packageHint' },
  purchased: { label: 'operation.setProxy.purchased', hint: 'operation.setProxy.purchasedHint' },
  direct: { label: 'operation.setProxy.direct', hint: 'operation.setProxy.directHint' },
};

/** Asks for a proxy of one of the kinds that need no supplier link. */
export function ProxyForm({ preset, ...frame }: OperationFormProps) {
  const { t } = useMessages();
  const [draft, setDraft] = useState<ProxyDraft>(() => toProxyDraft(preset));
  // The check only looks whether there is a login; it is handed over when the job starts.
  const [standIn] = useState(() => secretRef.parse(crypto.randomUUID()));
  const change = (part: Partial<ProxyDraft>) => setDraft((present) => ({ ...present, ...part }));

  return (
    <OperationFrame
      {...frame}
      kind="set_proxy"
      operation={toOperation(draft, standIn)}
      prepare={async () => {
        const operation = toOperation(draft, await keepLogin(draft));
        if (!operation) throw new Error('The job was started with a proxy that is not complete.');
        return operation;
      }}
    >
      <Radio.Group
        label={t('operation.setProxy.kind')}
        value={draft.kind}
        onChange={(value) => change({ kind: proxyKinds.find((kind) => kind === value) ?? 'custom' })}
      >
        <Stack gap="xs" mt={6}>
          {proxyKinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={t(kindWords[kind].label)}
              description={t(kindWords[kind].hint)}
              data-autofocus={kind === draft.kind || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <ProxyFields draft={draft} onChange={change} />
    </OperationFrame>
  );
}

function toOperation(draft: ProxyDraft, secret: SecretRef | null): StartableOperation | null {
  const proxy = toProxyTarget(draft, secret);
  return proxy && { kind: 'set_proxy', proxy };
}

async function keepLogin(draft: ProxyDraft): Promise<SecretRef | null> {
  const secret = readLogin(draft);
  return secret && (await callCommand('secrets.keep', { ref: null, secret })).ref;
}
