import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { MessageKey } from '../../../shared/messages/language.ts';
import type { ProfileDetails, ProfileField } from '../../../shared/profile-details.ts';
import { CommandError, callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';
import { profileListKey } from '../../known-profiles.ts';
import { useMessages } from '../../messages.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useShowSuccess } from '../../use-toasts.ts';
import { setProfileDraft } from './draft-store.ts';
import { dropFields, findRefusedField, type ProfileDraft, toUpdateInput } from './profile-draft.ts';

/** Fields that somebody changed since they were shown, and the profile as it is now. */
export interface SaveConflict {
  readonly draft: ProfileDraft;
  readonly details: ProfileDetails;
  readonly fields: readonly ProfileField[];
}

interface SaveNotice {
  readonly tone: Tone;
  readonly text: MessageKey;
  readonly fields: readonly ProfileField[];
}

/** Saves a draft once at a time, and tells what became of it. */
export function useSaveDraft() {
  const { t } = useMessages();
  const client = useQueryClient();
  const showSuccess = useShowSuccess();
  const [conflict, setConflict] = useState<SaveConflict | null>(null);
  const [notice, setNotice] = useState<SaveNotice | null>(null);
  // Beside the state, because the second click of a double click comes before the next rendering.
  const isSent = useRef(false);
  const mutation = useMutation({
    mutationFn: (draft: ProfileDraft) => callCommand('details.update', toUpdateInput(draft)),
    onSuccess: async (result, draft) => {
      const key = commandQuery('details.read', { profileId: draft.id }).queryKey;
      if (result.details) client.setQueryData(key, { found: result.details });
      if (result.kind === 'conflict') {
        setConflict({ draft, details: result.details, fields: result.fields });
        return;
      }
      const open = result.kind === 'looked' ? result.missing : [];
      const done = Object.keys(draft.values).filter((field) => !open.some((missing) => missing === field));
      setProfileDraft(dropFields(draft, done as ProfileField[]));
      if (result.kind === 'looked')
        setNotice(
          open.length === 0
            ? { tone: 'good', text: 'details.lookedAllThere', fields: [] }
            : { tone: 'warning', text: 'details.lookedMissing', fields: open },
        );
      else if (result.differing.length > 0)
        setNotice({ tone: 'warning', text: 'details.differing', fields: result.differing });
      else showSuccess(t('details.saved'));
      await client.invalidateQueries({ queryKey: profileListKey });
    },
    onSettled: () => {
      isSent.current = false;
    },
  });
  const error = mutation.error;
  const apiCode = error instanceof CommandError ? error.error.apiCode : undefined;
  return {
    save(draft: ProfileDraft) {
      if (isSent.current) return;
      isSent.current = true;
      setConflict(null);
      setNotice(null);
      mutation.mutate(draft);
    },
    /** What an earlier try led to holds no longer. */
    forget() {
      setNotice(null);
      if (error) mutation.reset();
    },
    closeConflict: () => setConflict(null),
    isSaving: mutation.isPending,
    conflict,
    notice,
    refused: error && { field: findRefusedField(apiCode), error },
  };
}
