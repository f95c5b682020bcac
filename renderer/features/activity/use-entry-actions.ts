import { type ActivityEntry, otherActions } from '../../../shared/activity.ts';
import type { JobId } from '../../../shared/job.ts';
import type { ActionId } from '../../../shared/local-api/wire.generated.ts';
import { useMessages } from '../../messages.tsx';
import { goTo } from '../../navigation.ts';
import { openConsole } from '../../requests/console-request.ts';

/** A way on from a request. */
export interface EntryAction {
  readonly key: string;
  readonly text: string;
  readonly onChoose: () => void;
}

/** The ways on from a request: the console for what it knows, and the job it was sent for. */
export function useEntryActions(): (entry: ActivityEntry) => readonly EntryAction[] {
  const { t } = useMessages();
  return ({ action, body, jobId }) => [
    ...(isOtherAction(action)
      ? []
      : [
          {
            key: 'console',
            text: t('activity.details.console'),
            onChoose: () => openConsole({ action, body: body ?? {} }),
          },
        ]),
    ...(jobId === null
      ? []
      : [
          {
            key: 'job',
            text: t('activity.details.job'),
            onChoose: () => goTo({ page: 'jobs', jobId: jobId as JobId }),
          },
        ]),
  ];
}

function isOtherAction(
  action: ActivityEntry['action'],
): action is Exclude<ActivityEntry['action'], ActionId> {
  return otherActions.some((other) => other === action);
}
