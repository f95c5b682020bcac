// First here as in main.tsx: what both need is one chunk, and its rules must come after the library's.
import '../../ui/mantine-styles.ts';
import '../../ui/tokens.css';
import { useEffect } from 'react';
import { useMessages } from '../../messages.tsx';
import { useAskedCall } from '../../requests/console-request.ts';
import { Page } from '../../ui/page.tsx';
import { useStore } from '../../ui/store.ts';
import { ActionList } from './action-list.tsx';
import { consoleStore, showCall } from './console-store.ts';
import { RecentCalls } from './recent-calls.tsx';
import { ReplyPanel } from './reply-panel.tsx';
import { RequestPanel } from './request-panel.tsx';
import './console.css';

/** The request that was taken over last: coming back to the page must not undo what was typed since. */
let taken: unknown = null;

/** The actions at the left, the request and its reply beside them. */
export function ConsoleView() {
  const { t } = useMessages();
  const asked = useAskedCall();
  const action = useStore(consoleStore, (state) => state.action);
  const hasReply = useStore(consoleStore, (state) => state.ends[action] !== undefined);
  useEffect(() => {
    if (asked === null || asked === taken) return;
    taken = asked;
    showCall(asked.action, asked.body);
  }, [asked]);
  return (
    <Page
      title={t('app.page.console')}
      help={{ label: t('help.page.consoleLabel'), text: t('help.page.console') }}
      actions={<RecentCalls />}
      isFixedHeight
    >
      <div className="console" data-answered={hasReply || undefined}>
        <ActionList />
        <RequestPanel key={`request ${action}`} action={action} />
        <ReplyPanel key={`reply ${action}`} action={action} />
      </div>
    </Page>
  );
}
