import type { ServiceClear, ServiceProblem, ServiceReply } from '../../../shared/service-cache.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFormats } from '../../use-formats.ts';
import { describeOutcome } from './describe-outcome.ts';

/** One call with everything that the service put into its answer, in its own words. */
export function OutcomeDetails({ entry }: { readonly entry: ServiceClear }) {
  const { t } = useMessages();
  const formats = useFormats();
  const { outcome, target } = entry;
  const words = describeOutcome(outcome);
  return (
    <div className="service-outcome">
      <Notice tone={words.tone}>
        <strong>{t(words.title, { status: words.status })}</strong>
        {words.hint && <> — {t(words.hint)}</>}{' '}
        {words.code !== null && <small>{t('error.code', { code: words.code })}</small>}
      </Notice>
      {outcome.kind === 'invalid' && <Problems problems={outcome.problems} />}
      <dl className="service-outcome__facts">
        {outcome.kind === 'answered' && <ReplyFacts reply={outcome.reply} />}
        <dt>{t('serviceCache.result.target')}</dt>
        <dd>{target.kind === 'all' ? t('serviceCache.form.all') : target.name}</dd>
        <dt>{t('serviceCache.result.address')}</dt>
        <dd>{entry.address}</dd>
        <dt>{t('serviceCache.result.sentAt')}</dt>
        <dd>{formats.dateTime(entry.at)}</dd>
        <dt>{t('serviceCache.result.took')}</dt>
        <dd>{formats.milliseconds(entry.durationMs)}</dd>
      </dl>
    </div>
  );
}

function ReplyFacts({ reply }: { readonly reply: ServiceReply }) {
  const { t } = useMessages();
  const { status, message, clearedItems, clearedItemCount, entriesCleared, timestamp } = reply;
  const notSaid = t('serviceCache.result.notSaid');
  const more = clearedItemCount - clearedItems.length;
  return (
    <>
      <dt>{t('serviceCache.result.status')}</dt>
      <dd>{status}</dd>
      <dt>{t('serviceCache.result.message')}</dt>
      <dd>{message || notSaid}</dd>
      <dt>{t('serviceCache.result.items')}</dt>
      <dd>
        {clearedItems.length === 0 ? (
          t('serviceCache.result.itemsNone')
        ) : (
          <ul className="service-outcome__items">
            {[...new Set(clearedItems)].map((item) => (
              <li key={item}>{item}</li>
            ))}
            {more > 0 && <li>{t('serviceCache.result.itemsMore', { more })}</li>}
          </ul>
        )}
      </dd>
      <dt>{t('serviceCache.result.entries')}</dt>
      <dd>{entriesCleared === null ? notSaid : String(entriesCleared)}</dd>
      <dt>{t('serviceCache.result.time')}</dt>
      <dd>{timestamp ?? notSaid}</dd>
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly ServiceProblem[] }) {
  return (
    <ul className="service-outcome__problems">
      {problems.map(({ path, message, type }) => (
        <li key={`${path} ${type} ${message}`}>
          <code>{path}</code> {message} {type && <small>({type})</small>}
        </li>
      ))}
    </ul>
  );
}
