import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatAddress } from '../../../shared/connection.ts';
import { commandQuery } from '../../command-query.ts';
import { useMessages } from '../../messages.tsx';

/** In demo mode: where the built-in data comes from, and why it cannot be changed here. */
export function DemoAddress() {
  const { t } = useMessages();
  const connection = useQuery(commandQuery('connection.get', {}));
  return (
    <TextInput
      label={t('settings.address.demoLabel')}
      description={t('settings.address.demoHint')}
      value={connection.data ? formatAddress(connection.data.address) : ''}
      readOnly
      className="settings-page__field"
    />
  );
}
