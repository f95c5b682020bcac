import { Anchor, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import type { StartableOperation } from '../../../shared/operation.ts';
import { type SecretRef, secretRef } from '../../../shared/proxy-target.ts';
import { callCommand } from '../../api.ts';
import { useMessages } from '../../messages.tsx';
import { openConsole } from '../../requests/console-request.ts';
import { type OperationFormProps, OperationFrame } from '../../start-job/operation-frame.tsx';
import { type OpenDraft, toOpenDraft, toOpenOptions } from './open-draft.ts';
import { OpenFields } from './open-fields.tsx';

/** Asks with which fingerprint profiles are opened, and on request for the further options. */
export function OpenForm({ preset, ...frame }: OperationFormProps) {
  const { t } = useMessages();
  const [draft, setDraft] = useState(() => toOpenDraft(preset));
  const [hasMore, setHasMore] = useState(preset?.kind === 'open' && preset.options !== undefined);
  // The check only looks whether there are cookies; they are handed over when the job starts.
  const [standIn] = useState(() => secretRef.parse(crypto.randomUUID()));
  const change = (part: Partial<OpenDraft>) => setDraft((present) => ({ ...present, ...part }));
  const [onlyId] = frame.profileIds.length === 1 ? frame.profileIds : [];

  return (
    <OperationFrame
      {...frame}
      kind="open"
      operation={toOperation(draft, standIn)}
      prepare={async () => {
        const operation = toOperation(draft, await keepCookies(draft));
        if (!operation) throw new Error('The job was started with options that are not complete.');
        return operation;
      }}
    >
      <p className="dialog-form__sentence">{t('operation.open.consequence')}</p>
      <Radio.Group
        label={t('operation.open.fingerprint')}
        value={draft.fingerprint}
        onChange={(value) => change({ fingerprint: value === 'random' ? 'random' : 'own' })}
      >
        <Stack gap="xs" mt={6}>
          <Radio
            value="own"
            label={t('operation.open.own')}
            description={t('operation.open.ownHint')}
            data-autofocus={draft.fingerprint === 'own' || undefined}
          />
          <Radio
            value="random"
            label={t('operation.open.random')}
            description={t('operation.open.randomHint')}
            data-autofocus={draft.fingerprint === 'random' || undefined}
          />
        </Stack>
      </Radio.Group>
      {draft.fingerprint === 'random' && onlyId !== undefined && (
        <div>
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => {
              frame.onClose();
              openConsole({ action: 'profile-open-with-random-fingerprint', body: { profile_id: onlyId } });
            }}
          >
            {t('operation.open.randomConsole')}
          </Anchor>
        </div>
      )}
      <div>
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-expanded={hasMore}
          onClick={() => setHasMore(!hasMore)}
        >
          {t(hasMore ? 'operation.open.less' : 'operation.open.more')}
        </Anchor>
      </div>
      {hasMore && <OpenFields draft={draft} hasCookies={onlyId !== undefined} onChange={change} />}
    </OperationFrame>
  );
}

function toOperation(draft: OpenDraft, cookies: SecretRef | null): StartableOperation | null {
  const options = toOpenOptions(draft, cookies);
  if (options === null) return null;
  return options === undefined ? { kind: 'open' } : { kind: 'open', options };
}

async function keepCookies({ cookies }: OpenDraft): Promise<SecretRef | null> {
  const text = cookies.trim();
  if (text === '') return null;
  return (await callCommand('secrets.keep', { ref: null, secret: { kind: 'cookies', text } })).ref;
}
