import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import type { ProfileId, ProfileRow } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';
import { changeProfileView, clearProfileFilters } from '../../profile-list/profile-view-store.ts';
import { selection } from '../../selection.ts';
import { Notice } from '../../ui/notice.tsx';
import { closeListDialog, useAskedList } from './list-request.ts';
import { indexProfiles, matchProfiles, type ProfileMatch } from './match-profiles.ts';
import '../../ui/dialog-form.css';
import './list-dialog.css';

/** Words and names that are named at once; the rest is a number. */
const mostNamed = 20;
const mostAsked = 50;

function Dialog({ rows, isComplete }: ListDialogProps) {
  const { t } = useMessages();
  const asked = useAskedList();
  if (!asked) return null;
  return (
    <Modal
      opened={asked.isOpen}
      onClose={closeListDialog}
      title={t('list.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      <ListForm key={asked.opening} text={asked.text} rows={rows} isComplete={isComplete} />
    </Modal>
  );
}

/** Selects or shows the profiles of a pasted list, and tells which of it were not found. */
export const ListDialog = memo(Dialog);

export interface ListDialogProps {
  readonly rows: readonly ProfileRow[];
  /** The whole list of profiles is known. */
  readonly isComplete: boolean;
}

function ListForm({ text: pasted, rows, isComplete }: ListDialogProps & { readonly text: string }) {
  const { t } = useMessages();
  const [text, setText] = useState(pasted);
  const [chosen, setChosen] = useState<ReadonlySet<ProfileId>>(new Set());
  const deferred = useDeferredValue(text);
  const index = useMemo(() => indexProfiles(rows), [rows]);
  const match = useMemo(() => matchProfiles(deferred, index), [deferred, index]);
  const candidates = new Set(match.ambiguous.flatMap(({ profileIds }) => profileIds));
  const ids = [...new Set([...match.found, ...[...chosen].filter((id) => candidates.has(id))])];
  const isRead = deferred === text;

  const finish = () => {
    selection.replace(ids);
    closeListDialog();
  };
  const showOnly = () => {
    clearProfileFilters();
    changeProfileView({ listed: new Set(ids) });
    finish();
  };
  return (
    <div className="list-dialog">
      <Textarea
        label={t('list.label')}
        description={t('list.hint')}
        value={text}
        rows={8}
        spellCheck={false}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {!isComplete && <Notice tone="warning">{t('list.incomplete')}</Notice>}
      {deferred.trim() !== '' && <MatchSummary match={match} count={ids.length} />}
      <Choices match={match} rows={rows} chosen={chosen} onChoose={setChosen} />
      <div className="dialog-form__buttons">
        <Button variant="default" onClick={closeListDialog}>
          {t('jobs.clear.cancel')}
        </Button>
        <Button variant="default" disabled={ids.length === 0 || !isRead} onClick={showOnly}>
          {t('list.showOnly', { count: ids.length })}
        </Button>
        <Button disabled={ids.length === 0 || !isRead} onClick={finish}>
          {t('list.select', { count: ids.length })}
        </Button>
      </div>
    </div>
  );
}

function MatchSummary({ match, count }: { readonly match: ProfileMatch; readonly count: number }) {
  const { t } = useMessages();
  const { missing, ambiguous, repeated } = match;
  const rest = missing.length - mostNamed;
  return (
    <div role="status" className="list-dialog__summary">
      <Notice tone={missing.length > 0 || ambiguous.length > 0 ? 'warning' : 'good'}>
        <strong>{t('list.found', { count })}</strong>
        {missing.length > 0 && (
          <>
            {' · '}
            {t('list.missing', { count: missing.length })}{' '}
            <span className="list-dialog__words">{missing.slice(0, mostNamed).join(', ')}</span>
            {rest > 0 && ` ${t('list.more', { count: rest })}`}
          </>
        )}
        {ambiguous.length > 0 && ` · ${t('list.ambiguous', { count: ambiguous.length })}`}
        {repeated.length > 0 && (
          <>
            {' · '}
            {t('list.repeated', { count: repeated.length })}{' '}
            <span className="list-dialog__words">{repeated.slice(0, mostNamed).join(', ')}</span>
            {repeated.length > mostNamed && ` ${t('list.more', { count: repeated.length - mostNamed })}`}
          </>
        )}
      </Notice>
    </div>
  );
}

interface ChoicesProps {
  readonly match: ProfileMatch;
  readonly rows: readonly ProfileRow[];
  readonly chosen: ReadonlySet<ProfileId>;
  readonly onChoose: (chosen: ReadonlySet<ProfileId>) => void;
}

/** The names that several profiles have: nothing is chosen until somebody does. */
function Choices({ match, rows, chosen, onChoose }: ChoicesProps) {
  const { t } = useMessages();
  const { ambiguous } = match;
  const byId = useMemo(() => {
    const wanted = new Set(ambiguous.flatMap(({ profileIds }) => profileIds));
    return new Map(rows.filter(({ id }) => wanted.has(id)).map((row) => [row.id, row]));
  }, [ambiguous, rows]);
  if (ambiguous.length === 0) return null;
  const all = ambiguous.flatMap(({ profileIds }) => profileIds);
  return (
    <section className="list-dialog__choices" aria-label={t('list.choices')}>
      <div className="list-dialog__choices-head">
        <strong>{t('list.choices')}</strong>
        <Button variant="subtle" size="compact-sm" onClick={() => onChoose(new Set(all))}>
          {t('list.chooseAll', { count: all.length })}
        </Button>
      </div>
      {ambiguous.slice(0, mostAsked).map(({ name, profileIds }) => (
        <fieldset key={name} className="list-dialog__choice">
          <legend className="list-dialog__legend">{name}</legend>
          {profileIds.map((id) => (
            <Checkbox
              key={id}
              label={[id, byId.get(id)?.groupName, byId.get(id)?.note].filter(Boolean).join(' · ')}
              checked={chosen.has(id)}
              onChange={(event) => {
                const next = new Set(chosen);
                if (event.currentTarget.checked) next.add(id);
                else next.delete(id);
                onChoose(next);
              }}
            />
          ))}
        </fieldset>
      ))}
      {ambiguous.length > mostAsked && <p>{t('list.more', { count: ambiguous.length - mostAsked })}</p>}
    </section>
  );
}
