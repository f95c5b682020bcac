import {
  type ExtractionForm,
  extractionDefaults,
  extractionForm,
  type FormFault,
  mappingFaults,
} from '../../../shared/extraction/extraction-form.ts';
import type { JsonMapping } from '../../../shared/extraction/json-mapping.ts';
import { type LinkHints, readLinkHints } from '../../../shared/extraction/link-hints.ts';
import type { LinkTestInput } from '../../../shared/extraction/link-test.ts';
import { linkFaults } from '../../../shared/extraction/parse-link.ts';
import type { HeldLink, OpenedPreset } from '../../../shared/extraction/preset.ts';
import type { ReplyView } from '../../../shared/extraction/reply-view.ts';
import type { TextFormat } from '../../../shared/extraction/text-format.ts';
import type { StartableOperation } from '../../../shared/operation.ts';
import type { ProxyTarget, SecretRef } from '../../../shared/proxy-target.ts';

/** The form as it was typed: text and JSON side by side, so that switching between them loses nothing. */
export interface ExtractionDraft {
  /** As it was typed; of no account while `heldLink` is there. */
  readonly link: string;
  /** The link of a preset, which stays in the main process. */
  readonly heldLink: HeldLink | null;
  readonly proxyType: ExtractionForm['proxyType'];
  readonly dataFormat: ExtractionForm['dataFormat'];
  readonly textFormat: TextFormat;
  readonly mapping: JsonMapping;
  readonly method: ExtractionForm['method'];
  readonly checkLine: ExtractionForm['checkLine'];
}

const { service, ...defaults } = extractionDefaults;

/** The draft that a new form begins with. */
export const newDraft: ExtractionDraft = { ...defaults, heldLink: null };

/** The draft to begin with for a job that set a proxy from a link: everything but the link. */
export function toExtractionDraft(preset: StartableOperation | undefined): ExtractionDraft {
  if (preset?.kind !== 'set_proxy' || preset.proxy.kind !== 'extraction') return newDraft;
  const { type: proxyType, checkLine, method, format } = preset.proxy;
  const common = { ...newDraft, proxyType, checkLine, method };
  return format.kind === 'text'
    ? { ...common, dataFormat: 'txt', textFormat: format.order }
    : { ...common, dataFormat: 'json', mapping: format.keys };
}

/** The draft that a preset gives. Without its link the field for it stays empty. */
export function toPresetDraft({ preset: { form }, link }: OpenedPreset): ExtractionDraft {
  const { service: _service, ...fields } = form;
  return { ...newDraft, ...fields, heldLink: link };
}

/** The link as it may be shown and counted with: of a held one the masked text, which keeps its placeholders. */
export function getReadableLink({ link, heldLink }: ExtractionDraft): string {
  return heldLink?.masked ?? link;
}

/** The link as the commands take it. */
export function toLinkSource({ link, heldLink }: ExtractionDraft): LinkTestInput['link'] {
  return heldLink === null ? link : { ref: heldLink.ref };
}

/** What the link says about the reply. */
export function getLinkHints({ link, heldLink }: ExtractionDraft): LinkHints {
  return heldLink?.hints ?? readLinkHints(link);
}

/** A field that can be wrong. */
type DraftField = 'link' | keyof JsonMapping;

export interface CheckedDraft {
  /** Null while something does not fit. Of a held link it has the masked text. */
  readonly form: ExtractionForm | null;
  readonly faults: Readonly<Partial<Record<DraftField, FormFault>>>;
}

const knownFaults: ReadonlySet<string> = new Set([...linkFaults, ...mappingFaults]);

/** Judges a draft by the schema that also guards the command. The first fault of a field counts. */
export function checkDraft(draft: ExtractionDraft): CheckedDraft {
  const { proxyType, method, checkLine, dataFormat, textFormat, mapping } = draft;
  const common = { link: getReadableLink(draft), proxyType, service, method, checkLine };
  const parsed = extractionForm.safeParse(
    dataFormat === 'txt' ? { ...common, dataFormat, textFormat } : { ...common, dataFormat, mapping },
  );
  if (parsed.success) return { form: parsed.data, faults: {} };
  const faults: Partial<Record<DraftField, FormFault>> = {};
  for (const { path, message } of parsed.error.issues) {
    const field = (path[0] === 'mapping' ? path[1] : path[0]) as DraftField;
    if (knownFaults.has(message)) faults[field] ??= message as FormFault;
  }
  return { form: null, faults };
}

/** Takes over what a reading of the reply found out about the format. */
export function adoptReading(draft: ExtractionDraft, view: ReplyView): ExtractionDraft {
  if (view.text !== null)
    return { ...draft, dataFormat: 'txt', textFormat: view.text.format ?? draft.textFormat };
  if (view.json === null) return draft;
  const { mapping } = view.json;
  if (mapping === null) return { ...draft, dataFormat: 'json' };
  const { ip = '', port = '', username = '', password = '' } = mapping;
  return { ...draft, dataFormat: 'json', mapping: { ip, port, username, password } };
}

/** The proxy as a job names it: the link is with the main process, and a reference stands for it. */
export function toExtractionTarget(
  form: ExtractionForm,
  secret: SecretRef,
  linkHost: string,
): Extract<ProxyTarget, { kind: 'extraction' }> {
  const { proxyType: type, checkLine, method } = form;
  return {
    ...{ kind: 'extraction', type, checkLine, method, linkHost, secret },
    format:
      form.dataFormat === 'txt'
        ? { kind: 'text', order: form.textFormat }
        : { kind: 'json', keys: form.mapping },
  };
}
