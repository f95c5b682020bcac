import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconLayoutColumns } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { SavedView } from '../../../shared/profile-view.ts';
import { callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';
import { useMessages } from '../../messages.tsx';
import {
  applyContent,
  changeGridSetup,
  readContent,
  useGridSetup,
} from '../../profile-list/profile-view-store.ts';
import { useShowFailure, useShowSaved, useShowSuccess } from '../../use-toasts.ts';
import { ColumnsDialog } from './columns-dialog.tsx';
import { useViewChanges } from './use-view-changes.ts';
import { type ViewDialog, ViewDialogs } from './view-dialogs.tsx';

/** The saved views, what can be done with the present one, headings and columns. */
export function ViewMenu() {
  const { t } = useMessages();
  const showSuccess = useShowSuccess();
  const showFailure = useShowFailure();
  const showSaved = useShowSaved();
  const { isGrouped, viewId } = useGridSetup();
  const saved = useQuery(commandQuery('views.get', {})).data?.saved ?? [];
  const { save, load } = useViewChanges();
  const [dialog, setDialog] = useState<ViewDialog | null>(null);
  const [hasColumns, setHasColumns] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const present = saved.find(({ id }) => id === viewId);
  const exportFile = useMutation({
    mutationFn: (view: SavedView) => callCommand('views.export', { id: view.id }),
    onSuccess: showSaved,
    onError: (error) => showFailure(t('views.exportFailed'), error),
  });

  /** With the focus on the button, so that a dialog gives it back there. */
  const begin = (act: () => void) => () => {
    button.current?.focus();
    act();
  };
  const choose = (view: SavedView) => {
    applyContent(view);
    changeGridSetup({ viewId: view.id });
  };
  const update = (view: SavedView) =>
    save.mutate(
      { id: view.id, name: view.name, ...readContent().content },
      {
        onSuccess: () => showSuccess(t('views.updated', { name: view.name })),
        onError: (error) => showFailure(t('views.saveFailed'), error),
      },
    );
  const importFile = () =>
    load.mutate(undefined, {
      onSuccess: ({ imported }) => {
        if (!imported) return;
        choose(imported);
        showSuccess(t('views.imported', { name: imported.name }));
      },
      onError: (error) => showFailure(t('views.importFailed'), error),
    });
  return (
    <>
      <Menu position="bottom-start" shadow="md" withinPortal={false} floatingStrategy="fixed">
        <Menu.Target>
          <Button
            ref={button}
            variant="default"
            className="view-menu"
            leftSection={<IconLayoutColumns size={15} aria-hidden="true" />}
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
            aria-label={present ? t('views.menuWith', { name: present.name }) : t('views.menu')}
          >
            <span className="view-menu__name">{present?.name ?? t('views.menu')}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('views.menu')} className="view-menu__dropdown">
          <Menu.RadioGroup value={present?.id ?? null}>
            {saved.map((view) => (
              <Menu.RadioItem
                key={view.id}
                value={view.id}
                closeMenuOnClick
                onClick={begin(() => choose(view))}
              >
                {view.name}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          {saved.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={begin(() => setDialog({ kind: 'save' }))}>{t('views.saveAs')}</Menu.Item>
          {present && (
            <>
              <Menu.Item onClick={begin(() => update(present))}>
                {t('views.update', { name: present.name })}
              </Menu.Item>
              <Menu.Item onClick={begin(() => setDialog({ kind: 'rename', view: present }))}>
                {t('views.rename')}
              </Menu.Item>
              <Menu.Item onClick={begin(() => exportFile.mutate(present))}>{t('views.export')}</Menu.Item>
              <Menu.Item onClick={begin(() => setDialog({ kind: 'delete', view: present }))}>
                {t('views.delete')}
              </Menu.Item>
            </>
          )}
          <Menu.Item onClick={begin(importFile)}>{t('views.import')}</Menu.Item>
          <Menu.Divider />
          <Menu.CheckboxItem
            closeMenuOnClick
            checked={isGrouped}
            onClick={begin(() => changeGridSetup({ isGrouped: !isGrouped }))}
          >
            {t('views.grouped')}
          </Menu.CheckboxItem>
          <Menu.Item onClick={begin(() => setHasColumns(true))}>{t('columns.open')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ViewDialogs dialog={dialog} onClose={() => setDialog(null)} />
      <ColumnsDialog opened={hasColumns} onClose={() => setHasColumns(false)} />
    </>
  );
}
