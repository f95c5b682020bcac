import { Button, Skeleton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecipeImport } from '../../../shared/recipe.ts';
import { callCommand } from '../../api.ts';
import { useConnection } from '../../connection/use-connection.ts';
import { useMessages } from '../../messages.tsx';
import { goTo } from '../../navigation.ts';
import { useOpenProfiles } from '../../profile-list/live-state-store.ts';
import { useLiveState } from '../../profile-list/use-live-state.ts';
import { useProfiles } from '../../profile-list/use-profiles.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Page } from '../../ui/page.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useShowFailure } from '../../use-toasts.ts';
import { ImportDialog } from './import-dialog.tsx';
import { RecipeCard } from './recipe-card.tsx';
import { useRecipes } from './use-recipes.ts';
import '../../ui/dialog-form.css';
import './recipes-page.css';

/** The recipes, each with one large button that says what it would do today. */
export function RecipesPage() {
  const { t } = useMessages();
  const showFailure = useShowFailure();
  const [found, setFound] = useState<RecipeImport | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const choose = useMutation({
    mutationFn: () => callCommand('recipes.chooseImport', {}),
    onSuccess: (answer) => {
      if (!answer.found) return;
      setFound(answer.found);
      setIsOpen(true);
    },
    onError: (error) => showFailure(t('recipes.importFailed'), error),
  });
  return (
    <Page
      title={t('recipes.title')}
      help={{ label: t('help.page.recipesLabel'), text: t('help.page.recipes') }}
      actions={
        <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate()}>
          {t('recipes.import')}
        </Button>
      }
    >
      <RecipeList />
      <ImportDialog found={found} opened={isOpen} onClose={() => setIsOpen(false)} />
    </Page>
  );
}

function RecipeList() {
  const { t } = useMessages();
  const errorText = useErrorText();
  const recipes = useRecipes();
  const connection = useConnection();
  const { list } = useProfiles(connection);
  useLiveState(connection);
  const opened = useOpenProfiles();

  if (recipes.error && !recipes.data) {
    const { sentence, code } = errorText(recipes.error);
    return (
      <ErrorCard
        title={t('recipes.loadFailed')}
        code={code}
        actions={<Button onClick={() => void recipes.refetch()}>{t('app.retry')}</Button>}
      >
        <p>{sentence}</p>
      </ErrorCard>
    );
  }
  if (!recipes.data) return <Skeleton height={120} aria-busy />;
  if (recipes.data.length === 0) {
    return (
      <EmptyState
        isPage
        title={t('recipes.empty')}
        action={<Button onClick={() => goTo({ page: 'jobs', jobId: null })}>{t('recipes.toJobs')}</Button>}
      >
        {t('recipes.emptyHint')}
      </EmptyState>
    );
  }
  return (
    <ul className="recipe-list" aria-label={t('recipes.listLabel')}>
      {recipes.data.map((recipe) => (
        <RecipeCard
          key={recipe.id}
          recipe={recipe}
          list={list}
          opened={opened}
          isConnected={connection?.kind === 'connected'}
        />
      ))}
    </ul>
  );
}
