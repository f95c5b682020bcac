import { Radio, Stack, TextInput } from '@mantine/core';
import { mappingParts } from '../../../shared/extraction/json-mapping.ts';
import { type TextFormat, textFormats } from '../../../shared/extraction/text-format.ts';
import { useMessages } from '../../messages.tsx';
import type { Extraction } from './use-extraction.ts';

const examples: Record<TextFormat, string> = {
  'ip:port': '203.0.113.7:8080',
  'ip:port:username:password': '203.0.113.7:8080:anna:secret',
  'username:password@ip:port': 'anna:secret@203.0.113.7:8080',
  'ip:port@username:password': '203.0.113.7:8080@anna:secret',
  'username:password:ip:port': 'anna:secret:203.0.113.7:8080',
};

/** How the reply is to be read: one of five text formats, or the keys of a JSON reply. */
export function FormatFields({ extraction }: { readonly extraction: Extraction }) {
  const { t } = useMessages();
  const { draft, faults, change, setTextFormat, setMapping } = extraction;
  return (
    <>
      <Radio.Group
        label={t('extraction.dataFormat.label')}
        description={t('extraction.dataFormat.hint')}
        value={draft.dataFormat}
        onChange={(value) => change({ dataFormat: value === 'json' ? 'json' : 'txt' })}
      >
        <div className="extraction__radios">
          <Radio value="txt" label={t('extraction.dataFormat.txt')} />
          <Radio value="json" label={t('extraction.dataFormat.json')} />
        </div>
      </Radio.Group>
      {draft.dataFormat === 'txt' ? (
        <Radio.Group
          label={t('extraction.textFormat.label')}
          value={draft.textFormat}
          onChange={(value) => {
            const format = textFormats.find((each) => each === value);
            if (format) setTextFormat(format);
          }}
        >
          <Stack gap={6} mt={6}>
            {textFormats.map((format) => (
              <Radio
                key={format}
                value={format}
                label={format}
                description={t('extraction.textFormat.example', { example: examples[format] })}
              />
            ))}
          </Stack>
        </Radio.Group>
      ) : (
        <fieldset className="extraction__mapping">
          <legend>{t('extraction.mapping.label')}</legend>
          <p className="extraction__quiet">{t('extraction.mapping.hint')}</p>
          <div className="extraction__keys">
            {mappingParts.map((part) => {
              const fault = faults[part];
              return (
                <TextInput
                  key={part}
                  label={t(`extraction.mapping.${part}`)}
                  required={part === 'ip' || part === 'port'}
                  autoComplete="off"
                  spellCheck={false}
                  value={draft.mapping[part]}
                  error={fault ? t(`extraction.fault.${fault}`) : null}
                  onChange={(event) => setMapping(part, event.currentTarget.value)}
                />
              );
            })}
          </div>
        </fieldset>
      )}
    </>
  );
}
