import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Recipe, RecipeDraft } from '../../../shared/recipe.ts';
import { callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';

const recipesQuery = commandQuery('recipes.list', {});

/** All recipes, by title. */
export function useRecipes() {
  return useQuery(recipesQuery);
}

/** Changes to the recipes; each has the list read again. What a call throws is the caller's to show. */
export function useRecipeChanges() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: recipesQuery.queryKey });
  return {
    save: useMutation({
      mutationFn: (draft: RecipeDraft) => callCommand('recipes.save', draft),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: ({ id }: Pick<Recipe, 'id'>) => callCommand('recipes.delete', { id }),
      onSuccess,
    }),
    confirmImport: useMutation({
      mutationFn: (importId: string) => callCommand('recipes.confirmImport', { importId }),
      onSuccess,
    }),
  };
}
