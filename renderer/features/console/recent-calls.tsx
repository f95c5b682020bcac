import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { isReadAction } from '../../../shared/console/call-rules.ts';
import { useMessages } from '../../messages.tsx';
import { useStore } from '../../ui/store.ts';
import { consoleStore, showCall } from './console-store.ts';
import { endLabel } from './console-words.ts';

/** The calls of this session, to go back to; secrets are placeholders there. */
export function RecentCalls() {
  const { t, language } = useMessages();
  const recent = useStore(consoleStore, (state) => state.recent);
  return (
    <Menu position="bottom-end" shadow="md" withinPortal={false} floatingStrategy="fixed">
      <Menu.Target>
        <Button
          variant="default"
          disabled={recent.length === 0}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {t(recent.length === 0 ? 'console.recent.none' : 'console.recent')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="console__recent" aria-label={t('console.recent')}>
        {recent.map(({ id, action, body, at, end }) => (
          <Menu.Item key={id} onClick={() => showCall(action, body)}>
            {t('console.recent.entry', {
              time: new Date(at).toLocaleTimeString(language),
              action,
              outcome: t(endLabel(end, isReadAction(action)).text),
            })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
