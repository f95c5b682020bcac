import type { MessageKey } from '../../../shared/messages/language.ts';
import { useMessages } from '../../messages.tsx';
import { type OperationFormProps, OperationFrame } from '../../start-job/operation-frame.tsx';

/** Operations without choices. */
type PlainKind = 'close' | 'reset_open_state';

const consequences: Record<PlainKind, MessageKey> = {
  close: 'operation.close.consequence',
  reset_open_state: 'operation.resetOpenState.consequence',
};

/** Says what happens, where there is nothing to choose. */
export function PlainForm({ kind, preset: _, ...frame }: OperationFormProps & { readonly kind: PlainKind }) {
  const { t } = useMessages();
  return (
    <OperationFrame {...frame} kind={kind} operation={{ kind }}>
      <p className="dialog-form__sentence">{t(consequences[kind])}</p>
    </OperationFrame>
  );
}
