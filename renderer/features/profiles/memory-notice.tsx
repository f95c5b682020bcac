import { Button } from '@mantine/core';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { dismissRepaired, useMemoryProblem } from './remember-view.ts';

/** Tells that columns and filters could not be read or cannot be remembered. */
export function MemoryNotice() {
  const { t } = useMessages();
  const errorText = useErrorText();
  const { repaired, error } = useMemoryProblem();
  if (repaired.length === 0 && error === null) return null;
  const text = error === null ? null : errorText(error);
  return (
    <div className="profile-notices">
      {repaired.length > 0 && (
        <Notice
          tone="warning"
          actions={
            <Button variant="default" size="compact-sm" onClick={dismissRepaired}>
              {t('views.repairedClose')}
            </Button>
          }
        >
          {t('views.repaired')}
        </Notice>
      )}
      {text && (
        <Notice tone="warning">
          {t('views.notRemembered', { reason: text.sentence })}{' '}
          <span className="profile-notices__code">{text.code}</span>
        </Notice>
      )}
    </div>
  );
}
