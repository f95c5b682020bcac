import { describeCause, describePause } from '../../cause-text.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import type { CanaryPhase, CanaryState } from './use-canary.ts';

const kinds = { set: 'set_proxy', open: 'open', read: 'open', close: 'close' } as const satisfies Record<
  CanaryPhase,
  string
>;

/** How the try on one profile went, and if it failed, why and what to do. */
export function CanaryResult({
  state,
  isCurrent,
}: {
  readonly state: CanaryState;
  readonly isCurrent: boolean;
}) {
  const { t } = useMessages();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return (
        <Notice tone="info">
          {t(`extraction.canary.state.${state.phase}`, { id: state.profileId })}{' '}
          {t('extraction.canary.running')}
        </Notice>
      );
    case 'passed':
      if (!isCurrent) return <Notice tone="warning">{t('extraction.canary.changed')}</Notice>;
      return (
        <Notice tone="good">
          {state.realIp === null
            ? t('extraction.canary.passed', { id: state.profileId })
            : t('extraction.canary.passedOpened', {
                id: state.profileId,
                ip: state.realIp || t('extraction.canary.noIp'),
              })}
        </Notice>
      );
    case 'failed':
      return <CanaryFailure state={state} />;
  }
}

function CanaryFailure({ state }: { readonly state: Extract<CanaryState, { kind: 'failed' }> }) {
  const { t } = useMessages();
  const { title, step, code } = useCause(state);
  const { phase, profileId, isLeftOpen } = state;
  return (
    <Notice tone="bad">
      <strong>{t(`extraction.canary.failed.${phase}`, { id: profileId })}</strong>{' '}
      {t('error.sentence', { title, body: step })} {code && <small>{code}</small>}{' '}
      {isLeftOpen && phase !== 'close' && t('extraction.canary.notClosed', { id: profileId })}
    </Notice>
  );
}

function useCause({ phase, outcome, error }: Extract<CanaryState, { kind: 'failed' }>) {
  const { t, language } = useMessages();
  const errorText = useErrorText();
  if (outcome === null) {
    const { title, body, code } = errorText(error);
    return { title, step: body, code };
  }
  if ('pause' in outcome)
    return describePause(t, language, { reason: outcome.pause, apiCode: outcome.apiCode });
  return describeCause(t, language, { ...outcome, kind: kinds[phase] });
}
