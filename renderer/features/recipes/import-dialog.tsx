import { Button, Modal, Stack } from '@mantine/core';
import type { MessageKey } from '../../../shared/messages/language.ts';
import type { RecipeImport, RecipePart } from '../../../shared/recipe.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useShowSuccess } from '../../use-toasts.ts';
import { describeRecipePart, recipeParts } from './describe-recipe.ts';
import { useRecipeChanges } from './use-recipes.ts';
import '../../ui/dialog-form.css';
import './recipes-page.css';

const partWords: Record<RecipePart, MessageKey> = {
  title: 'recipes.part.title',
  sentence: 'recipes.part.sentence',
  filter: 'recipes.part.filter',
  operation: 'recipes.part.operation',
  options: 'recipes.part.options',
  limits: 'recipes.part.limits',
};

export interface ImportDialogProps {
  /** Null before the first file. */
  readonly found: RecipeImport | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Shows what a recipe from a file would change, part by part, before it is taken over. */
export function ImportDialog({ found, opened, onClose }: ImportDialogProps) {
  const { t } = useMessages();
  const replaces = found?.replaces;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={640}
      title={
        replaces ? t('recipes.diff.titleChanged', { title: replaces.title }) : t('recipes.diff.titleNew')
      }
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      {found && <Difference key={found.importId} found={found} onClose={onClose} />}
    </Modal>
  );
}

function Difference({
  found,
  onClose,
}: Pick<ImportDialogProps, 'onClose'> & { readonly found: RecipeImport }) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const showSuccess = useShowSuccess();
  const { confirmImport } = useRecipeChanges();
  const { recipe, replaces, differences, fileName, importId } = found;
  const isSame = replaces !== null && differences.length === 0;
  return (
    <Stack gap="md">
      <p className="recipe-card__sentence">
        {isSame
          ? t('app.pair', {
              first: t('recipes.diff.file', { file: fileName }),
              second: t('recipes.diff.same'),
            })
          : t('recipes.diff.file', { file: fileName })}
      </p>
      <table className="recipe-diff">
        <thead>
          <tr>
            <th scope="col">{t('recipes.diff.part')}</th>
            {replaces && <th scope="col">{t('recipes.diff.now')}</th>}
            <th scope="col">{t('recipes.diff.then')}</th>
          </tr>
        </thead>
        <tbody>
          {recipeParts.map((part) => {
            const isChanged = differences.includes(part);
            return (
              <tr key={part} data-changed={(replaces && isChanged) || undefined}>
                <th scope="row">{t(partWords[part])}</th>
                {replaces && <td>{describeRecipePart(t, replaces, part) || '–'}</td>}
                {replaces && !isChanged ? (
                  <td className="recipe-diff__same">{t('recipes.diff.unchanged')}</td>
                ) : (
                  <td>{describeRecipePart(t, recipe, part) || '–'}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {confirmImport.error && (
        <Notice tone="bad">
          <strong>{t('recipes.importFailed')}</strong> {errorText(confirmImport.error).sentence}{' '}
          <small>{errorText(confirmImport.error).code}</small>
        </Notice>
      )}
      <div className="dialog-form__buttons">
        <Button variant="default" onClick={onClose}>
          {t('jobs.clear.cancel')}
        </Button>
        <Button
          disabled={isSame}
          loading={confirmImport.isPending}
          onClick={() =>
            confirmImport.mutate(importId, {
              onSuccess: ({ title }) => {
                showSuccess(t('recipes.imported', { title }));
                onClose();
              },
            })
          }
        >
          {t(replaces ? 'recipes.diff.replace' : 'recipes.diff.accept')}
        </Button>
      </div>
    </Stack>
  );
}
