import { Anchor, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { LinkTestResult } from '../../../shared/extraction/link-test.ts';
import { maxReplyCharacters } from '../../../shared/extraction/parse-reply.ts';
import type { Verdict } from '../../../shared/extraction/reply-reading.ts';
import type { ReplyView } from '../../../shared/extraction/reply-view.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Status } from '../../ui/status.tsx';
import type { Tone } from '../../ui/tone.ts';
import { JsonTreeView } from './json-tree-view.tsx';
import { ReplyProxies } from './reply-proxies.tsx';
import { ReplyQuestionView } from './reply-question.tsx';
import { SupplierFailureView } from './supplier-failure.tsx';
import { type Extraction, findOpenQuestion } from './use-extraction.ts';

const tones: Record<Verdict, Tone> = { ready: 'good', ready_with_warnings: 'warning', unusable: 'bad' };

/** What the supplier sent and what was understood of it, or where it will stand; a pasted sample is read alike. */
export function ReplyPanel({ extraction }: { readonly extraction: Extraction }) {
  const { t } = useMessages();
  const [hasSample, setHasSample] = useState(false);
  const { test, readSample } = extraction;
  return (
    <div className="extraction__side">
      {test.reply === null && !hasSample && (
        <p className="extraction__empty">
          {t(test.isTesting ? 'extraction.reply.coming' : 'extraction.reply.none')}
        </p>
      )}
      <UnderstoodReply extraction={extraction} />
      {hasSample ? (
        <Textarea
          label={t('extraction.sample.label')}
          description={t('extraction.sample.hint')}
          rows={4}
          size="xs"
          spellCheck={false}
          maxLength={maxReplyCharacters}
          value={test.sample}
          autoFocus
          onChange={(event) => readSample(event.currentTarget.value)}
        />
      ) : (
        <Anchor
          component="button"
          type="button"
          className="extraction__sample"
          onClick={() => setHasSample(true)}
        >
          {t('extraction.sample.open')}
        </Anchor>
      )}
    </div>
  );
}

/** The verdict first, then the reasons. */
function UnderstoodReply({ extraction }: { readonly extraction: Extraction }) {
  const { t } = useMessages();
  const { view, test } = extraction;
  const { reply } = test;
  if (reply === null) return null;
  const result = reply.source === 'link' ? reply.result : null;
  const question = findOpenQuestion(extraction);
  const verdict = view === null || isOtherFormat(extraction) ? 'unusable' : view.verdict;

  return (
    <section className="extraction__reply" aria-label={t('extraction.reply.label')}>
      <div className="extraction__verdict" role="status">
        <Status
          tone={question ? 'warning' : tones[verdict]}
          text={t(question ? 'extraction.verdict.question' : `extraction.verdict.${verdict}`)}
        />
        {view && view.proxyCount > 0 && (
          <span>{t('extraction.reply.understood', { count: view.proxyCount })}</span>
        )}
        {result?.outcome === 'read' && <Facts result={result} />}
      </div>
      {result?.outcome === 'failed' && (
        <Notice tone="bad">
          {t(`extraction.fetch.${result.fault}`)} <small>{t('jobs.code', { code: result.fault })}</small>
        </Notice>
      )}
      {result?.outcome === 'refused' && (
        <Notice tone="bad">
          {t('extraction.reply.refusedStatus', { status: result.status })}.{' '}
          {t('extraction.reply.refusedStep')}
        </Notice>
      )}
      {view && <ViewDetails view={view} extraction={extraction} />}
    </section>
  );
}

function Facts({ result }: { readonly result: Extract<LinkTestResult, { outcome: 'read' }> }) {
  const { t } = useMessages();
  const { status, bytes, redirects } = result;
  const encoding = result.encoding ?? t('extraction.reply.encodingUnknown');
  return (
    <span className="extraction__quiet">
      {t('extraction.reply.facts', { status, bytes, encoding })}
      {redirects > 0 && ` · ${t('extraction.reply.redirects', { count: redirects })}`}
    </span>
  );
}

function ViewDetails({ view, extraction }: { readonly view: ReplyView; readonly extraction: Extraction }) {
  const { t } = useMessages();
  const { problem, failure, page, warnings, json } = view;
  const question = findOpenQuestion(extraction);
  return (
    <>
      {failure && <SupplierFailureView failure={failure} />}
      {problem && problem !== 'supplier_failure' && (
        <Notice tone="bad">
          {t(`extraction.problem.${problem}`)}{' '}
          {page?.title && t('extraction.problem.page', { title: page.title })}{' '}
          <small>{t('jobs.code', { code: problem })}</small>
        </Notice>
      )}
      {isOtherFormat(extraction) && (
        <Notice tone="bad">{t(json ? 'extraction.problem.isJson' : 'extraction.problem.isText')}</Notice>
      )}
      {question && (
        <ReplyQuestionView question={question} onPick={(value) => extraction.pick(question.about, value)} />
      )}
      {warnings
        .filter((warning) => warning !== 'ambiguous')
        .map((warning) => (
          <Notice key={warning} tone="warning">
            {t(`extraction.warning.${warning}`)}
          </Notice>
        ))}
      <ReplyProxies view={view} />
      {json && (
        <JsonTreeView tree={json.tree} mapping={extraction.draft.mapping} onMap={extraction.setMapping} />
      )}
    </>
  );
}

/** The reply is understood, and the form says that it would be of the other kind. */
function isOtherFormat({ view, draft }: Extraction): boolean {
  if (view === null || view.problem !== null) return false;
  return (view.json !== null) !== (draft.dataFormat === 'json');
}
