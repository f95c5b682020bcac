import { Select, TextInput } from '@mantine/core';
import type { ProfileRow } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';
import type { ExtractionDraft } from './extraction-draft.ts';
import { FormatFields } from './format-fields.tsx';
import { LinkField } from './link-field.tsx';
import { LinkTestLine } from './link-test-line.tsx';
import { PresetBar } from './preset-bar.tsx';
import { ReplyPanel } from './reply-panel.tsx';
import { RulesFields } from './rules-fields.tsx';
import type { Extraction } from './use-extraction.ts';

/** Types of proxies that a link can give. */
const proxyTypes = ['http', 'https', 'socks5', 'ssh'] as const satisfies ExtractionDraft['proxyType'][];

/** The whole form on one side, and on the other what the link gave. */
export function LinkStep({
  extraction,
  firstProfile,
}: {
  readonly extraction: Extraction;
  readonly firstProfile: ProfileRow | null;
}) {
  const { t } = useMessages();
  const { draft, change } = extraction;
  return (
    <>
      <PresetBar extraction={extraction} />
      <div className="extraction__sides">
        <div className="extraction__fields">
          <div className="extraction__ask">
            <LinkField extraction={extraction} />
            <LinkTestLine extraction={extraction} firstProfile={firstProfile} />
          </div>
          <div className="extraction__pair">
            <Select
              label={t('extraction.type.label')}
              description={t('extraction.type.hint')}
              data={proxyTypes.map((type) => ({ value: type, label: type.toUpperCase() }))}
              value={draft.proxyType}
              comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed' }}
              onChange={(value) => {
                const proxyType = proxyTypes.find((each) => each === value);
                if (proxyType) change({ proxyType });
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
          <RulesFields draft={draft} onChange={change} />
        </div>
        <ReplyPanel extraction={extraction} />
      </div>
    </>
  );
}
