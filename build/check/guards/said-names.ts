import { parseSync } from 'vite';
import type { TreeFile } from './tree.ts';

/** A name that a file says, and where. */
export interface SaidName {
  readonly word: string;
  readonly line: number;
}

/** Rules of a field that need to know nothing of it. */
const PLAIN_RULES: ReadonlySet<unknown> = new Set(['laterWins', 'fixed', 'server']);

type Node = Readonly<Record<string, unknown>>;

/** Every text, and every name of a member that a file reads, takes apart or gives to an object. */
export function namesSaid(file: TreeFile): readonly SaidName[] {
  const found: SaidName[] = [];
  const say = (node: Node, word: unknown) => {
    if (typeof word === 'string') found.push({ word, line: lineOf(file.text, Number(node['start'])) });
  };
  for (const node of nodesOf(parsed(file))) {
    if (node['type'] === 'Literal') say(node, node['value']);
    if (node['type'] === 'TemplateElement') say(node, asNode(node['value'])?.['cooked']);
    const name = memberName(node);
    if (name !== undefined) say(node, name);
  }
  return found;
}

/** The words of a kind of record: its name, its collection, and the fields whose values no plain rule brings together. */
export function recordKindIn(file: TreeFile): {
  readonly words: readonly string[];
  /** All three stand in the file as they are, so that they can be read there. */
  readonly isWhole: boolean;
} {
  for (const node of nodesOf(parsed(file))) {
    if (node['type'] !== 'ObjectExpression') continue;
    const members = membersOf(node);
    const fields = members.get('fields');
    if (!fields) continue;
    const [kind, collection] = ['kind', 'collection'].map((name) => members.get(name)?.['value']);
    const isMerged = fields['type'] === 'ObjectExpression';
    const isPlain = fields['type'] === 'CallExpression' && calleeOf(fields) === 'laterWinsAll';
    const isWhole =
      typeof kind === 'string' &&
      typeof collection === 'string' &&
      (isPlain || (isMerged && !hasSpread(fields)));
    const own = isMerged ? [...membersOf(fields)].filter(([, rule]) => !isPlainRule(rule)) : [];
    const named = [kind, collection].filter((word) => typeof word === 'string');
    return { words: [...named, ...own.map(([field]) => field)], isWhole };
  }
  return { words: [], isWhole: false };
}

function isPlainRule(rule: Node): boolean {
  return PLAIN_RULES.has(membersOf(rule).get('rule')?.['value']);
}

function calleeOf(call: Node): unknown {
  return asNode(call['callee'])?.['name'];
}

function hasSpread(object: Node): boolean {
  return nodeList(object['properties']).some(({ type }) => type === 'SpreadElement');
}

/** The members of an object that is written down, by name. */
function membersOf(object: Node): ReadonlyMap<string, Node> {
  const members = new Map<string, Node>();
  for (const property of nodeList(object['properties'])) {
    const name = memberName(property);
    const value = asNode(property['value']);
    if (name !== undefined && value) members.set(name, value);
  }
  return members;
}

/** The name that a member access, a member of an object or of a pattern bears; what stands between brackets is a text of its own. */
function memberName(node: Node): string | undefined {
  if (node['computed'] === true) return undefined;
  const named = node['type'] === 'MemberExpression' ? node['property'] : undefined;
  const key = node['type'] === 'Property' ? node['key'] : named;
  const { type, name } = asNode(key) ?? {};
  return type === 'Identifier' && typeof name === 'string' ? name : undefined;
}

function parsed(file: TreeFile): Node {
  const { program, errors } = parseSync(file.name, file.text);
  const [error] = errors;
  if (error) throw new Error(`${file.name}: ${error.message}`);
  return program as unknown as Node;
}

/** A node and all within it. */
function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const member of Object.values(node))
    for (const child of Array.isArray(member) ? nodeList(member) : [asNode(member)])
      if (child) yield* nodesOf(child);
}

function nodeList(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.map(asNode).filter((node) => node !== undefined) : [];
}

function asNode(value: unknown): Node | undefined {
  return typeof value === 'object' && value !== null && !(value instanceof RegExp)
    ? (value as Node)
    : undefined;
}

function lineOf(text: string, start: number): number {
  return text.slice(0, start).split('\n').length;
}
