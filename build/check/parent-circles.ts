import path from 'node:path';

/** That one source file imports another, both named from the root with slashes. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/**
 * Circles between the own files of a folder and the folders below it. Each own file counts as a room of its own, and each folder below, with all
 * within it, as one: a file may be the contract that the rooms below read, another the list that names them all, and none may be both, not even by
 * way of its neighbours. Folders beside each other are judged by the cruiser, which looks at no parent and its child.
 */
export function parentCircles(imports: readonly Import[]): readonly string[] {
  const folders = new Set(imports.flatMap(({ from, to }) => [...foldersAbove(from), ...foldersAbove(to)]));
  return [...folders].toSorted().flatMap((folder) => circlesIn(folder, imports));
}

function circlesIn(folder: string, imports: readonly Import[]): readonly string[] {
  const next = new Map<string, Set<string>>();
  const ownFiles = new Set<string>();
  for (const { from, to } of imports) {
    for (const file of [from, to]) if (path.posix.dirname(file) === folder) ownFiles.add(file);
    const rooms = [roomIn(folder, from), roomIn(folder, to)] as const;
    const [above, below] = rooms;
    if (above === undefined || below === undefined || above === below) continue;
    next.set(above, (next.get(above) ?? new Set()).add(below));
  }
  const reached = new Map([...next.keys()].map((room) => [room, reachedFrom(room, next)]));
  return [...ownFiles].toSorted().flatMap((file) => {
    const around = [...(reached.get(file) ?? [])].filter((room) => reached.get(room)?.has(file));
    const below = around.filter((room) => !ownFiles.has(room));
    return below.map((room) => `no-parent-circles: ${file} and ${room} import each other`);
  });
}

/** The room of a folder in which a file is: itself, or the folder below that holds it; undefined for a file outside. */
function roomIn(folder: string, file: string): string | undefined {
  if (!file.startsWith(`${folder}/`)) return undefined;
  const [first] = file.slice(folder.length + 1).split('/');
  return `${folder}/${first}`;
}

/** What is imported by a room, and by what it imports. */
function reachedFrom(room: string, next: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [room];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const each of next.get(at) ?? []) {
      if (reached.has(each)) continue;
      reached.add(each);
      waiting.push(each);
    }
  return reached;
}

function foldersAbove(file: string): readonly string[] {
  const folder = path.posix.dirname(file);
  return folder === '.' ? [] : [folder, ...foldersAbove(folder)];
}
