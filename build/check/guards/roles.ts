import { STAFF_ROLES } from '../../../domain/access/staff-role.ts';
import { asNode, lineOf, memberName, nodeList, nodesOf, parsed, type Node } from './syntax.ts';
import { isCode, isTest, type TreeFile } from './tree.ts';

/** Who sees what by their roles is said once, by `domain/access/capabilities.ts`: a page asks it for a capability, and nobody for a role. */
export function roleProblems(files: readonly TreeFile[]): readonly string[] {
  return files
    .filter((file) => isPage(file))
    .flatMap((file) =>
      [...nodesOf(parsed(file))].filter(asksRole).map((node) => {
        const line = lineOf(file.text, Number(node['start']));
        return `${file.name}:${line}: asks for a role; a page asks domain/access/capabilities.ts`;
      }),
    );
}

function isPage(file: TreeFile): boolean {
  const { name } = file;
  return (
    isCode(file) && /^renderer\/.*\.[cm]?[jt]sx?$/.test(name) && !isTest(file) && !name.includes('/testing/')
  );
}

/** `roles.includes('office')`, `roles.some((role) => role === 'office')`, `role === 'office'`, `switch (role)`. */
function asksRole(node: Node): boolean {
  switch (node['type']) {
    case 'CallExpression':
      return (
        nameOf(asNode(asNode(node['callee'])?.['object'])) === 'roles' &&
        nodeList(node['arguments']).some((given) => givesRole(given))
      );
    case 'BinaryExpression': {
      const sides = nodeList([node['left'], node['right']]);
      return sides.some((side) => nameOf(side) === 'role') && sides.some((side) => isRole(side));
    }
    case 'SwitchStatement':
      return (
        nameOf(asNode(node['discriminant'])) === 'role' &&
        nodeList(node['cases']).some((each) => isRole(asNode(each['test'])))
      );
    default:
      return false;
  }
}

function givesRole(given: Node): boolean {
  return [...nodesOf(given)].some((node) => isRole(node));
}

function isRole(node: Node | undefined): boolean {
  return node?.['type'] === 'Literal' && STAFF_ROLES.some((role) => role === node['value']);
}

/** The name of a variable, or of the member that is read; whether it may be missing is all the same. */
function nameOf(node: Node | undefined): unknown {
  return node?.['type'] === 'Identifier' ? node['name'] : node && memberName(node);
}
