import { Popover } from '@mantine/core';
import type { ConnectionState } from '../../shared/connection.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { useMessages } from '../messages.tsx';
import type { Tone } from '../ui/tone.ts';
import { ToneIcon } from '../ui/tone-icon.tsx';
import { useAnnounced } from '../ui/use-announced.ts';
import { ConnectionDetails } from './connection-details.tsx';
import { causeWords } from './connection-words.ts';
import { useConnection } from './use-connection.ts';
import './connection.css';

/** The connection in a word or two, on every page; a click shows the details. */
export function ConnectionPill() {
  const { t } = useMessages();
  const state = useConnection();
  const { tone, text } = describe(state, t);
  useAnnounced(state ? t('connection.label', { state: text }) : null);
  return (
    <Popover position="bottom-end" width={380} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button
          type="button"
          className="connection-pill"
          data-tone={tone}
          aria-label={t('connection.label', { state: text })}
        >
          <ToneIcon tone={tone} size={14} />
          <span className="connection-pill__text">{text}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('connection.label', { state: text })}>
        <ConnectionDetails state={state} />
      </Popover.Dropdown>
    </Popover>
  );
}

function describe(state: ConnectionState | undefined, t: Translate): { tone: Tone; text: string } {
  switch (state?.kind) {
    case undefined:
    case 'checking':
      return { tone: 'info', text: t('connection.checking') };
    case 'connected':
      return { tone: 'good', text: t('connection.connected', { count: state.profileCount }) };
    case 'disconnected':
      return { tone: 'bad', text: t(causeWords[state.cause].pill) };
  }
}
