import type { Sheet, SheetRow } from '../reading/roster-file.ts';
import { readClassName } from '../values/class-names.ts';
import { withoutSchoolYear } from '../values/school-years.ts';
import { tidy } from '../values/names.ts';

/** Header of the column that is added. */
const CLASS_HEADER = 'Classe';

/** What stands beside the class in the title of a sheet, in a line above its table or in the name of a file. */
const BESIDE =
  /\b(?:elenco|lista|alunn[ie]|studenti|foglio|della|dell[ae]|a\.?\s?s\.?|20\d\d(?:\s?[-/–]\s?\d{2,4})?)(?![\p{L}\d])/giu;

/**
 * A sheet without a column of the class, with one: of the class that its name, or a line above its header, says, and below a line that
 * names another class ("Classe 1B" between two lists) of that one. Where the lines above say different ones, nothing is added, and the
 * column is then missing.
 */
export function withClassOfSheet(sheet: Sheet, headerAt: number): Sheet {
  const above = sheet.rows.slice(0, headerAt).flatMap(({ cells }) => cells.flatMap(classInHeading));
  const named = [
    ...(sheet.title === undefined ? [] : classIn(sheet.title)),
    ...classIn(baseName(sheet.file)),
  ];
  const [first, ...others] = [...above, ...named.slice(0, 1)];
  const keyOf = (text: string) => JSON.stringify(readClassName(text));
  const isOne = first !== undefined && others.every((other) => keyOf(other) === keyOf(first));
  const below = new Map(
    sheet.rows.slice(headerAt + 1).flatMap((row) => classOfLine(row).map((name) => [row, name] as const)),
  );
  if (!isOne && (below.size === 0 || first !== undefined)) return sheet;
  let current = first ?? '';
  const rows = sheet.rows.flatMap((row, position): readonly SheetRow[] => {
    const heading = below.get(row);
    if (heading !== undefined) {
      current = heading;
      return [];
    }
    // In front, so that a row of too many or too few cells stays one.
    const cells = [position === headerAt ? CLASS_HEADER : current, ...row.cells];
    return [{ ...row, cells, formulas: row.formulas.map((column) => column + 1) }];
  });
  return { ...sheet, rows };
}

/** The class that a line says which says nothing else: the pupils below it are of that class. */
function classOfLine({ cells }: SheetRow): readonly string[] {
  const [text, other] = new Set(cells.map(tidy).filter((cell) => cell !== ''));
  if (text === undefined || other !== undefined) return [];
  const heading = classInHeading(text);
  return heading.length > 0 ? heading : classIn(text);
}

/** "Classe 1A", "Elenco alunni della classe 1^ A a.s. 2026/27". */
function classInHeading(cell: string): readonly string[] {
  const found = /\bclasse\s*:?\s*(.+)$/i.exec(tidy(cell))?.[1];
  return found === undefined ? [] : classIn(found);
}

function classIn(text: string): readonly string[] {
  const name = tidy(withoutSchoolYear(text).replaceAll('_', ' ').replaceAll(BESIDE, ' '));
  return readClassName(name) === undefined ? [] : [name];
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}
