import { Button, Textarea } from '@mantine/core';
import { useMessages } from '../../messages.tsx';
import { type Draft, replaceBody, typeJson } from './console-store.ts';

/** The body as JSON. Whatever can be read stands in the form at once. */
export function JsonEditor({ draft }: { readonly draft: Draft }) {
  const { t } = useMessages();
  const { jsonText, jsonFault, body } = draft;
  const error =
    jsonFault === null
      ? null
      : jsonFault.kind === 'syntax'
        ? t('console.body.fault', { line: jsonFault.line, column: jsonFault.column })
        : t('console.body.notObject');
  return (
    <div className="console__json">
      <Textarea
        aria-label={t('console.body.jsonLabel')}
        classNames={{ input: 'console__code' }}
        rows={14}
        spellCheck={false}
        autoComplete="off"
        value={jsonText}
        error={error}
        onChange={(event) => typeJson(event.currentTarget.value)}
      />
      <Button
        size="compact-sm"
        variant="default"
        disabled={jsonFault !== null}
        onClick={() => replaceBody(body)}
      >
        {t('console.body.format')}
      </Button>
    </div>
  );
}
