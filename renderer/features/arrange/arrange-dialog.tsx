import { Button, Checkbox, Modal, NumberInput, Radio, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { WindowArrangement } from '../../../shared/arrange.ts';
import type { MessageKey } from '../../../shared/messages/language.ts';
import type { OpenProfile } from '../../../shared/profile.ts';
import { callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';
import { useKnownProfiles } from '../../known-profiles.ts';
import { useMessages } from '../../messages.tsx';
import { closeArrangeDialog, useAskedArrange } from '../../requests/arrange-request.ts';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import {
  type ArrangeDraft,
  type ArrangeField,
  defaultArrangement,
  isFieldRight,
  listFields,
  rangeOf,
  toArrangement,
} from './arrange-draft.ts';
import '../../ui/dialog-form.css';
import './arrange.css';

const labels: Record<ArrangeField, MessageKey> = {
  screen: 'arrange.screen',
  startX: 'arrange.startX',
  startY: 'arrange.startY',
  width: 'arrange.width',
  height: 'arrange.height',
  gapX: 'arrange.gapX',
  gapY: 'arrange.gapY',
  perLine: 'arrange.perLine',
  offsetX: 'arrange.offsetX',
  offsetY: 'arrange.offsetY',
};

/** Fields that are no length. */
const plainNumbers: ReadonlySet<ArrangeField> = new Set(['screen', 'perLine']);

/** Arranges the windows that are open on this computer. What was chosen stays until the app ends. */
export function ArrangeDialog() {
  const { t } = useMessages();
  const { isOpen, opening } = useAskedArrange();
  const [draft, setDraft] = useState(defaultArrangement);
  const opened = useQuery({ ...commandQuery('profiles.listOpened', {}), enabled: isOpen });
  const windows = opened.data?.profiles.filter(({ canClose }) => canClose);
  // Mounted from the beginning: the dialog notes at its opening where the focus was.
  return (
    <Modal
      opened={isOpen}
      onClose={closeArrangeDialog}
      title={t('arrange.title', { count: windows?.length ?? 0 })}
      size={600}
      classNames={{ body: 'dialog-form__body' }}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      <ArrangeForm
        key={opening}
        windows={windows}
        error={opened.error}
        onReadAgain={() => void opened.refetch()}
        draft={draft}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
    </Modal>
  );
}

function ArrangeForm({
  windows,
  error,
  onReadAgain,
  draft,
  onChange,
}: {
  /** Undefined until they were read. */
  readonly windows: readonly OpenProfile[] | undefined;
  readonly error: Error | null;
  readonly onReadAgain: () => void;
  readonly draft: ArrangeDraft;
  readonly onChange: (part: Partial<ArrangeDraft>) => void;
}) {
  const { t } = useMessages();
  const errorText = useErrorText();
  // Beside the state, because the second click of a double click comes before the next rendering.
  const isSent = useRef(false);
  const arrange = useMutation({
    mutationFn: (arrangement: WindowArrangement) => callCommand('profiles.arrangeWindows', arrangement),
    onSettled: () => {
      isSent.current = false;
    },
  });
  const arrangement = toArrangement(draft);
  const count = windows?.length ?? 0;
  const submit = () => {
    if (!arrangement || count === 0 || isSent.current) return;
    isSent.current = true;
    arrange.mutate(arrangement);
  };
  const change = (part: Partial<ArrangeDraft>) => {
    arrange.reset();
    onChange(part);
  };

  if (error && !windows) {
    const { title, body, code } = errorText(error);
    return (
      <ErrorCard
        title={title}
        code={code}
        actions={<Button onClick={onReadAgain}>{t('jobs.clear.tryAgain')}</Button>}
      >
        <p>{t('profiles.openedFailed')}</p>
        <p>{body}</p>
      </ErrorCard>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        {windows ? <WindowNames windows={windows} /> : <Skeleton height={40} />}
        <Radio.Group
          label={t('arrange.pattern')}
          value={draft.pattern}
          onChange={(value) => change({ pattern: value === 'overlap' ? 'overlap' : 'grid' })}
        >
          <Stack gap="xs" mt={6}>
            <Radio
              value="grid"
              label={t('arrange.grid')}
              description={t('arrange.gridHint')}
              data-autofocus={draft.pattern === 'grid' || undefined}
            />
            <Radio
              value="overlap"
              label={t('arrange.overlap')}
              description={t('arrange.overlapHint')}
              data-autofocus={draft.pattern === 'overlap' || undefined}
            />
          </Stack>
        </Radio.Group>
        <Checkbox
          label={t('arrange.fitted')}
          description={t('arrange.fittedHint')}
          checked={draft.isFitted}
          onChange={(event) => change({ isFitted: event.currentTarget.checked })}
        />
        <div className="arrange__fields">
          {listFields(draft).map((field) => (
            <NumberInput
              key={field}
              label={t(labels[field])}
              description={field === 'screen' && t('arrange.screenHint')}
              error={!isFieldRight(draft, field) && t('arrange.wrong', rangeOf(field))}
              value={draft[field]}
              onChange={(value) => change({ [field]: value })}
              suffix={plainNumbers.has(field) ? '' : ` ${t('arrange.pixels')}`}
              allowDecimal={false}
              allowNegative={false}
              clampBehavior="none"
            />
          ))}
        </div>
        <div className="dialog-form__footer">
          <div aria-live="polite">
            {arrange.isSuccess && (
              <Notice tone="good">
                <strong>{t('arrange.done', { count })}</strong> {t('arrange.doneHint')}
              </Notice>
            )}
          </div>
          {arrange.error && (
            <Notice tone="bad">
              <strong>{t('arrange.failed')}</strong> {errorText(arrange.error).sentence}{' '}
              <small>{errorText(arrange.error).code}</small>
            </Notice>
          )}
          <div className="dialog-form__buttons">
            <Button variant="default" onClick={closeArrangeDialog}>
              {t(arrange.isSuccess ? 'arrange.close' : 'jobs.clear.cancel')}
            </Button>
            <Button type="submit" disabled={!arrangement || count === 0} loading={arrange.isPending}>
              {t('arrange.start')}
            </Button>
          </div>
        </div>
      </Stack>
    </form>
  );
}

/** Windows that are named; the others are counted. */
const mostNames = 6;

function WindowNames({ windows }: { readonly windows: readonly OpenProfile[] }) {
  const { t } = useMessages();
  const ids = windows.slice(0, mostNames).map(({ profileId }) => profileId);
  const names = new Map(useKnownProfiles(ids, mostNames).map(({ id, name }) => [id, name]));
  if (windows.length === 0) return <Notice tone="info">{t('arrange.none')}</Notice>;
  return (
    <p className="dialog-form__sentence">
      {t('arrange.windows')}{' '}
      {ids.map((id) => (
        <span key={id} className="arrange__window">
          #{id} {names.get(id) ?? ''}
        </span>
      ))}
      {windows.length > ids.length && t('arrange.more', { count: windows.length - ids.length })}
    </p>
  );
}
