import { asNode, lineOf, memberName, NAMING, nodeList, nodesOf, parsed, type Node } from './syntax.ts';
import type { TreeFile } from './tree.ts';

/** A name that a file says, and where. */
export interface SaidName {
  readonly word: string;
  readonly line: number;
  /** It is held against a member `kind`, or given to one: there it is no other thing's name. */
  readonly isKind: boolean;
  /** It is done, as `pattern.test(text)`: no field of a record is. */
  readonly isCalled: boolean;
}

/** Rules of a field that need to know nothing of it. */
const PLAIN_RULES: ReadonlySet<unknown> = new Set(['laterWins', 'fixed', 'server']);

/** Where modules say of which others they are made: that is judged by the check of imports. */
const IMPORTING = new Set<unknown>(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration']);

/** Every word of a text or a pattern, and every name of a member that a file reads, takes apart, declares or gives to an object. */
export function namesSaid(file: TreeFile): readonly SaidName[] {
  const found: SaidName[] = [];
  const nodes = [...nodesOf(parsed(file))];
  const sources = new Set(nodes.filter(({ type }) => IMPORTING.has(type)).map(({ source }) => source));
  const ofKinds = new Set(nodes.flatMap(saidOfKind));
  const called = new Set(nodes.filter(({ type }) => type === 'CallExpression').map(({ callee }) => callee));
  const say = (node: Node, said: unknown) => {
    const words = typeof said === 'string' ? (said.match(/[A-Za-z]+/g) ?? []) : [];
    const line = lineOf(file.text, Number(node['start']));
    found.push(
      ...words.map((word) => ({ word, line, isKind: ofKinds.has(node), isCalled: called.has(node) })),
    );
  };
  for (const node of nodes) {
    if (node['type'] === 'Literal' && !sources.has(node))
      say(node, asNode(node['regex'])?.['pattern'] ?? node['value']);
    if (node['type'] === 'TemplateElement') say(node, asNode(node['value'])?.['cooked']);
    say(node, memberName(node));
  }
  return found;
}

/** The texts that a node holds against a member `kind`, or gives to one. */
function saidOfKind(node: Node): readonly unknown[] {
  const [left, right] = [asNode(node['left']), asNode(node['right'])];
  if (node['type'] === 'BinaryExpression') return isKind(left) ? [right] : isKind(right) ? [left] : [];
  if (node['type'] === 'SwitchStatement')
    return isKind(asNode(node['discriminant'])) ? nodeList(node['cases']).map(({ test }) => test) : [];
  if (memberName(node) !== 'kind' || !NAMING.has(node['type'])) return [];
  const given = asNode(node['value']) ?? asNode(node['typeAnnotation']);
  return given ? [...nodesOf(given)].filter(({ type }) => type === 'Literal') : [];
}

function isKind(node: Node | undefined): boolean {
  return node?.['type'] === 'Identifier'
    ? node['name'] === 'kind'
    : node !== undefined && memberName(node) === 'kind';
}

/** The words of a kind of record: its name, its collection, and the fields whose values no plain rule brings together. */
export function recordKindIn(file: TreeFile): {
  readonly kind?: string;
  readonly words: readonly string[];
  /** Fields whose values a plain rule brings together. */
  readonly plain: readonly string[];
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
    const rules = isMerged ? [...membersOf(fields)] : [];
    const own = rules.filter(([, rule]) => !isPlainRule(rule));
    const plain = rules.filter(([, rule]) => isPlainRule(rule)).map(([field]) => field);
    const named = [kind, collection].filter((word) => typeof word === 'string');
    const words = [...named, ...own.map(([field]) => field)];
    return typeof kind === 'string' ? { kind, words, plain, isWhole } : { words, plain, isWhole };
  }
  return { words: [], plain: [], isWhole: false };
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
