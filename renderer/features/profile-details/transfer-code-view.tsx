import type { TransferRef } from '../../../shared/profile-details.ts';
import { callCommand } from '../../api.ts';
import { useMessages } from '../../messages.tsx';
import { SecretField } from './secret-field.tsx';

/** A transfer code, hidden until somebody asks for it. */
export function TransferCodeView({ transferRef }: { readonly transferRef: TransferRef }) {
  const { t } = useMessages();
  return (
    <dl className="transfer-code">
      <SecretField
        label={t('transfers.code')}
        onReveal={async () => (await callCommand('transfers.reveal', { ref: transferRef })).code}
        onCopy={async () => {
          await callCommand('transfers.copy', { ref: transferRef });
          return { isEmpty: false };
        }}
      />
    </dl>
  );
}
