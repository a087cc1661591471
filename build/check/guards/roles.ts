import { STAFF_ROLES } from '../../../domain/access/staff-role.ts';
import { ACCOUNT_KINDS } from '../../../domain/people/username.ts';
import { asNode, lineOf, memberName, nodeList, nodesOf, parsed, type Node } from './syntax.ts';
import { isCode, isTest, type TreeFile } from './tree.ts';

/** What a page could ask of an account by itself: how it is named, one or several, and what it can be. */
const ASKED = [
  { what: 'a role', one: 'role', several: 'roles', words: new Set<unknown>(STAFF_ROLES) },
  { what: 'a kind of account', one: 'kind', several: 'kinds', words: new Set<unknown>(ACCOUNT_KINDS) },
] as const;

type Asked = (typeof ASKED)[number];

/**
 * Who sees what by their roles or the kind of their account is said once, by `domain/access/capabilities.ts`: a page asks it for a capability, and nobody
 * for either.
 */
export function roleProblems(files: readonly TreeFile[]): readonly string[] {
  return files.filter((file) => isPage(file)).flatMap((file) => [...new Set(problemsOf(file))]);
}

function problemsOf(file: TreeFile): readonly string[] {
  return [...nodesOf(parsed(file))].flatMap((node) => {
    const asked = ASKED.find((each) => asks(node, each));
    if (!asked) return [];
    const line = lineOf(file.text, Number(node['start']));
    return [`${file.name}:${line}: asks for ${asked.what}; a page asks domain/access/capabilities.ts`];
  });
}

function isPage(file: TreeFile): boolean {
  const { name } = file;
  return (
    isCode(file) && /^renderer\/.*\.[cm]?[jt]sx?$/.test(name) && !isTest(file) && !name.includes('/testing/')
  );
}

/**
 * `roles.includes('office')`, `roles.some((role) => role === 'office')`, `['office', 'principal'].includes(role)`, `role === 'office'`,
 * `switch (role)`; and so of kinds.
 */
function asks(node: Node, asked: Asked): boolean {
  switch (node['type']) {
    case 'CallExpression': {
      const list = asNode(asNode(node['callee'])?.['object']);
      const given = nodeList(node['arguments']);
      return (
        (nameOf(list) === asked.several && given.some((each) => holdsWord(each, asked))) ||
        (list?.['type'] === 'ArrayExpression' &&
          holdsWord(list, asked) &&
          given.some((each) => nameOf(each) === asked.one))
      );
    }
    case 'BinaryExpression': {
      const sides = nodeList([node['left'], node['right']]);
      return sides.some((side) => nameOf(side) === asked.one) && sides.some((side) => isWord(side, asked));
    }
    case 'SwitchStatement':
      return (
        nameOf(asNode(node['discriminant'])) === asked.one &&
        nodeList(node['cases']).some((each) => isWord(asNode(each['test']), asked))
      );
    default:
      return false;
  }
}

function holdsWord(given: Node, asked: Asked): boolean {
  return [...nodesOf(given)].some((node) => isWord(node, asked));
}

function isWord(node: Node | undefined, asked: Asked): boolean {
  return node?.['type'] === 'Literal' && asked.words.has(node['value']);
}

/** The name of a variable, or of the member that is read; whether it may be missing is all the same. */
function nameOf(node: Node | undefined): unknown {
  if (node?.['type'] === 'ChainExpression') return nameOf(asNode(node['expression']));
  return node?.['type'] === 'Identifier' ? node['name'] : node && memberName(node);
}
