import { actionById } from '../local-api/catalogue.ts';
import type { FieldSpec, FieldTable } from '../local-api/field-spec.ts';
import { requestSchema } from '../local-api/schemas.ts';
import type { ActionId } from '../local-api/wire.generated.ts';
import { valueAt } from './edit-body.ts';
import { type BodyPath, type FormField, itemSpec, toFormModel } from './form-model.ts';
import { findPlaceholder } from './secret-fields.ts';

/** What is wrong with a body at one place. */
export interface BodyProblem {
  readonly path: BodyPath;
  readonly kind:
    | 'missing'
    | 'wrong_type'
    | 'not_listed'
    | 'not_fixed'
    | 'unknown_field'
    /** A secret was left out and its placeholder stands there. */
    | 'placeholder'
    /** A condition of the contract asks for it; ixBrowser decides, so that it may be sent all the same. */
    | 'missing_by_condition';
  /** The documented type, the fixed value, the placeholder or the condition; empty where there is none. */
  readonly expected: string;
}

type Body = Readonly<Record<string, unknown>>;

/** Problems of a body by the request schema of its action, then those that the schema cannot know. */
export function findProblems(action: ActionId, body: Body): readonly BodyProblem[] {
  const { request } = actionById(action);
  const parsed = requestSchema(action).safeParse(body);
  const problems = parsed.success
    ? []
    : parsed.error.issues.flatMap((issue) => toProblems(request, body, issue));
  const placeholder = findPlaceholder(body);
  if (placeholder) problems.push({ path: placeholder.path, kind: 'placeholder', expected: placeholder.text });
  return [...problems, ...listConditionProblems(toFormModel(request, body).fields)];
}

/** Whether a body with this problem may not be sent. */
export function isBlocking({ kind }: BodyProblem, allowUnknownFields: boolean): boolean {
  return kind !== 'missing_by_condition' && !(kind === 'unknown_field' && allowUnknownFields);
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

function toProblems(request: FieldTable, body: Body, issue: Issue): BodyProblem[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys')
    return (issue.keys ?? []).map((name) => ({ path: [...path, name], kind: 'unknown_field', expected: '' }));
  const spec = findSpec(request, path);
  if (valueAt(body, path) === undefined) return [{ path, kind: 'missing', expected: '' }];
  if (spec?.fixedValue !== undefined) return [{ path, kind: 'not_fixed', expected: String(spec.fixedValue) }];
  if (spec?.enum !== undefined) return [{ path, kind: 'not_listed', expected: '' }];
  return [{ path, kind: 'wrong_type', expected: spec?.type ?? 'unknown' }];
}

function findSpec(table: FieldTable, path: BodyPath): FieldSpec | undefined {
  let spec: FieldSpec = { type: 'object', fields: table };
  for (const step of path) {
    const next: FieldSpec | undefined = typeof step === 'number' ? itemSpec(spec) : spec.fields?.[step];
    if (next === undefined) return undefined;
    spec = next;
  }
  return spec;
}

function listConditionProblems(fields: readonly FormField[]): BodyProblem[] {
  return fields.flatMap(({ path, conditions, isSet, value, children }) => {
    const asking = conditions.find(({ kind, verdict }) => kind === 'required' && verdict === 'holds');
    const isEmpty = !isSet || value === '' || value === null;
    const own: BodyProblem[] =
      asking && isEmpty ? [{ path, kind: 'missing_by_condition', expected: asking.text }] : [];
    return [...own, ...listConditionProblems(children)];
  });
}
