import type { MessageKey } from '../../../shared/messages/language.ts';
import type { Translate } from '../../../shared/messages/translate.ts';
import type { Recipe, RecipeFilter, RecipePart } from '../../../shared/recipe.ts';
import { describeOperation } from '../../describe-operation.ts';

const modeWords: Record<RecipeFilter['proxyModes'][number], MessageKey> = {
  1: 'profiles.proxy.mode.1',
  2: 'profiles.proxy.mode.2',
  3: 'profiles.proxy.mode.3',
  4: 'profiles.proxy.mode.4',
};

const openWords: Record<RecipeFilter['openKinds'][number], MessageKey> = {
  here: 'profiles.state.openHere',
  elsewhere: 'profiles.state.openElsewhere',
  closed: 'profiles.state.closed',
};

/** A filter in words, for example `Group: Shop-EU · Search “eu”`. */
export function describeFilter(t: Translate, filter: RecipeFilter): string {
  const parts: string[] = [];
  const add = (name: MessageKey, values: readonly string[]) => {
    if (values.length > 0) parts.push(t('recipes.filter.part', { name: t(name), values: values.join(', ') }));
  };
  if (filter.search.trim() !== '') parts.push(t('recipes.filter.search', { text: filter.search.trim() }));
  add(
    'profiles.filter.group',
    filter.groups.map((group) => group || t('profiles.filter.notGrouped')),
  );
  add('profiles.filter.tag', filter.tags);
  add(
    'profiles.filter.proxy',
    filter.proxyModes.map((mode) => t(modeWords[mode])),
  );
  add(
    'profiles.filter.state',
    filter.openKinds.map((kind) => t(openWords[kind])),
  );
  return parts.length > 0 ? parts.join(' · ') : t('recipes.filter.all');
}

/** One part of a recipe in words. */
export function describeRecipePart(t: Translate, recipe: Recipe, part: RecipePart): string {
  switch (part) {
    case 'title':
      return recipe.title;
    case 'sentence':
      return recipe.sentence;
    case 'filter':
      return describeFilter(t, recipe.filter);
    case 'operation': {
      const { operation } = recipe;
      const words = describeOperation(t, operation);
      return operation.kind === 'copy' ? `${words} × ${operation.copies}` : words;
    }
    case 'options':
      return t(recipe.options.closeOpened ? 'recipes.options.close' : 'recipes.options.skip');
    case 'limits': {
      const { mostProfiles } = recipe.limits;
      return mostProfiles === null
        ? t('recipes.limits.none')
        : t('recipes.limits.most', { count: mostProfiles });
    }
  }
}

/** The parts in the order in which they are told. */
export const recipeParts = [
  'title',
  'sentence',
  'operation',
  'filter',
  'options',
  'limits',
] as const satisfies readonly RecipePart[];
