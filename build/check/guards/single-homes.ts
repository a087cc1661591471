import { isCode, type TreeFile } from './tree.ts';

/** Identifiers that only one module of the main process may touch, so that there is one place to review. */
const singleHome = [
  { identifier: 'safeStorage', in: 'main' },
  { identifier: 'ipcMain', in: 'main' },
] as const;

/** The keychain and the bridge have one door each. */
export function homeProblems(files: readonly TreeFile[]): readonly string[] {
  return singleHome.flatMap(({ identifier, in: folder }) => {
    const imports = new RegExp(`import[^;]*\\b${identifier}\\b[^;]*from 'electron'`);
    const homes = files.filter(
      (file) =>
        isCode(file) &&
        file.name.startsWith(`${folder}/`) &&
        !file.name.includes('.test.') &&
        imports.test(file.text),
    );
    return homes.length > 1
      ? [`${identifier} is used in more than one file: ${homes.map(({ name }) => name).join(', ')}`]
      : [];
  });
}
