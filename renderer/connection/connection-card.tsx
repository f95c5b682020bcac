import type { ConnectionState } from '../../shared/connection.ts';
import { useMessages } from '../messages.tsx';
import { ErrorCard } from '../ui/error-card.tsx';
import { CauseText, ConnectionActions } from './connection-details.tsx';
import { causeWords } from './connection-words.ts';

/** The whole cause in place of the content: what happened, what to do, and the code for support. */
export function ConnectionCard({
  state,
}: {
  readonly state: Extract<ConnectionState, { kind: 'disconnected' }>;
}) {
  const { t } = useMessages();
  return (
    <ErrorCard
      title={t(causeWords[state.cause].title)}
      code={t('error.code', {
        code: [state.cause, state.apiCode].filter((part) => part !== null).join(' · '),
      })}
      actions={<ConnectionActions />}
    >
      <CauseText state={state} />
    </ErrorCard>
  );
}
