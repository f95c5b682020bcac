import { useMemo } from 'react';
import type { ExtractionForm } from '../../../shared/extraction/extraction-form.ts';
import type { LinkHints } from '../../../shared/extraction/link-hints.ts';
import { maskLink } from '../../../shared/extraction/mask-link.ts';
import type { Translate } from '../../../shared/messages/translate.ts';
import type { ProfileId, ProfileRow } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type PresentProxy, readReviewFacts } from './review-facts.ts';
import { type ShownReply, toView } from './use-link-test.ts';

export interface ReviewStepProps {
  readonly form: ExtractionForm;
  readonly profileIds: readonly ProfileId[];
  readonly profiles: readonly ProfileRow[];
  readonly reply: ShownReply | null;
  /** What the link says: of a held link the form has only the masked text. */
  readonly hints: LinkHints;
}

/** What changes from what to what, what it costs, and what can be undone. */
export function ReviewStep({ form, profileIds, profiles, reply, hints }: ReviewStepProps) {
  const { t } = useMessages();
  const facts = useMemo(() => readReviewFacts(form, profiles, hints), [form, profiles, hints]);
  const { present, sameHost, direct, links, equalLinks, perRequest } = facts;
  const unknown = profileIds.length - profiles.length;
  const others = profileIds.length - direct;
  const verdict = reply === null ? null : (toView(reply)?.verdict ?? 'unusable');

  return (
    <div className="extraction__fields">
      {verdict === null && <Notice tone="warning">{t('extraction.review.untested')}</Notice>}
      {verdict === 'unusable' && <Notice tone="bad">{t('extraction.review.unusable')}</Notice>}
      <section className="extraction__facts">
        <h3>{t('extraction.review.becomes')}</h3>
        <ul>
          {listNewProxy(t, form).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section className="extraction__facts">
        <h3>{t('extraction.review.changes')}</h3>
        <ul>
          {present.map((each) => (
            <li key={`${each.kind} ${each.type} ${each.host}`}>
              {namePresent(t, each)} · {t('extraction.review.profiles', { count: each.count })}
            </li>
          ))}
          {unknown > 0 && <li>{t('extraction.review.unknownProfiles', { count: unknown })}</li>}
          <li>
            {sameHost > 0
              ? t('extraction.review.identical', { count: sameHost })
              : t('extraction.review.identicalNone')}
          </li>
        </ul>
      </section>
      {links.length > 0 && (
        <section className="extraction__facts">
          <h3>{t('extraction.review.links')}</h3>
          <ul className="extraction__links">
            {links.map((link, index) => (
              <li key={index}>{link}</li>
            ))}
          </ul>
          {equalLinks > 0 && (
            <Notice tone="warning">{t('extraction.review.equal', { count: equalLinks })}</Notice>
          )}
        </section>
      )}
      <section className="extraction__facts">
        <h3>{t('extraction.review.ips')}</h3>
        <ul>
          <li>{t('extraction.review.ipsRound', { count: (perRequest?.count ?? 1) * profileIds.length })}</li>
        </ul>
        {perRequest && perRequest.count > 1 && (
          <Notice tone="warning">
            {t('extraction.review.ipsMany', {
              perRequest: perRequest.count,
              parameter: perRequest.parameter,
            })}
          </Notice>
        )}
      </section>
      <section className="extraction__facts">
        <h3>{t('extraction.review.undo')}</h3>
        <ul>
          {direct > 0 && <li>{t('extraction.review.undoDirect', { count: direct })}</li>}
          {others > 0 && <li>{t('extraction.review.undoOther', { count: others })}</li>}
        </ul>
      </section>
    </div>
  );
}

function listNewProxy(t: Translate, form: ExtractionForm): readonly string[] {
  const lines = [
    `${t('extraction.review.link')}: ${maskLink(form.link)}`,
    `${t('extraction.type.label')}: ${form.proxyType}`,
  ];
  if (form.dataFormat === 'txt') lines.push(t('extraction.review.text', { format: form.textFormat }));
  else {
    const { ip, port, username, password } = form.mapping;
    const login = t('extraction.review.jsonLogin', {
      username: username || t('extraction.none'),
      password: password || t('extraction.none'),
    });
    lines.push(`${t('extraction.review.json', { ip, port })}, ${login}`);
  }
  return [...lines, t(`extraction.method.${form.method}`), t(`extraction.checkLine.${form.checkLine}`)];
}

function namePresent(t: Translate, { kind, type, host }: PresentProxy): string {
  switch (kind) {
    case 'custom':
      return t('extraction.review.now.custom', { type: type ?? '' });
    case 'link':
      return t('extraction.review.now.link', { host: host ?? t('extraction.review.now.noHost') });
    case 'none':
    case 'residential':
    case 'static':
    case 'unknown':
      return t(`extraction.review.now.${kind}`);
  }
}
