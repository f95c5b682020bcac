import { Anchor, Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readLinkHints } from '../../../shared/extraction/link-hints.ts';
import { findPlaceholders, placeholders } from '../../../shared/extraction/link-template.ts';
import { maskLink } from '../../../shared/extraction/mask-link.ts';
import { maxReplyCharacters } from '../../../shared/extraction/parse-reply.ts';
import type { ProfileRow } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import type { ExtractionDraft } from './extraction-draft.ts';
import { FormatFields } from './format-fields.tsx';
import { ReplyPanel } from './reply-panel.tsx';
import type { Extraction } from './use-extraction.ts';
import { useWait } from './use-wait.ts';

const proxyTypes = ['http', 'https', 'socks5', 'ssh'] as const satisfies ExtractionDraft['proxyType'][];

/** The link, what it gives, and a test of both. */
export function LinkStep({
  extraction,
  firstProfile,
}: {
  readonly extraction: Extraction;
  readonly firstProfile: ProfileRow | null;
}) {
  const { t } = useMessages();
  const { draft, faults, setLink, change } = extraction;
  const hasFault = faults.link !== undefined && faults.link !== 'empty';

  return (
    <div className="extraction__fields">
      <div>
        <TextInput
          type="password"
          autoComplete="off"
          spellCheck={false}
          label={t('extraction.link.label')}
          description={t('extraction.link.hint', {
            placeholders: placeholders.map((name) => `{${name}}`).join(' '),
          })}
          error={hasFault && faults.link ? t(`extraction.fault.${faults.link}`) : null}
          value={draft.link}
          onChange={(event) => setLink(event.currentTarget.value)}
          data-autofocus
        />
        {/* The link is a password in itself: it is shown without its secrets only. */}
        {faults.link === undefined && <p className="extraction__masked">{maskLink(draft.link)}</p>}
        <LinkHintLines draft={draft} onChange={change} />
      </div>

      <TestLine extraction={extraction} firstProfile={firstProfile} />
      <ReplyPanel extraction={extraction} />

      <div className="extraction__pair">
        <Select
          label={t('extraction.type.label')}
          description={t('extraction.type.hint')}
          data={[...proxyTypes]}
          value={draft.proxyType}
          comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed' }}
          onChange={(type) => {
            const known = proxyTypes.find((each) => each === type);
            if (known) change({ proxyType: known });
          }}
        />
        <TextInput
          label={t('extraction.service.label')}
          description={t('extraction.service.hint')}
          value={t('extraction.service.general')}
          readOnly
        />
      </div>
      <FormatFields extraction={extraction} />
    </div>
  );
}

function LinkHintLines({
  draft,
  onChange,
}: {
  readonly draft: ExtractionDraft;
  readonly onChange: (part: Partial<ExtractionDraft>) => void;
}) {
  const { t } = useMessages();
  const { perRequest, format, protocol } = readLinkHints(draft.link);
  return (
    <ul className="extraction__hints">
      {perRequest && <li>{t('extraction.hint.perRequest', { ...perRequest })}</li>}
      {format && format !== draft.dataFormat && (
        <li>
          {t('extraction.hint.format', { format: t(`extraction.dataFormat.${format}`) })}{' '}
          <Anchor component="button" type="button" onClick={() => onChange({ dataFormat: format })}>
            {t('extraction.hint.use')}
          </Anchor>
        </li>
      )}
      {protocol && protocol !== draft.proxyType && (
        <li>
          {t('extraction.hint.protocol', { protocol })}{' '}
          <Anchor component="button" type="button" onClick={() => onChange({ proxyType: protocol })}>
            {t('extraction.hint.use')}
          </Anchor>
        </li>
      )}
    </ul>
  );
}

function TestLine({
  extraction,
  firstProfile,
}: {
  readonly extraction: Extraction;
  readonly firstProfile: ProfileRow | null;
}) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const [hasSample, setHasSample] = useState(false);
  const { draft, faults, test, startTest, readSample } = extraction;
  const wait = useWait(test.reply);
  const isTemplate = findPlaceholders(draft.link).length > 0;

  return (
    <>
      <div className="extraction__test">
        {test.isTesting ? (
          <Button variant="default" onClick={test.stop}>
            {t('extraction.test.cancel')}
          </Button>
        ) : (
          <Button disabled={faults.link !== undefined || wait > 0} onClick={startTest}>
            {wait > 0
              ? t('extraction.test.wait', { count: wait })
              : t(test.reply?.source === 'link' ? 'extraction.test.again' : 'extraction.test.start')}
          </Button>
        )}
        <span className="extraction__quiet" role="status">
          {test.isTesting ? t('extraction.test.running') : t('extraction.test.cost')}{' '}
          {isTemplate &&
            firstProfile &&
            t('extraction.test.asProfile', { id: firstProfile.id, name: firstProfile.name })}
        </span>
        {!hasSample && (
          <Anchor component="button" type="button" onClick={() => setHasSample(true)}>
            {t('extraction.sample.open')}
          </Anchor>
        )}
      </div>
      {test.error && (
        <Notice tone="bad">
          {errorText(test.error).title} — {errorText(test.error).body}{' '}
          <small>{errorText(test.error).code}</small>
        </Notice>
      )}
      {hasSample && (
        <Textarea
          label={t('extraction.sample.label')}
          description={t('extraction.sample.hint')}
          rows={4}
          size="xs"
          spellCheck={false}
          maxLength={maxReplyCharacters}
          value={test.sample}
          onChange={(event) => readSample(event.currentTarget.value)}
        />
      )}
    </>
  );
}
