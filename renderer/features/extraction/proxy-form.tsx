import { useState } from 'react';
import type { StartableOperation } from '../../../shared/operation.ts';
import { type SecretRef, secretRef } from '../../../shared/proxy-target.ts';
import { callCommand } from '../../api.ts';
import { type OperationFormProps, OperationFrame } from '../../start-job/operation-frame.tsx';
import { type PlainProxyDraft, readLogin, toProxyTarget } from './proxy-draft.ts';
import { ProxyFields } from './proxy-fields.tsx';

export interface ProxyFormProps extends OperationFormProps {
  readonly draft: PlainProxyDraft;
  readonly onChange: (part: Partial<PlainProxyDraft>) => void;
}

/** Asks for a proxy of one of the kinds that need no supplier link. */
export function ProxyForm({ draft, onChange, preset: _preset, ...frame }: ProxyFormProps) {
  // The check only looks whether there is a login; it is handed over when the job starts.
  const [standIn] = useState(() => secretRef.parse(crypto.randomUUID()));
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
      <ProxyFields draft={draft} onChange={onChange} />
    </OperationFrame>
  );
}

function toOperation(draft: PlainProxyDraft, secret: SecretRef | null): StartableOperation | null {
  const proxy = toProxyTarget(draft, secret);
  return proxy && { kind: 'set_proxy', proxy };
}

async function keepLogin(draft: PlainProxyDraft): Promise<SecretRef | null> {
  const secret = readLogin(draft);
  return secret && (await callCommand('secrets.keep', { ref: null, secret })).ref;
}
