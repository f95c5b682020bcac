import { Button, Modal, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { JobSnapshot } from '../../../shared/job.ts';
import { undoObstacleWords } from '../../../shared/messages/job-words.ts';
import { callCommand } from '../../api.ts';
import { describeOperation } from '../../describe-operation.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useFormats } from '../../use-formats.ts';
import { useRefreshJobs } from '../../use-refresh-jobs.ts';
import '../../ui/dialog-form.css';

export interface UndoDialogProps {
  readonly job: JobSnapshot;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says how much of a job can be brought back and why the rest cannot, before anything is changed. */
export function UndoDialog({ job, opened, onClose }: UndoDialogProps) {
  const { t } = useMessages();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('jobs.undo.title', { operation: describeOperation(t, job.operation) })}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      <UndoForm job={job} onClose={onClose} />
    </Modal>
  );
}

function UndoForm({ job, onClose }: Pick<UndoDialogProps, 'job' | 'onClose'>) {
  const { t } = useMessages();
  const formats = useFormats();
  const errorText = useErrorText();
  const refreshJobs = useRefreshJobs();
  const plan = useQuery({
    queryKey: ['jobs.undoPlan', job.id],
    queryFn: () => callCommand('jobs.undoPlan', { jobId: job.id }),
    staleTime: 0,
    gcTime: 0,
  });
  const undo = useMutation({
    mutationFn: () => callCommand('jobs.undo', { jobId: job.id }),
    onSuccess: async () => {
      onClose();
      await refreshJobs();
    },
  });
  const failure = plan.error ?? undo.error;
  const restorable = plan.data?.restorable ?? 0;

  return (
    <Stack gap="md">
      {failure && (
        <Notice
          tone="bad"
          actions={
            plan.error && (
              <Button variant="default" loading={plan.isFetching} onClick={() => void plan.refetch()}>
                {t('jobs.clear.tryAgain')}
              </Button>
            )
          }
        >
          <strong>{t(plan.error ? 'jobs.undo.readFailed' : 'jobs.undo.failed')}</strong>{' '}
          {errorText(failure).sentence} <small>{errorText(failure).code}</small>
        </Notice>
      )}
      {plan.isLoading && (
        <div aria-busy>
          <span>{t('jobs.undo.reading')}</span>
          <Skeleton height={12} width="60%" mt="xs" />
        </div>
      )}
      {plan.data && (
        <section className="check-summary">
          <p className="check-summary__counts">
            {restorable === 0
              ? t('jobs.undo.nothing')
              : t('jobs.undo.coverage', { restorable, total: plan.data.total })}
          </p>
          {plan.data.obstacles.map(({ obstacle, count }) => (
            <p key={obstacle} className="check-summary__hint">
              {t(undoObstacleWords[obstacle], { count })}
            </p>
          ))}
          <p className="check-summary__hint">{t('jobs.undo.asOf', { time: formats.time(plan.data.asOf) })}</p>
        </section>
      )}
      <div className="dialog-form__buttons">
        <Button variant="default" onClick={onClose}>
          {t('jobs.clear.cancel')}
        </Button>
        <Button
          disabled={restorable === 0 || undo.isSuccess}
          loading={undo.isPending}
          onClick={() => undo.mutate()}
        >
          {t('jobs.undo.start', { count: restorable })}
        </Button>
      </div>
    </Stack>
  );
}
