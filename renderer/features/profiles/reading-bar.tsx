import { ActionIcon, Progress } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMessages } from '../../messages.tsx';
import type { ReadingProgress } from '../../profile-list/use-profiles.ts';

/** How far the reading of the list is, in rows. */
export function ReadingBar({ progress }: { readonly progress: ReadingProgress }) {
  const { t } = useMessages();
  const { loaded, total } = progress;
  const percent = total === null || total === 0 ? 0 : Math.min(100, (100 * loaded) / total);
  return (
    <div className="reading-bar">
      <Progress.Root size={4} className="reading-bar__track">
        <Progress.Section value={percent} aria-label={t('profiles.loading.label')} />
      </Progress.Root>
      <span className="reading-bar__text">
        {total === null ? t('profiles.loading.label') : t('profiles.loading.progress', { loaded, total })}
      </span>
    </div>
  );
}

export interface RefreshButtonProps {
  readonly isReading: boolean;
  readonly isPossible: boolean;
  readonly onRefresh: () => void;
}

/** Reads the list anew. */
export function RefreshButton({ isReading, isPossible, onRefresh }: RefreshButtonProps) {
  const { t } = useMessages();
  return (
    <ActionIcon
      variant="default"
      size={30}
      aria-label={t('profiles.refresh')}
      title={t('profiles.refresh')}
      disabled={isReading || !isPossible}
      onClick={onRefresh}
    >
      <IconRefresh size={16} aria-hidden="true" />
    </ActionIcon>
  );
}
