import { Button, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { operationWords } from '../../shared/messages/operation-words.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import type { OperationKind, StartableOperation } from '../../shared/operation.ts';
import type { ProfileId } from '../../shared/profile.ts';
import { useMessages } from '../messages.tsx';
import { Notice } from '../ui/notice.tsx';
import { useErrorText } from '../use-error-text.ts';
import { CheckSummary } from './check-summary.tsx';
import { planRun, readTypedCount } from './plan-run.ts';
import { TypedCountField } from './typed-count-field.tsx';
import { useCheck } from './use-check.ts';
import { useStartJob } from './use-start-job.ts';
import '../ui/dialog-form.css';

/** What every form of an operation is given. */
export interface OperationFormProps {
  readonly profileIds: readonly ProfileId[];
  /** The choices to begin with. */
  readonly preset: StartableOperation | undefined;
  readonly closeOpened: boolean;
  readonly onClose: () => void;
}

export interface OperationFrameProps
  extends Pick<OperationFormProps, 'profileIds' | 'closeOpened' | 'onClose'> {
  readonly kind: OperationKind;
  /** The chosen operation as it is checked, without secrets; null while something is missing. */
  readonly operation: StartableOperation | null;
  /** What is started, if it is not `operation` as it stands: called once, after the click. */
  readonly prepare?: () => Promise<StartableOperation>;
  /** How many times it is done to each profile. */
  readonly timesEach?: number;
  /** The choices. */
  readonly children?: ReactNode;
}

/**
 * The frame of every operation's dialog: below the choices the check before the run, then what confirms it,
 * and a button that says what it will do to how many.
 */
export function OperationFrame(props: OperationFrameProps) {
  const { profileIds, kind, operation, prepare, timesEach = 1, children, onClose } = props;
  const { t } = useMessages();
  const errorText = useErrorText();
  const [chosenIds] = useState(profileIds);
  const [isClosing, setIsClosing] = useState(props.closeOpened);
  const [typed, setTyped] = useState('');
  const { check, error, isChecking, isCurrent, checkAgain } = useCheck(operation, chosenIds);
  const { start, isStarting, error: startError } = useStartJob(onClose);

  const plan = check ? planRun(check, kind, isClosing) : null;
  const targetCount = plan?.targetCount ?? 0;
  const typedCount = readTypedCount(typed, targetCount);
  const isReady =
    plan !== null && isCurrent && targetCount > 0 && (!plan.needsTypedCount || typedCount !== null);

  const startJob = () => {
    if (!isReady || !plan || !operation) return;
    start({
      prepare: prepare ?? (() => Promise.resolve(operation)),
      profileIds: [...chosenIds],
      closeOpened: isClosing && plan.closable.length > 0,
      typedCount: plan.needsTypedCount ? typedCount : null,
    });
  };

  return (
    <Stack gap="md">
      {children}

      <CheckSummary
        kind={kind}
        plan={plan}
        error={error}
        isWaiting={operation === null}
        isChecking={isChecking}
        isClosing={isClosing}
        onClosingChange={setIsClosing}
        onCheckAgain={checkAgain}
      />

      {startError && (
        <Notice tone="bad">
          <strong>{t('jobs.clear.notStarted')}</strong> {errorText(startError).sentence}{' '}
          <small>{errorText(startError).code}</small>
        </Notice>
      )}

      <div className="dialog-form__footer">
        {plan?.needsTypedCount && (
          <TypedCountField
            kind={kind}
            expected={targetCount}
            text={typed}
            onChange={setTyped}
            onEnter={startJob}
          />
        )}
        <div className="dialog-form__buttons">
          <Button variant="default" onClick={onClose}>
            {t('jobs.clear.cancel')}
          </Button>
          <Button
            {...(kind === 'delete' && { color: 'red' })}
            disabled={!isReady}
            loading={isStarting}
            onClick={startJob}
          >
            {nameStart(t, kind, plan ? targetCount * timesEach : null)}
          </Button>
        </div>
      </div>
    </Stack>
  );
}

function nameStart(t: Translate, kind: OperationKind, count: number | null): string {
  if (count === null) return t(operationWords[kind].name);
  return count === 0 ? t('jobs.clear.startNothing') : t(operationWords[kind].start, { count });
}
