import { parseSync } from 'vite';
import type { TreeFile } from './tree.ts';

/** A part of a program, as the parser gives it. */
export type Node = Readonly<Record<string, unknown>>;

/** What has members that are named, beside objects: what says of one that it is there. */
export const NAMING = new Set<unknown>([
  'Property',
  'PropertyDefinition',
  'MethodDefinition',
  'TSPropertySignature',
  'TSMethodSignature',
]);

/** The name that a member bears where it is read or declared, in an object, a pattern, a class or a type; what stands between brackets is a text of its own. */
export function memberName(node: Node): string | undefined {
  if (node['computed'] === true) return undefined;
  const named = node['type'] === 'MemberExpression' ? node['property'] : undefined;
  const { type, name } = asNode(NAMING.has(node['type']) ? node['key'] : named) ?? {};
  const isName = type === 'Identifier' || type === 'PrivateIdentifier';
  return isName && typeof name === 'string' ? name : undefined;
}

/** A file as its program. */
export function parsed(file: TreeFile): Node {
  const { program, errors } = parseSync(file.name, file.text);
  const [error] = errors;
  if (error) throw new Error(`${file.name}: ${error.message}`);
  return program as unknown as Node;
}

/** A node and all within it. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const member of Object.values(node))
    for (const child of Array.isArray(member) ? nodeList(member) : [asNode(member)])
      if (child) yield* nodesOf(child);
}

/** Those parts of a list that are nodes. */
export function nodeList(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.map(asNode).filter((node) => node !== undefined) : [];
}

/** A node, and nothing else. */
export function asNode(value: unknown): Node | undefined {
  return typeof value === 'object' && value !== null && !(value instanceof RegExp)
    ? (value as Node)
    : undefined;
}

/** In which line a place of a text is. */
export function lineOf(text: string, start: number): number {
  return text.slice(0, start).split('\n').length;
}
