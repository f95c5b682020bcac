import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../messages.tsx';
import { type OperationFormProps, OperationFrame } from '../../start-job/operation-frame.tsx';

/** Asks what to clear. */
export function ClearCacheForm({ preset, ...frame }: OperationFormProps) {
  const { t } = useMessages();
  const [hasCookies, setHasCookies] = useState(preset?.kind === 'clear_cache_and_cookies');
  const kind = hasCookies ? 'clear_cache_and_cookies' : 'clear_cache';

  return (
    <OperationFrame {...frame} kind={kind} operation={{ kind }}>
      <Radio.Group
        label={t('jobs.clear.what')}
        value={kind}
        onChange={(value) => setHasCookies(value === 'clear_cache_and_cookies')}
      >
        <Stack gap="xs" mt={6}>
          <Radio
            value="clear_cache"
            label={t('jobs.clear.cacheOnly')}
            description={t('jobs.clear.cacheOnlyHint')}
            data-autofocus
          />
          <Radio
            value="clear_cache_and_cookies"
            label={t('jobs.clear.cookies')}
            description={t('jobs.clear.cookiesHint')}
          />
        </Stack>
      </Radio.Group>
    </OperationFrame>
  );
}
