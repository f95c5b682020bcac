import { type ESTree, parseSync, Visitor } from 'vite';

/** A parsed script, with the text that the positions of its nodes count in. */
export interface Script {
  readonly text: string;
  readonly program: ESTree.Program;
}

type NodeType = ESTree.Node['type'];

/** Parses a compiled script; throws when it is not JavaScript. */
export function parseScript(name: string, text: string): Script {
  const { program, errors } = parseSync(name, text);
  if (errors.length > 0) throw new Error(`${name} cannot be parsed: ${errors[0]?.message}`);
  return { text, program };
}

/** All nodes of one type, in the order of the text. */
export function findNodes<T extends NodeType>(
  { program }: Script,
  type: T,
): Extract<ESTree.Node, { type: T }>[] {
  const found: Extract<ESTree.Node, { type: T }>[] = [];
  const visitor = { [type]: (node: Extract<ESTree.Node, { type: T }>) => found.push(node) };
  new Visitor(visitor as ConstructorParameters<typeof Visitor>[0]).visit(program);
  return found;
}

/** The text that a node was parsed from. */
export function toText({ text }: Script, node: { readonly start: number; readonly end: number }): string {
  return text.slice(node.start, node.end);
}

/** The name of a member, written as `x.name` or `x['name']`; null when it is computed. */
export function toMemberName(node: ESTree.Node): string | null {
  if (node.type !== 'MemberExpression') return null;
  if (!node.computed && node.property.type === 'Identifier') return node.property.name;
  return toStringValue(node.property);
}

/** The value of a string literal, or of a template without expressions; null for anything else. */
export function toStringValue(node: ESTree.Node | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? null;
  return null;
}

/** Every call of a method of that name, on whatever object. */
export function findMethodCalls(script: Script, method: string): ESTree.CallExpression[] {
  return findNodes(script, 'CallExpression').filter(({ callee }) => toMemberName(callee) === method);
}

/** Everything in the script that a text can be in: string literals and the fixed parts of templates. */
export function listStrings(script: Script): string[] {
  return [
    ...findNodes(script, 'Literal').flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
    ...findNodes(script, 'TemplateElement').map(({ value }) => value.cooked ?? value.raw),
  ];
}

/** The modules that the script imports or requires by a fixed name. */
export function listModules(script: Script): string[] {
  const imported = findNodes(script, 'ImportDeclaration').map(({ source }) => source.value);
  const dynamic = findNodes(script, 'ImportExpression').flatMap(({ source }) => toStringValue(source) ?? []);
  const required = findNodes(script, 'CallExpression')
    .filter(({ callee }) => callee.type === 'Identifier' && /require$/.test(callee.name))
    .flatMap(({ arguments: [name] }) => toStringValue(name) ?? []);
  return [...new Set([...imported, ...dynamic, ...required])];
}

/** The keys of an object literal with the text of their values; null when it has keys that cannot be read. */
export function readObject(script: Script, node: ESTree.Node | undefined): Map<string, string> | null {
  if (node?.type !== 'ObjectExpression') return null;
  const entries = new Map<string, string>();
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.computed) return null;
    const key = property.key.type === 'Identifier' ? property.key.name : toStringValue(property.key);
    if (key === null) return null;
    entries.set(key, toText(script, property.value));
  }
  return entries;
}

/** The value of one key of an object literal. */
export function findProperty(node: ESTree.Node | undefined, key: string): ESTree.Node | undefined {
  if (node?.type !== 'ObjectExpression') return undefined;
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
    if (property.key.name === key) return property.value;
  }
  return undefined;
}
