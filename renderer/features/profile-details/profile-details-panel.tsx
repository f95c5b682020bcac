import { ActionIcon, Button, Skeleton, Stack } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ProfileId } from '../../../shared/profile.ts';
import { commandQuery } from '../../command-query.ts';
import { useMessages } from '../../messages.tsx';
import {
  closeProfileDetails,
  openProfileDetails,
  useDetailedProfile,
} from '../../requests/details-request.ts';
import { useProfileAround } from '../../shown-profiles.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { DetailsFacts } from './details-facts.tsx';
import { DetailsForm } from './details-form.tsx';
import { setProfileDraft, useProfileDraft } from './draft-store.ts';
import { UnsavedDialog } from './unsaved-dialog.tsx';
import './profile-details.css';

/** The details of one profile beside the grid. Another profile, or none, is shown only once nothing is unsaved. */
export function ProfileDetailsPanel() {
  const wanted = useDetailedProfile();
  const draft = useProfileDraft();
  const [shown, setShown] = useState<ProfileId | null>(() => draft?.id ?? wanted);
  const isHeld = draft !== null && draft.id === shown;
  if (wanted !== shown && !isHeld) setShown(wanted);
  const keep = () => (shown === null ? closeProfileDetails() : openProfileDetails(shown));
  return (
    <>
      {shown !== null && <Panel key="panel" id={shown} />}
      <UnsavedDialog
        opened={wanted !== shown && isHeld}
        id={shown ?? 0}
        onKeep={keep}
        onDiscard={() => setProfileDraft(null)}
      />
    </>
  );
}

function Panel({ id }: { readonly id: ProfileId }) {
  const { t } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  const { row, previous, next } = useProfileAround(id);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const closeByKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || !(event.target instanceof HTMLElement)) return;
    // Dialogs bubble through here without being inside; an open list closes itself first.
    if (!event.currentTarget.contains(event.target)) return;
    if (event.target.getAttribute('aria-expanded') === 'true') return;
    closeProfileDetails();
  };
  return (
    <aside className="profile-details" aria-label={t('details.label')} onKeyDown={closeByKey}>
      <header className="profile-details__header">
        <span
          className="profile-details__dot"
          style={row?.color ? { backgroundColor: row.color } : undefined}
          aria-hidden="true"
        />
        <h2 ref={heading} tabIndex={-1} className="profile-details__title" title={row?.name ?? ''}>
          <span className="profile-details__number">#{id}</span>{' '}
          {row && (row.name || t('profiles.name.none'))}
        </h2>
        <ActionIcon
          variant="subtle"
          disabled={previous === null}
          aria-label={t('details.previous')}
          title={t('details.previous')}
          onClick={() => previous !== null && openProfileDetails(previous)}
        >
          <IconChevronUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          disabled={next === null}
          aria-label={t('details.next')}
          title={t('details.next')}
          onClick={() => next !== null && openProfileDetails(next)}
        >
          <IconChevronDown size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          aria-label={t('details.close')}
          title={t('details.close')}
          onClick={closeProfileDetails}
        >
          <IconX size={16} />
        </ActionIcon>
      </header>
      {/* A new profile begins anew, with every secret hidden. */}
      <Content key={id} id={id} listed={JSON.stringify(row)} />
    </aside>
  );
}

/** `listed`: the profile as the grid shows it, as text; when it changes, the details are read again. */
function Content({ id, listed }: { readonly id: ProfileId; readonly listed: string }) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const query = useQuery({
    ...commandQuery('details.read', { profileId: id }),
    staleTime: 0,
    refetchOnMount: 'always',
  });
  const { refetch } = query;
  const before = useRef(listed);
  useEffect(() => {
    if (before.current === listed) return;
    before.current = listed;
    void refetch();
  }, [listed, refetch]);

  if (query.data?.found) {
    const details = query.data.found;
    return (
      <DetailsForm details={details}>
        {query.error && <StaleNote onRetry={() => void refetch()} />}
        <DetailsFacts details={details} />
      </DetailsForm>
    );
  }
  if (query.error && !query.isFetching) {
    const { title, body, code } = errorText(query.error);
    return (
      <div className="profile-details__body">
        <ErrorCard
          title={title}
          code={code}
          actions={<Button onClick={() => void refetch()}>{t('app.retry')}</Button>}
        >
          <p>{body}</p>
        </ErrorCard>
      </div>
    );
  }
  if (query.data?.found === null) {
    return (
      <div className="profile-details__body">
        <EmptyState title={t('details.gone.title')}>{t('details.gone.body')}</EmptyState>
      </div>
    );
  }
  return (
    <Stack
      className="profile-details__body"
      gap="md"
      aria-busy
      aria-label={t('details.loading')}
      role="status"
    >
      <Skeleton height={30} />
      <Skeleton height={64} />
      <Skeleton height={30} />
      <Skeleton height={30} />
      <Skeleton height={120} />
    </Stack>
  );
}

function StaleNote({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useMessages();
  return (
    <div className="profile-details__stale">
      {t('details.stale')}{' '}
      <Button variant="default" size="compact-sm" onClick={onRetry}>
        {t('app.retry')}
      </Button>
    </div>
  );
}
