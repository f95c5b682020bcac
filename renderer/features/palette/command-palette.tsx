import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useId, useRef, useState } from 'react';
import type { ProfileRow } from '../../../shared/profile.ts';
import { useConnection } from '../../connection/use-connection.ts';
import { profileListKey } from '../../known-profiles.ts';
import { useMessages } from '../../messages.tsx';
import { goTo } from '../../navigation.ts';
import { openProfileDetails } from '../../requests/details-request.ts';
import { closePalette, useIsPaletteOpen } from '../../requests/palette-request.ts';
import { revealProfile } from '../../requests/reveal-request.ts';
import { KeyCaps } from '../../ui/key-caps.tsx';
import { findCommands, findProfiles } from './find-entries.ts';
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
    <Modal.Root
      opened={isOpen}
      onClose={closePalette}
      onExitTransitionEnd={() => {
        const run = chosen.current;
        chosen.current = null;
        run?.();
      }}
      // Locking the page's scroll would inject a style element.
      lockScroll={false}
      transitionProps={{ duration: 80 }}
      yOffset="12vh"
      size={620}
      padding={0}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.title')}>
        <Modal.Body>
          <PaletteContent
            onChoose={(run) => {
              chosen.current = run;
              closePalette();
            }}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const sections = ['profiles', 'selection', 'pages', 'general', 'settings', 'help'] as const;

/** What can be chosen, whatever it is. */
interface Entry {
  readonly key: string;
  readonly section: (typeof sections)[number];
  readonly content: ReactNode;
  readonly run: () => void;
}

/** The entries of a query, in the order in which they stand: their sections follow each other. */
function findEntries(
  query: string,
  commands: readonly PaletteCommand[],
  rows: readonly ProfileRow[],
): readonly Entry[] {
  const profiles = findProfiles(rows, query, shownProfiles).map(
    (row): Entry => ({
      key: `profile-${row.id}`,
      section: 'profiles',
      content: <ProfileContent row={row} />,
      run: () => {
        goTo({ page: 'profiles' });
        openProfileDetails(row.id);
        revealProfile(row.id);
      },
    }),
  );
  const found = findCommands(commands, query).map(
    ({ key, section, text, keys, run }): Entry => ({
      key: key.replaceAll(/[^\w-]/g, '-'),
      section,
      content: (
        <>
          <span className="palette__text" title={text}>
            {text}
          </span>
          {keys && <KeyCaps keys={keys} />}
        </>
      ),
      run,
    }),
  );
  return [...profiles, ...found].toSorted(
    (a, b) => sections.indexOf(a.section) - sections.indexOf(b.section),
  );
}

function PaletteContent({ onChoose }: { readonly onChoose: (run: () => void) => void }) {
  const { t } = useMessages();
  const commands = usePaletteCommands();
  const rows = useProfileRows();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  // Typing never waits for the search among the profiles.
  const shownQuery = useDeferredValue(query);
  const entries = findEntries(shownQuery, commands, rows);
  const toId = (entry: Entry | undefined) => entry && `${listId}-${entry.key}`;

  const moveTo = (index: number) => {
    const next = (index + entries.length) % Math.max(1, entries.length);
    setActive(next);
    list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' });
  };
  const choose = () => {
    // What was typed counts, even where the list has not come after it yet.
    const chosen = query === shownQuery ? entries[active] : findEntries(query, commands, rows)[0];
    if (chosen) onChoose(chosen.run);
  };
  const handleKey = (event: KeyboardEvent) => {
    // An input method takes the keys until its word is whole.
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => moveTo(active + 1),
      ArrowUp: () => moveTo(active - 1),
      Enter: choose,
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };

  return (
    <>
      <div className="palette__field">
        <IconSearch size={16} aria-hidden="true" />
        <input
          className="palette__input"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={toId(entries[active])}
          aria-autocomplete="list"
          aria-label={t('palette.label')}
          placeholder={t('palette.placeholder')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={handleKey}
          data-autofocus
        />
      </div>
      <div
        ref={list}
        id={listId}
        role="listbox"
        className="palette__options"
        aria-label={t('palette.results')}
      >
        {sections.map((section) => {
          const own = entries.filter((entry) => entry.section === section);
          if (own.length === 0) return null;
          const label = t(`palette.section.${section}`);
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a list of options.
            <div key={section} role="group" aria-label={label}>
              <div className="palette__section" aria-hidden="true">
                {label}
              </div>
              {own.map((entry) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field has the focus and the keys.
                <div
                  key={entry.key}
                  id={toId(entry)}
                  role="option"
                  aria-selected={entry === entries[active]}
                  className="palette__option"
                  onMouseMove={() => setActive(entries.indexOf(entry))}
                  onClick={() => onChoose(entry.run)}
                >
                  {entry.content}
                </div>
              ))}
            </div>
          );
        })}
      </div>
      {entries.length === 0 && <p className="palette__nothing">{t('palette.nothing')}</p>}
    </>
  );
}

function ProfileContent({ row }: { readonly row: ProfileRow }) {
  return (
    <>
      <span className="palette__number">{row.id}</span>
      <span className="palette__text" title={row.name}>
        {row.name}
      </span>
      <span className="palette__group" title={row.groupName}>
        {row.groupName}
      </span>
    </>
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
