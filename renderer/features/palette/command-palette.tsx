import { Combobox, Modal, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { ProfileRow } from '../../../shared/profile.ts';
import { openProfileDetails } from '../../details-request.ts';
import { profileListKey } from '../../known-profiles.ts';
import { useMessages } from '../../messages.tsx';
import { goTo } from '../../navigation.ts';
import { KeyCaps } from '../../ui/key-caps.tsx';
import { useStableCallback } from '../../ui/use-stable-callback.ts';
import { useConnection } from '../../use-connection.ts';
import { findCommands, findProfiles } from './find-entries.ts';
import { closePalette, useIsPaletteOpen } from './palette-store.ts';
import { type PaletteCommand, usePaletteCommands } from './use-palette-commands.ts';
import './palette.css';

/** Profiles shown at once; another word narrows them down. */
const shownProfiles = 8;

/** Finds every page, action and profile by a few letters. */
export function CommandPalette() {
  const { t } = useMessages();
  const isOpen = useIsPaletteOpen();
  // What was chosen begins once the palette is gone and the focus is back where it was.
  const chosen = useRef<(() => void) | null>(null);
  return (
    <Modal
      opened={isOpen}
      onClose={closePalette}
      onExitTransitionEnd={() => {
        const run = chosen.current;
        chosen.current = null;
        run?.();
      }}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size={620}
      padding={0}
      aria-label={t('palette.title')}
    >
      <PaletteContent
        onChoose={(run) => {
          chosen.current = run;
          closePalette();
        }}
      />
    </Modal>
  );
}

const sections = ['selection', 'pages', 'general', 'settings', 'help'] as const;

function PaletteContent({ onChoose }: { readonly onChoose: (run: () => void) => void }) {
  const { t } = useMessages();
  const commands = usePaletteCommands();
  const rows = useProfileRows();
  const [query, setQuery] = useState('');
  // Typing never waits for the search among the profiles.
  const needle = useDeferredValue(query);
  const profiles = findProfiles(rows, needle, shownProfiles);
  const found = findCommands(commands, needle);
  const combobox = useCombobox({ opened: true });
  const count = profiles.length + found.length;
  const selectFirst = useStableCallback(() => {
    combobox.selectFirstOption();
  });
  // The first entry is chosen anew for every query.
  const firstKey = `${needle} ${count}`;
  useEffect(() => {
    if (firstKey) selectFirst();
  }, [firstKey, selectFirst]);

  const choose = (value: string) => {
    const command = found.find(({ key }) => key === value);
    if (command) return onChoose(command.run);
    const row = profiles.find(({ id }) => `profile:${id}` === value);
    if (!row) return;
    onChoose(() => {
      goTo({ page: 'profiles' });
      openProfileDetails(row.id);
    });
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <div className="palette__field">
        <IconSearch size={16} aria-hidden="true" />
        <Combobox.EventsTarget>
          <input
            className="palette__input"
            role="combobox"
            aria-expanded="true"
            aria-label={t('palette.label')}
            aria-autocomplete="list"
            placeholder={t('palette.placeholder')}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              // The list within takes the key for its own closing, and it has none.
              if (event.key === 'Escape') closePalette();
            }}
            data-autofocus
          />
        </Combobox.EventsTarget>
      </div>
      <Combobox.Options className="palette__options" aria-label={t('palette.results')}>
        {count === 0 && <Combobox.Empty>{t('palette.nothing')}</Combobox.Empty>}
        {profiles.length > 0 && (
          <Combobox.Group label={t('palette.section.profiles')}>
            {profiles.map((row) => (
              <ProfileOption key={row.id} row={row} />
            ))}
          </Combobox.Group>
        )}
        {sections.map((section) => (
          <CommandGroup
            key={section}
            label={t(`palette.section.${section}`)}
            commands={found.filter((command) => command.section === section)}
          />
        ))}
      </Combobox.Options>
    </Combobox>
  );
}

function CommandGroup({
  label,
  commands,
}: {
  readonly label: string;
  readonly commands: readonly PaletteCommand[];
}) {
  if (commands.length === 0) return null;
  return (
    <Combobox.Group label={label}>
      {commands.map(({ key, text, keys }) => (
        <Combobox.Option key={key} value={key} className="palette__option">
          <span className="palette__text" title={text}>
            {text}
          </span>
          {keys && <KeyCaps keys={keys} />}
        </Combobox.Option>
      ))}
    </Combobox.Group>
  );
}

function ProfileOption({ row }: { readonly row: ProfileRow }) {
  return (
    <Combobox.Option value={`profile:${row.id}`} className="palette__option">
      <span className="palette__number">{row.id}</span>
      <span className="palette__text" title={row.name}>
        {row.name}
      </span>
      <span className="palette__group" title={row.groupName}>
        {row.groupName}
      </span>
    </Combobox.Option>
  );
}

const noRows: readonly ProfileRow[] = [];

/** The list that was read from the present address, as it was when the palette opened. */
function useProfileRows(): readonly ProfileRow[] {
  const client = useQueryClient();
  const { host, port } = useConnection()?.address ?? { host: '', port: 0 };
  const list = client.getQueryData<{ readonly rows: readonly ProfileRow[] }>([...profileListKey, host, port]);
  return list?.rows ?? noRows;
}
