import { browserSwitch, type OpenOptions, type StartableOperation } from '../../../shared/operation.ts';
import type { SecretRef } from '../../../shared/proxy-target.ts';

/** A setting that is made anew for an opening, or stays as it is in ixBrowser. */
export type Switched = 'keep' | 'on' | 'off';

/** The options of an opening while they are being chosen. */
export interface OpenDraft {
  readonly fingerprint: OpenOptions['fingerprint'];
  readonly infoPage: Switched;
  readonly extensions: Switched;
  readonly cookieBackup: Switched;
  /** One switch a line. */
  readonly switches: string;
  /** JSON text; empty for none. */
  readonly cookies: string;
}

/** The draft of an opening that was asked for before, without its cookies: they are not kept. */
export function toOpenDraft(preset: StartableOperation | undefined): OpenDraft {
  const options = preset?.kind === 'open' ? preset.options : undefined;
  return {
    fingerprint: options?.fingerprint ?? 'own',
    infoPage: toSwitched(options?.loadInfoPage),
    extensions: toSwitched(options?.loadExtensions),
    cookieBackup: toSwitched(options?.backUpCookies),
    switches: options?.switches.join('\n') ?? '',
    cookies: '',
  };
}

const mostSwitches = 50;

function readLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Number of the first line that is not a switch, from 1 and without empty lines; null when all are. */
export function findWrongSwitch({ switches }: OpenDraft): number | null {
  const index = readLines(switches).findIndex(
    (line, n) => n >= mostSwitches || !browserSwitch.safeParse(line).success,
  );
  return index === -1 ? null : index + 1;
}

/** Whether the cookies are a list in JSON, as the API takes them, or none. */
export function areCookiesRight({ cookies }: OpenDraft): boolean {
  if (cookies.trim() === '') return true;
  try {
    return Array.isArray(JSON.parse(cookies));
  } catch {
    // Text that is no JSON is the ordinary case here.
    return false;
  }
}

/** The options of a draft; null while something is wrong, undefined when everything is left to ixBrowser. */
export function toOpenOptions(draft: OpenDraft, cookies: SecretRef | null): OpenOptions | null | undefined {
  if (findWrongSwitch(draft) !== null || !areCookiesRight(draft)) return null;
  const { fingerprint } = draft;
  const options: OpenOptions = {
    fingerprint,
    switches: [...readLines(draft.switches)],
    loadInfoPage: fromSwitched(draft.infoPage),
    loadExtensions: fingerprint === 'random' ? null : fromSwitched(draft.extensions),
    backUpCookies: fingerprint === 'random' ? null : fromSwitched(draft.cookieBackup),
    cookies: draft.cookies.trim() === '' ? null : cookies,
  };
  const { loadInfoPage, loadExtensions, backUpCookies } = options;
  const isPlain =
    fingerprint === 'own' &&
    options.switches.length === 0 &&
    [loadInfoPage, loadExtensions, backUpCookies, options.cookies].every((value) => value === null);
  return isPlain ? undefined : options;
}

function toSwitched(value: boolean | null | undefined): Switched {
  if (value === true) return 'on';
  return value === false ? 'off' : 'keep';
}

function fromSwitched(value: Switched): boolean | null {
  return value === 'keep' ? null : value === 'on';
}
