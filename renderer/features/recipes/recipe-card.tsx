import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { operationWords } from '../../../shared/messages/operation-words.ts';
import type { OpenProfile, ProfileId } from '../../../shared/profile.ts';
import type { Recipe } from '../../../shared/recipe.ts';
import { callCommand } from '../../api.ts';
import { useMessages } from '../../messages.tsx';
import { emptyView, filterRows, sortRows } from '../../profile-list/profile-table.ts';
import type { ProfileList } from '../../profile-list/read-profiles.ts';
import { toForm } from '../../requests/operation-request.ts';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { useAskOperation } from '../../use-ask-operation.ts';
import { useShowFailure, useShowSaved } from '../../use-toasts.ts';
import { describeRecipePart } from './describe-recipe.ts';
import { useRecipeChanges } from './use-recipes.ts';

export interface RecipeCardProps {
  readonly recipe: Recipe;
  readonly list: ProfileList;
  readonly opened: ReadonlyMap<ProfileId, OpenProfile>;
  readonly isConnected: boolean;
}

/** One recipe: what it does in words, today's count on its button, and what else can be done with it. */
export function RecipeCard({ recipe, list, opened, isConnected }: RecipeCardProps) {
  const { t } = useMessages();
  const titleId = useId();
  const ids = useMemo(() => findMatching(recipe, list, opened), [recipe, list, opened]);
  const { startOrAsk, isAsking } = useAskOperation();
  const { operation, limits, options, title, sentence } = recipe;
  const timesEach = operation.kind === 'copy' ? operation.copies : 1;
  const isTooMany = limits.mostProfiles !== null && ids.length > limits.mostProfiles;
  const isKnown = isConnected && list.isComplete;
  const canStart = isKnown && ids.length > 0 && !isTooMany;

  const nameButton = () => {
    if (!isConnected) return t('recipes.notCounted');
    if (!list.isComplete) return t('recipes.counting');
    if (ids.length === 0) return t('recipes.noneToday');
    if (isTooMany) return t('recipes.tooMany', { count: ids.length, most: limits.mostProfiles ?? 0 });
    return t(operationWords[operation.kind].start, { count: ids.length * timesEach });
  };
  return (
    <li className="recipe-card">
      <div className="recipe-card__head">
        <h2 id={titleId} className="recipe-card__title">
          {title}
        </h2>
        <RecipeMenu recipe={recipe} />
      </div>
      {sentence && <p className="recipe-card__sentence">{sentence}</p>}
      <p className="recipe-card__facts">
        {[
          describeRecipePart(t, recipe, 'operation'),
          describeRecipePart(t, recipe, 'filter'),
          ...(limits.mostProfiles === null ? [] : [describeRecipePart(t, recipe, 'limits')]),
        ].join(' · ')}
      </p>
      <Button
        size="md"
        fullWidth
        disabled={!canStart}
        loading={isAsking}
        aria-describedby={titleId}
        onClick={() =>
          startOrAsk({
            form: toForm(operation.kind),
            profileIds: ids,
            preset: operation,
            closeOpened: options.closeOpened,
          })
        }
      >
        {nameButton()}
      </Button>
    </li>
  );
}

/** The profiles that a recipe's filter finds at this moment. */
function findMatching(
  { filter }: Recipe,
  { rows }: ProfileList,
  opened: RecipeCardProps['opened'],
): readonly ProfileId[] {
  const found = filterRows(rows, sortRows(rows, null), { ...emptyView, ...filter }, opened);
  return Array.from(found, (index) => rows[index]?.id).filter((id) => id !== undefined);
}

function RecipeMenu({ recipe }: { readonly recipe: Recipe }) {
  const { t } = useMessages();
  const showSaved = useShowSaved();
  const showFailure = useShowFailure();
  const [isDeleting, setIsDeleting] = useState(false);
  const save = useMutation({
    mutationFn: () => callCommand('recipes.export', { id: recipe.id }),
    onSuccess: showSaved,
    onError: (error) => showFailure(t('recipes.exportFailed'), error),
  });
  const { remove } = useRecipeChanges();
  return (
    <>
      <ActionMenu
        label={t('recipes.more', { title: recipe.title })}
        isIconOnly
        position="bottom-end"
        isBusy={save.isPending}
        actions={[
          { text: t('recipes.export'), onChoose: () => save.mutate() },
          { text: t('recipes.delete'), onChoose: () => setIsDeleting(true) },
        ]}
      />
      <Modal
        opened={isDeleting}
        onClose={() => setIsDeleting(false)}
        title={t('recipes.deleteTitle', { title: recipe.title })}
        closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
      >
        <p className="recipe-card__sentence">{t('recipes.deleteBody')}</p>
        <div className="dialog-form__buttons">
          <Button variant="default" onClick={() => setIsDeleting(false)} data-autofocus>
            {t('jobs.clear.cancel')}
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() =>
              remove.mutate(recipe, {
                onSuccess: () => setIsDeleting(false),
                onError: (error) => showFailure(t('recipes.deleteFailed'), error),
              })
            }
          >
            {t('recipes.deleteConfirm')}
          </Button>
        </div>
      </Modal>
    </>
  );
}
