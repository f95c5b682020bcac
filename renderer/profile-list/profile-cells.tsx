import type { ItemState } from '../../shared/job.ts';
import type { MessageKey } from '../../shared/messages/language.ts';
import { nameRowState } from '../../shared/messages/operation-words.ts';
import type { ProfileId, ProfileRow, ProxyMode } from '../../shared/profile.ts';
import { useMessages } from '../messages.tsx';
import { Status } from '../ui/status.tsx';
import type { Tone } from '../ui/tone.ts';
import { useFormats } from '../use-formats.ts';
import { useJobMark, useOpenProfile } from './live-state-store.ts';
import { describeProxyAddress } from './profile-table.ts';
import './profile-cells.css';

/** Words for each way of getting a proxy. */
export const proxyModeWords: Record<ProxyMode, MessageKey> = {
  1: 'profiles.proxy.mode.1',
  2: 'profiles.proxy.mode.2',
  3: 'profiles.proxy.mode.3',
  4: 'profiles.proxy.mode.4',
};

const jobStateTones: Record<ItemState, Tone> = {
  queued: 'neutral',
  running: 'info',
  done: 'good',
  failed: 'bad',
  skipped: 'neutral',
  cancelled: 'neutral',
  uncertain: 'warning',
};

/** The profile's own colour and its number: people tell profiles apart by them. */
export function NumberCell({ row }: { readonly row: ProfileRow }) {
  return (
    <>
      <span
        className="profile-dot"
        style={row.color === null ? undefined : { backgroundColor: row.color }}
        aria-hidden="true"
      />
      {row.id}
    </>
  );
}

/** The name, or in its place the word for a profile without one. */
export function NameCell({ row }: { readonly row: ProfileRow }) {
  const { t } = useMessages();
  return row.name === '' ? (
    <span className="profile-muted">{t('profiles.name.none')}</span>
  ) : (
    <TextCell text={row.name} isStrong />
  );
}

/** One line of text, cut at the end of the cell; the whole text shows on hovering. */
export function TextCell({ text, isStrong = false }: { readonly text: string; readonly isStrong?: boolean }) {
  return (
    <span className={isStrong ? 'profile-text profile-text--strong' : 'profile-text'} title={text}>
      {text}
    </span>
  );
}

/** Tags that are shown before the rest becomes a number. */
const shownTags = 2;

/** The first tags, and how many more there are; hovering shows all. */
export function TagsCell({ row }: { readonly row: ProfileRow }) {
  const more = row.tags.length - shownTags;
  return (
    <span className="profile-tags" title={row.tags.join(', ')}>
      {row.tags.slice(0, shownTags).map((tag) => (
        <span key={tag} className="profile-tag">
          {tag}
        </span>
      ))}
      {more > 0 && <span className="profile-tags__more">+{more}</span>}
    </span>
  );
}

/** Where the proxy comes from, then its type and address as far as the list says. */
export function ProxyCell({ row }: { readonly row: ProfileRow }) {
  const { t } = useMessages();
  const { mode, type } = row.proxy;
  if (type === 'direct') return <span className="profile-muted">{t('profiles.proxy.direct')}</span>;
  const words = mode === null ? '' : t(proxyModeWords[mode]);
  const address = describeProxyAddress(row.proxy);
  return (
    <span className="profile-text" title={[words, address].filter(Boolean).join(' · ')}>
      {words}
      {address && <span className="profile-muted"> {address}</span>}
    </span>
  );
}

/** How long ago, with the exact time on hovering. */
export function LastOpenedCell({ row }: { readonly row: ProfileRow }) {
  const { t } = useMessages();
  const formats = useFormats();
  if (row.lastOpenedAt === null) {
    return <span className="profile-muted">{t('profiles.lastOpened.never')}</span>;
  }
  return (
    <time
      className="profile-text"
      dateTime={new Date(row.lastOpenedAt).toISOString()}
      title={formats.dateTime(row.lastOpenedAt)}
    >
      {formats.relative(row.lastOpenedAt, Date.now())}
    </time>
  );
}

/** What a job does to the profile, else whether it is open and for whom. */
export function StateCell({ id }: { readonly id: ProfileId }) {
  const { t } = useMessages();
  const mark = useJobMark(id);
  const open = useOpenProfile(id);
  if (mark) return <Status tone={jobStateTones[mark.state]} text={t(nameRowState(mark.kind, mark.state))} />;
  if (!open) return <span className="profile-muted">{t('profiles.state.closed')}</span>;
  if (open.canClose) return <Status tone="good" text={t('profiles.state.openHere')} />;
  return (
    <Status
      tone="warning"
      text={
        open.openedBy
          ? t('profiles.state.openBy', { account: open.openedBy })
          : t('profiles.state.openElsewhere')
      }
    />
  );
}
