import { actionById, isActionId } from '../shared/local-api/catalogue.ts';
import type { ActionId } from '../shared/local-api/wire.generated.ts';
import { type Language, languageTexts } from '../shared/messages/languages.ts';

/** The title of an action in the language in force. */
export function titleOf(action: ActionId, language: Language): string {
  return languageTexts[language].contract?.titles[action] ?? actionById(action).title;
}

/** The same for what may be no action of the Local API; null when it is none. */
export function findTitle(name: string, language: Language): string | null {
  return isActionId(name) ? titleOf(name, language) : null;
}
