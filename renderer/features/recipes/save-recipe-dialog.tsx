import { Button, Checkbox, Modal, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { maxJobSize } from '../../../shared/job.ts';
import type { StartableOperation } from '../../../shared/operation.ts';
import { recipeDraft } from '../../../shared/recipe.ts';
import { describeOperation } from '../../describe-operation.ts';
import { useMessages } from '../../messages.tsx';
import { useProfileView } from '../../profile-list/profile-view-store.ts';
import { closeRecipeDialog, useAskedRecipe } from '../../requests/recipe-request.ts';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useShowSuccess } from '../../use-toasts.ts';
import { describeFilter } from './describe-recipe.ts';
import { useRecipeChanges } from './use-recipes.ts';
import '../../ui/dialog-form.css';
import './recipes-page.css';

/** Saves what a job did as a recipe: the words for whoever runs it, and which profiles it is for. */
export function SaveRecipeDialog() {
  const { t } = useMessages();
  const asked = useAskedRecipe();
  return (
    <Modal
      opened={asked?.isOpen ?? false}
      onClose={closeRecipeDialog}
      title={t('recipes.save.title')}
      size={520}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      {asked && <RecipeForm key={asked.opening} operation={asked.operation} />}
    </Modal>
  );
}

function RecipeForm({ operation }: { readonly operation: StartableOperation }) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const showSuccess = useShowSuccess();
  const { search, groups, tags, proxyModes, openKinds } = useProfileView((view) => view);
  const [title, setTitle] = useState('');
  const [sentence, setSentence] = useState('');
  const [closeOpened, setCloseOpened] = useState(false);
  const [most, setMost] = useState<number | string>('');
  const { save } = useRecipeChanges();

  const filter = {
    search: search.trim().slice(0, 200),
    groups: [...groups],
    tags: [...tags],
    proxyModes: [...proxyModes],
    openKinds: [...openKinds],
  };
  const draft = recipeDraft.safeParse({
    id: null,
    title,
    sentence,
    filter,
    operation,
    options: { closeOpened },
    limits: { mostProfiles: most === '' ? null : most },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!draft.success || save.isPending) return;
    save.mutate(draft.data, {
      onSuccess: (recipe) => {
        showSuccess(t('recipes.save.saved', { title: recipe.title }));
        closeRecipeDialog();
      },
    });
  };
  const hasSecret =
    (operation.kind === 'set_proxy' && 'secret' in operation.proxy && operation.proxy.secret !== null) ||
    (operation.kind === 'open' && Boolean(operation.options?.cookies));

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('recipes.save.name')}
          description={t('recipes.save.nameHint')}
          value={title}
          maxLength={80}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label={t('recipes.save.sentence')}
          description={t('recipes.save.sentenceHint')}
          value={sentence}
          maxLength={300}
          rows={2}
          onChange={(event) => setSentence(event.currentTarget.value)}
        />
        <dl className="recipe-facts">
          <dt>{t('recipes.save.operation')}</dt>
          <dd>{describeOperation(t, operation)}</dd>
          <dt>{t('recipes.save.profiles')}</dt>
          <dd>
            {describeFilter(t, filter)}
            <span className="recipe-facts__hint">{t('recipes.save.profilesHint')}</span>
          </dd>
        </dl>
        <Checkbox
          label={t('recipes.save.close')}
          checked={closeOpened}
          onChange={(event) => setCloseOpened(event.currentTarget.checked)}
        />
        <NumberInput
          label={t('recipes.save.most')}
          description={t('recipes.save.mostHint')}
          value={most}
          min={1}
          max={maxJobSize}
          allowDecimal={false}
          allowNegative={false}
          maw={260}
          onChange={setMost}
        />
        {hasSecret && <Notice tone="info">{t('recipes.save.secret')}</Notice>}
        {save.error && (
          <Notice tone="bad">
            <strong>{t('recipes.save.failed')}</strong> {errorText(save.error).sentence}{' '}
            <small>{errorText(save.error).code}</small>
          </Notice>
        )}
        <div className="dialog-form__buttons">
          <Button variant="default" onClick={closeRecipeDialog}>
            {t('jobs.clear.cancel')}
          </Button>
          <Button type="submit" disabled={!draft.success} loading={save.isPending}>
            {t('recipes.save.submit')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
