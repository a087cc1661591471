import { isRoster } from './recognise.ts';
import { RosterRefusal } from '../report/refusal.ts';
import type { ReadingNote, Sheet } from '../reading/roster-file.ts';
import type { WorkbookSheet } from '../reading/workbook.ts';

/** Sheets in which offices keep those who are gone, and copies: a pupil who left must not come back from them. */
const PUT_ASIDE =
  /^(?:alunn[ie]\s+)?(?:ritirat|trasferit|non\s+frequent|ex[\s-]|archivi|copia\b|backup|vecchi|old\b|bozza|prova\b)/i;

/**
 * The sheets of a workbook that are rosters: every one that is shown and has a header that we know. The others (instructions, counts,
 * hidden ones, those of pupils who left) are named in the report of the first one that is taken. Where none is a roster, the first that is
 * shown is answered, so that what is missing can be said.
 */
export function rosterSheets(
  sheets: readonly WorkbookSheet[],
  file: string,
  container: string,
): readonly Sheet[] {
  const shown = sheets.filter(({ isHidden, title }) => !isHidden && !PUT_ASIDE.test(title.trim()));
  const rosters = shown.filter((one) => isRoster({ ...one, file: `${file}/${one.title}`, container }));
  const taken = rosters.length > 0 ? rosters : [shown[0] ?? sheets[0]].filter((one) => one !== undefined);
  if (taken.length === 0) throw new RosterRefusal('emptyFile', file);
  const left = sheets.filter((one) => !taken.includes(one)).map(({ title }) => title);
  const notes: readonly ReadingNote[] =
    left.length === 0 ? [] : [{ row: 0, code: 'sheetsIgnored', value: left.join(', ') }];
  return taken.map(({ title, rows, isDate1904 }, index) => ({
    // A workbook of one sheet is known by its name alone.
    file: sheets.length === 1 ? file : `${file}/${title}`,
    container,
    rows,
    title,
    isDate1904,
    notes: index === 0 ? notes : [],
  }));
}
