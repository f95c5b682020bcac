import { Radio, Stack } from '@mantine/core';
import { useMessages } from '../../messages.tsx';
import type { ExtractionDraft } from './extraction-draft.ts';

/** When a new IP is taken and where it is looked up. */
export function RulesFields({
  draft,
  onChange,
}: {
  readonly draft: ExtractionDraft;
  readonly onChange: (part: Partial<ExtractionDraft>) => void;
}) {
  const { t } = useMessages();
  return (
    <>
      <Radio.Group
        label={t('extraction.method.label')}
        value={draft.method}
        onChange={(value) => onChange({ method: value === 'every_type' ? value : 'invalid' })}
      >
        <Stack gap="xs" mt={6}>
          <Radio
            value="invalid"
            label={t('extraction.method.invalid')}
            description={t('extraction.method.invalidCost')}
          />
          <Radio
            value="every_type"
            label={t('extraction.method.every_type')}
            description={t('extraction.method.everyCost')}
          />
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t('extraction.checkLine.label')}
        description={t('extraction.checkLine.hint')}
        value={draft.checkLine}
        onChange={(value) => onChange({ checkLine: value === 'cn_line' ? value : 'global_line' })}
      >
        <div className="extraction__radios">
          <Radio value="global_line" label={t('extraction.checkLine.global_line')} />
          <Radio value="cn_line" label={t('extraction.checkLine.cn_line')} />
        </div>
      </Radio.Group>
    </>
  );
}
