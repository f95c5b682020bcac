import { Modal } from '@mantine/core';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { useMessages } from '../../messages.tsx';
import { closeHelp, useShownHelp } from '../../requests/help-request.ts';
import { gridShortcuts, pageShortcuts, windowShortcuts } from '../../shortcuts.ts';
import { KeyCaps } from '../../ui/key-caps.tsx';
import './help.css';

interface ListedShortcut {
  readonly keys: readonly string[];
  readonly label: MessageKey;
}

/** All shortcuts, from the same data that their handlers read. */
export function ShortcutList() {
  const { t } = useMessages();
  return (
    <Modal
      opened={useShownHelp() === 'shortcuts'}
      onClose={closeHelp}
      title={t('shortcuts.title')}
      size={760}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      <div className="shortcut-list">
        <Part title={t('shortcuts.window')} shortcuts={Object.values(windowShortcuts)} />
        <Part title={t('shortcuts.gridTitle')} shortcuts={gridShortcuts} />
        <Part title={t('shortcuts.pages')} shortcuts={Object.values(pageShortcuts)} />
      </div>
    </Modal>
  );
}

function Part({
  title,
  shortcuts,
}: {
  readonly title: string;
  readonly shortcuts: readonly ListedShortcut[];
}) {
  const { t } = useMessages();
  return (
    <section className="shortcut-list__part">
      <h3 className="shortcut-list__title">{title}</h3>
      <dl className="shortcut-list__rows">
        {shortcuts.map(({ keys, label }) => (
          <div key={label} className="shortcut-list__row">
            <dt>{t(label)}</dt>
            <dd>
              <KeyCaps keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
