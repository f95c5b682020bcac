import { Button, SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { exampleBody } from '../../../shared/console/example-body.ts';
import { findProblems } from '../../../shared/console/find-problems.ts';
import { toFormModel } from '../../../shared/console/form-model.ts';
import { actionById } from '../../../shared/local-api/catalogue.ts';
import type { ActionId } from '../../../shared/local-api/wire.generated.ts';
import { titleOf } from '../../action-title.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStore } from '../../ui/store.ts';
import { ActionMark } from './action-list.tsx';
import { BodyForm } from './body-form.tsx';
import { consoleStore, draftOf, replaceBody, setView } from './console-store.ts';
import { noteOf } from './console-words.ts';
import { JsonEditor } from './json-editor.tsx';
import { SendBar } from './send-bar.tsx';
import { useServiceAddress } from './use-call-address.ts';

/** The action in view: what it is, its body as a form or as JSON, and the button that sends it. */
export function RequestPanel({ action }: { readonly action: ActionId }) {
  const { t, language } = useMessages();
  const spec = actionById(action);
  const draft = useStore(consoleStore, (state) => draftOf(state, action));
  const view = useStore(consoleStore, (state) => state.view);
  const model = useMemo(() => toFormModel(spec.request, draft.body), [spec, draft.body]);
  const problems = useMemo(() => findProblems(action, draft.body), [action, draft.body]);
  const hasFields = Object.keys(spec.request).length > 0 || model.unknownNames.length > 0;
  return (
    <section className="console__request" aria-label={t('console.body.label')}>
      <header className="console__head">
        <h2 className="console__title">{titleOf(action, language)}</h2>
        <ActionMark action={spec} />
        <code className="console__path">{`${spec.method} ${spec.path}`}</code>
      </header>
      <div className="console__scroll">
        <p className="console__purpose">{noteOf(spec.purpose, language)}</p>
        <ActionNotes action={action} />
        <div className="console__tools">
          <SegmentedControl
            aria-label={t('console.body.view')}
            size="xs"
            value={view}
            onChange={(value) => setView(value === 'json' ? 'json' : 'form')}
            data={[
              { value: 'form', label: t('console.body.form') },
              { value: 'json', label: t('console.body.json') },
            ]}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => replaceBody({ ...exampleBody(spec.request, 'required'), ...draft.body })}
          >
            {t('console.body.fill')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => replaceBody({})}>
            {t('console.body.clear')}
          </Button>
        </div>
        {view === 'json' ? (
          <JsonEditor draft={draft} />
        ) : (
          <>
            {draft.jsonFault && (
              <Notice tone="warning">
                {draft.jsonFault.kind === 'syntax'
                  ? t('console.body.faultInForm', {
                      line: draft.jsonFault.line,
                      column: draft.jsonFault.column,
                    })
                  : t('console.body.notObject')}
              </Notice>
            )}
            {hasFields ? (
              <BodyForm model={model} problems={problems} />
            ) : (
              <p className="console__quiet">{t('console.noBody')}</p>
            )}
          </>
        )}
      </div>
      <SendBar action={action} draft={draft} problems={problems} />
    </section>
  );
}

function ActionNotes({ action }: { readonly action: ActionId }) {
  const { t, language } = useMessages();
  const { notes = [], sources, envelope } = actionById(action);
  const serviceAddress = useServiceAddress();
  return (
    <>
      {envelope === 'none' && serviceAddress && (
        <Notice tone="info">
          {t('console.otherService', { address: `${serviceAddress.host}:${serviceAddress.port}` })}
        </Notice>
      )}
      {sources && (
        <p className="console__quiet">{t('console.notDocumented', { sources: sources.join(', ') })}</p>
      )}
      {notes.length > 0 && (
        <details className="console__notes">
          <summary>{t('console.facts')}</summary>
          <ul>
            {notes.map((note) => (
              <li key={note}>{noteOf(note, language)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
