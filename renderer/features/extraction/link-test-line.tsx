import { Button } from '@mantine/core';
import { findPlaceholders } from '../../../shared/extraction/link-template.ts';
import type { ProfileRow } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { getReadableLink } from './extraction-draft.ts';
import type { Extraction } from './use-extraction.ts';
import { useWait } from './use-wait.ts';

/** The button that asks the supplier once, and what that costs. */
export function LinkTestLine({
  extraction,
  firstProfile,
}: {
  readonly extraction: Extraction;
  readonly firstProfile: ProfileRow | null;
}) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const { draft, faults, test, startTest } = extraction;
  const wait = useWait(test.reply);
  const isTemplate = findPlaceholders(getReadableLink(draft)).length > 0;
  const failure = test.error && errorText(test.error);

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
      </div>
      {failure && (
        <Notice tone="bad">
          {failure.sentence} <small>{failure.code}</small>
        </Notice>
      )}
    </>
  );
}
