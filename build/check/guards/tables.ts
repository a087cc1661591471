import type { TreeFile } from './tree.ts';

/** Where tables are drawn: by the one module for all of them, by the one for what is written as in a spreadsheet, and on the sheets that are for paper alone. */
const drawers = /^renderer\/ui\/(?:table|grid)\/|-print\.tsx$/;

/** Tables on the screen are those of `renderer/ui/table`: their keys, order, headings and states are made once. */
export function tableProblems(files: readonly TreeFile[]): readonly string[] {
  const pages = files.filter(({ name }) => name.startsWith('renderer/') && name.endsWith('.tsx'));
  if (!pages.some(({ name, text }) => name.startsWith('renderer/ui/table/') && /<table\b/.test(text)))
    throw new Error('no table was found in renderer/ui/table: the guard would guard nothing');
  return pages
    .filter(
      ({ name, text }) =>
        !drawers.test(name) &&
        /<(?:table|thead|tbody)\b|<Table\.|\bTable\b[^;]*from '@mantine\/core'/.test(text),
    )
    .map(({ name }) => `${name}: draws a table of its own; renderer/ui/table draws them all`);
}
