import { z } from 'zod';
import { actionById } from './catalogue.ts';
import { fieldChoices } from './enum-catalogue.ts';
import type { FieldSpec, FieldTable } from './field-spec.ts';
import { isKeyField } from './key-fields.ts';
import type { ActionId, ActionRequests, ActionResponses, ActionRows } from './wire.generated.ts';

const requestSchemas = new Map<ActionId, z.ZodType>();
const responseSchemas = new Map<ActionId, z.ZodType>();
const rowSchemas = new Map<ActionId, z.ZodType>();

/**
 * A page whose rows are not looked at yet, so that one unreadable row does not cost the others: parse each row
 * with `rowSchema`. A missing list (null, seen by the vendor's later SDK) counts as an empty one.
 */
export const pageSchema = z.object({
  total: readInteger(),
  // Rows are judged one by one by whoever reads them: an array schema would look at each of thousands, and copy them.
  data: z
    .custom<readonly unknown[] | null>((rows) => rows === null || Array.isArray(rows))
    .transform((rows) => rows ?? []),
});

/**
 * Schema of a request body before it is sent: the documented types and values, unknown keys refused. Optional
 * fields are left out rather than sent as undefined.
 */
export function requestSchema<Id extends ActionId>(id: Id): z.ZodType<ActionRequests[Id]> {
  const schema = remember(requestSchemas, id, () =>
    z.strictObject(toShape(actionById(id).request, writeField)),
  );
  return schema as z.ZodType<ActionRequests[Id]>;
}

/**
 * Schema of `data` in a successful reply (of the whole body for `system-cache-clear`). Tolerant: unknown keys are
 * dropped, only the fields a reply is useless without must be there, whole numbers and text stand for each other.
 * For an action whose reply has no `data` it accepts anything and gives undefined.
 */
export function responseSchema<Id extends ActionId>(id: Id): z.ZodType<ActionResponses[Id]> {
  const schema = remember(responseSchemas, id, () => readField(actionById(id).response));
  return schema as z.ZodType<ActionResponses[Id]>;
}

/**
 * Schema of one row of a list action, paged or not. An action that returns no list is a bug and throws.
 */
export function rowSchema<Id extends keyof ActionRows>(id: Id): z.ZodType<ActionRows[Id]> {
  const schema = remember(rowSchemas, id, () => {
    const { response } = actionById(id);
    const items = response.paginated === true ? response.fields?.data?.items : response.items;
    if (items === undefined) throw new Error(`The action "${id}" returns no list.`);
    return readField(items);
  });
  return schema as z.ZodType<ActionRows[Id]>;
}

function remember(cache: Map<ActionId, z.ZodType>, id: ActionId, build: () => z.ZodType): z.ZodType {
  const known = cache.get(id);
  if (known !== undefined) return known;
  const schema = build();
  cache.set(id, schema);
  return schema;
}

function toShape(
  table: FieldTable,
  convert: (spec: FieldSpec, name: string) => z.ZodType,
): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(table).map(([name, spec]) => [name, convert(spec, name)]));
}

function writeField(spec: FieldSpec): z.ZodType {
  let schema = writeValue(spec);
  if (spec.acceptsList === true) schema = z.union([schema, z.array(schema)]);
  if (spec.nullable === true) schema = schema.nullable();
  return spec.required === true ? schema : schema.optional();
}

function writeValue(spec: FieldSpec): z.ZodType {
  if (spec.fixedValue !== undefined) return z.literal(spec.fixedValue as number);
  if (spec.enum !== undefined) return z.literal(fieldChoices(spec).map(({ value }) => value));
  switch (spec.type) {
    case 'integer':
      return z.int();
    case 'number':
      return z.number();
    case 'string':
      return z.string();
    case 'boolean':
      return z.boolean();
    case 'array':
      return z.array(spec.items === undefined ? z.unknown() : writeValue(spec.items));
    case 'object':
      return z.strictObject(toShape(spec.fields ?? {}, writeField));
    default:
      return z.unknown();
  }
}

function readField(spec: FieldSpec, name = ''): z.ZodType {
  const isRow = name === '';
  const schema = readValue(spec);
  if (isRow || isKeyField(name, spec)) return schema;
  return schema.nullish();
}

function readValue(spec: FieldSpec): z.ZodType {
  switch (spec.type) {
    case 'integer':
      return readInteger();
    case 'number':
      return z.union([z.number(), z.string().transform(Number).pipe(z.number())]);
    case 'string':
      return z.union([z.string(), z.number().transform(String)]);
    case 'boolean':
      return z.boolean();
    case 'array': {
      const items = spec.items === undefined ? z.unknown() : readValue(spec.items);
      return z
        .array(items)
        .nullable()
        .transform((values) => values ?? []);
    }
    case 'object':
      return z.object(toShape(spec.fields ?? {}, readField));
    case 'null':
    case 'none':
      return z.unknown().transform(() => undefined);
    default:
      return z.unknown();
  }
}

function readInteger(): z.ZodType<number> {
  return z.union([
    z.int(),
    z
      .string()
      .regex(/^-?\d+$/)
      .transform(Number)
      .pipe(z.int()),
  ]);
}
