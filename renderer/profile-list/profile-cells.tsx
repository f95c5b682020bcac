import type { ItemState } from '../../shared/job.ts';
import type { MessageKey } from '../../shared/messages/language.ts';
import { nameRowState } from '../../shared/messages/operation-words.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import type { ProfileId, ProfileRow, ProxyMode } from '../../shared/profile.ts';
import { useMessages } from '../messages.tsx';
import type { DataGridText } from '../ui/data-grid-model.ts';
import { Status } from '../ui/status.tsx';
import type { Tone } from '../ui/tone.ts';
import type { Formats } from '../use-formats.ts';
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
export function toNameText({ name }: ProfileRow, t: Translate): DataGridText {
  return name === '' ? { text: t('profiles.name.none'), tone: 'muted' } : { text: name, tone: 'strong' };
}

/** Tags that are shown before the rest becomes a number. */
const shownTags = 2;

/** The first tags, and how many more there are. */
export function TagsCell({ row }: { readonly row: ProfileRow }) {
  const more = row.tags.length - shownTags;
  return (
    <>
      {row.tags.slice(0, shownTags).map((tag, place) => (
        // Keyed by place: a row that scrolls by takes the elements of another one.
        <span key={place} className="profile-tag">
          {tag}
        </span>
      ))}
      {more > 0 && <span className="profile-tags__more">+{more}</span>}
    </>
  );
}

/** Where the proxy comes from, then its type and address as far as the list says. */
export function toProxyText({ proxy }: ProfileRow, t: Translate): DataGridText {
  const { mode, type } = proxy;
  if (type === 'direct') return { text: t('profiles.proxy.direct'), tone: 'muted' };
  const words = mode === null ? '' : t(proxyModeWords[mode]);
  return { text: [words, describeProxyAddress(proxy)].filter(Boolean).join(' · ') };
}

/** How long ago, with the exact time on hovering. */
export function toLastOpenedText({ lastOpenedAt }: ProfileRow, t: Translate, formats: Formats): DataGridText {
  if (lastOpenedAt === null) return { text: t('profiles.lastOpened.never'), tone: 'muted' };
  return { text: formats.relative(lastOpenedAt, Date.now()), title: formats.dateTime(lastOpenedAt) };
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
