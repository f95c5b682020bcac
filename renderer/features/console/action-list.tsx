import { TextInput } from '@mantine/core';
import { IconAlertTriangle, IconEye, IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { isReadAction } from '../../../shared/console/call-rules.ts';
import { type ActionSpec, actions } from '../../../shared/local-api/catalogue.ts';
import type { Language } from '../../../shared/messages/languages.ts';
import { titleOf } from '../../action-title.ts';
import { useMessages } from '../../messages.tsx';
import { useStore } from '../../ui/store.ts';
import { chooseAction, consoleStore } from './console-store.ts';
import { areaName, noteOf } from './console-words.ts';

/** Every action by area. Arrows move, Enter chooses, from the search field as well as in the list. */
export function ActionList() {
  const { t, language } = useMessages();
  const id = useId();
  const chosen = useStore(consoleStore, (state) => state.action);
  const [text, setText] = useState('');
  const [active, setActive] = useState<string>(chosen);
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => findActions(text, language), [text, language]);
  const areas = useMemo(() => [...new Set(found.map(({ area }) => area))], [found]);
  const ordered = useMemo(
    () => areas.flatMap((area) => found.filter((each) => each.area === area)),
    [areas, found],
  );
  const position = ordered.findIndex((each) => each.id === active);

  useEffect(() => setActive(chosen), [chosen]);
  useEffect(() => {
    list.current?.querySelector(`[data-action="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const move = (event: KeyboardEvent) => {
    const last = ordered.length - 1;
    const next = {
      ArrowDown: Math.min(last, position + 1),
      ArrowUp: Math.max(0, position - 1),
      ...(event.target instanceof HTMLInputElement ? {} : { Home: 0, End: last }),
    }[event.key];
    if (event.key === 'Enter') {
      const target = ordered[position] ?? ordered[0];
      if (target) chooseAction(target.id);
    } else if (next === undefined) return;
    else setActive(ordered[next]?.id ?? active);
    event.preventDefault();
  };
  return (
    <section className="console__actions" aria-label={t('console.actions.label')}>
      <TextInput
        type="search"
        aria-label={t('console.search.label')}
        placeholder={t('console.search.placeholder')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={move}
        aria-controls={`${id}-list`}
      />
      <p className="console__quiet" aria-live="polite">
        {found.length === 0
          ? t('console.search.none', { text })
          : t('console.actions.count', { count: found.length })}
      </p>
      <div
        ref={list}
        id={`${id}-list`}
        className="console__list"
        role="listbox"
        tabIndex={0}
        aria-label={t('console.actions.label')}
        aria-activedescendant={position < 0 ? undefined : `${id}-${active}`}
        onKeyDown={move}
      >
        {areas.map((area) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box is no set of form fields.
          <div key={area} role="group" aria-labelledby={`${id}-${area}`}>
            <div className="console__area" id={`${id}-${area}`} role="presentation">
              {areaName(area, t)}
            </div>
            {ordered
              .filter((each) => each.area === area)
              .map((each) => (
                <ActionOption
                  key={each.id}
                  elementId={`${id}-${each.id}`}
                  action={each}
                  isChosen={each.id === chosen}
                  isActive={each.id === active}
                />
              ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function ActionOption({
  elementId,
  action,
  isChosen,
  isActive,
}: {
  readonly elementId: string;
  readonly action: ActionSpec;
  readonly isChosen: boolean;
  readonly isActive: boolean;
}) {
  const { language } = useMessages();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list box holds the focus and names the active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list box.
    <div
      id={elementId}
      role="option"
      className="console__option"
      data-action={action.id}
      data-active={isActive || undefined}
      aria-selected={isChosen}
      onClick={() => chooseAction(action.id)}
    >
      <span className="console__option-title">{titleOf(action.id, language)}</span>
      <span className="console__option-id">{action.id}</span>
      <ActionMark action={action} />
    </div>
  );
}

/** What an action does to data, as an icon and a word. */
export function ActionMark({ action }: { readonly action: ActionSpec }) {
  const { t } = useMessages();
  if (action.destructive)
    return (
      <span className="console__mark" data-tone="bad">
        <IconAlertTriangle size={14} aria-hidden="true" /> {t('console.mark.destroys')}
      </span>
    );
  const isRead = isReadAction(action.id);
  const Icon = isRead ? IconEye : IconPencil;
  return (
    <span className="console__mark">
      <Icon size={14} aria-hidden="true" /> {t(isRead ? 'console.mark.reads' : 'console.mark.changes')}
    </span>
  );
}

function findActions(text: string, language: Language): readonly ActionSpec[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return actions.filter((action) => {
    const searched =
      `${action.id} ${action.title} ${titleOf(action.id, language)} ${action.purpose} ${noteOf(action.purpose, language)}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}
