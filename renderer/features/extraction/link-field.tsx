import { Anchor, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { placeholders } from '../../../shared/extraction/link-template.ts';
import { maskLink } from '../../../shared/extraction/mask-link.ts';
import { useMessages } from '../../messages.tsx';
import type { Extraction } from './use-extraction.ts';

/** The link, typed or of a preset, and what it says about the reply. It is a password in itself: shown masked only. */
export function LinkField({ extraction }: { readonly extraction: Extraction }) {
  const { t } = useMessages();
  const { draft, faults, setLink } = extraction;
  const [isChanging, setIsChanging] = useState(false);
  const hasFault = faults.link !== undefined && faults.link !== 'empty';
  const description = t('extraction.link.hint', {
    placeholders: placeholders.map((name) => `{${name}}`).join(' '),
  });

  return (
    <>
      {draft.heldLink === null ? (
        <>
          <TextInput
            type="password"
            autoComplete="off"
            spellCheck={false}
            label={t('extraction.link.label')}
            description={description}
            error={hasFault && faults.link ? t(`extraction.fault.${faults.link}`) : null}
            value={draft.link}
            onChange={(event) => setLink(event.currentTarget.value)}
            // The button that made the link a field is gone: the focus goes on here.
            autoFocus={isChanging}
            data-autofocus
          />
          {faults.link === undefined && <p className="extraction__masked">{maskLink(draft.link)}</p>}
        </>
      ) : (
        <TextInput
          label={t('extraction.link.label')}
          description={t('extraction.link.held')}
          value={draft.heldLink.masked}
          readOnly
          rightSectionWidth="auto"
          rightSection={
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                setIsChanging(true);
                setLink('');
              }}
            >
              {t('extraction.link.change')}
            </Button>
          }
        />
      )}
      <LinkHintLines extraction={extraction} />
    </>
  );
}

function LinkHintLines({ extraction: { draft, hints, change } }: { readonly extraction: Extraction }) {
  const { t } = useMessages();
  const { perRequest, format, protocol } = hints;
  return (
    <ul className="extraction__hints">
      {perRequest && <li>{t('extraction.hint.perRequest', { ...perRequest })}</li>}
      {format && format !== draft.dataFormat && (
        <li>
          {t('extraction.hint.format', { format: t(`extraction.dataFormat.${format}`) })}{' '}
          <Anchor component="button" type="button" onClick={() => change({ dataFormat: format })}>
            {t('extraction.hint.use')}
          </Anchor>
        </li>
      )}
      {protocol && protocol !== draft.proxyType && (
        <li>
          {t('extraction.hint.protocol', { protocol })}{' '}
          <Anchor component="button" type="button" onClick={() => change({ proxyType: protocol })}>
            {t('extraction.hint.use')}
          </Anchor>
        </li>
      )}
    </ul>
  );
}
