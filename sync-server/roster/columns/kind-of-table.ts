import type { Sheet } from '../reading/roster-file.ts';
import type { RefusalCode } from '../report/refusal.ts';
import { nameKey, tidy } from '../values/names.ts';
import { HEADERS, type Field, type TableKind } from './headers.ts';

/** What a table is by its headers; `unclear` where its people may be others than it seems, which is asked. */
export type KindOfTable =
  | { readonly is: 'known'; readonly kind: TableKind }
  | { readonly is: 'unclear'; readonly code: RefusalCode; readonly value: string }
  | { readonly is: 'nothing' };

const PUPILS = /alunn|student|pupil|allievi/i;
const TEACHERS = /docent|insegnant|prof|teacher/i;
const ATA = /(^|[^a-z])ata([^a-z]|$)/i;
/** Stricter than {@link TEACHERS}: a list of an "istituto professionale" is none of professors. */
const STAFF =
  /docent|insegnant|teacher|(?<![a-z])prof(?:f|essor[a-z]*)?(?![a-z])|(?<![a-z])ata(?![a-z])|personale|dipendenti|organico|coordinator|consigl/i;
const GUARDIANS = /genitor|tutori|guardians|parents/i;
const MARKS_FILE = /(?<![a-z])(?:vot[oi]|assenze|scrutin[a-z]*|pagell[ae]|giudizi)(?![a-z])/i;

/** Headers of what a pupil gets in a subject: marks, absences, judgements. */
const MARK_KEY =
  /^(?:media$|vot[oi]|mediavot|propostadivoto|propostavoto|giudizi|valutazion|assenz|oreassenz|oredi?assenz|giorni(?:di)?assenz|ritard|presenz|scrutini|debit|mark|score|absence)/;
/** A header that names one pupil; `alunni` counts them. */
const PUPIL_KEY = /alunn[oa]|studente|alliev[oa]|pupil(?!s)|student(?![ies])/;
/** How somebody belongs to a pupil, and the child's own name or class. */
const RELATION_KEY =
  /^(?:grado(?:di)?parentela|parentela|relazione|genitoredi|(?:nome|cognome|classe)?(?:del(?:la)?)?figli[oa]a?)$/;
/** What staff alone has. */
const STAFF_KEY =
  /^(?:tipopersonale|profilo(?:professionale)?|qualifica|segreteria|ufficio|classediconcorso|cdc|tipo(?:di)?(?:contratto|posto)|orecattedra|cattedra|incarico|coordinatore)$/;
const TEACHER_CODES = /^(?:username|utente|nomeutente)(?:docente|insegnante)$/;

/**
 * Tells by the headers of a table, with the name of its file as a tie-break, what it is of. A column of subjects beside a class makes it
 * one of teaching posts and never of pupils; where it may as well be of pupils (marks, absences), or where a class stands beside people
 * who look like staff or guardians, nobody is made of it and the office is asked.
 */
export function kindOfTable(
  keys: readonly string[],
  cells: readonly string[],
  sheet: Sheet,
  at: number,
): KindOfTable {
  const name = tellingName(sheet.file);
  const named = (pattern: RegExp) => pattern.test(name);
  const first = (pattern: RegExp) => cells[keys.findIndex((key) => pattern.test(key))]?.trim();
  const hasNames = has(keys, 'surname') && has(keys, 'givenName');
  const someName = has(keys, 'surname') || has(keys, 'givenName') || has(keys, 'fullName');
  const pupilHeader = first(PUPIL_KEY);
  const isOfPupils = pupilHeader !== undefined || has(keys, 'guardian1Surname') || named(PUPILS);
  const subject = cells[keys.findIndex((key) => isHeaderOf(key, 'subject'))]?.trim();

  if (subject !== undefined) {
    const mark = first(MARK_KEY) ?? (named(MARKS_FILE) ? name : undefined);
    if (mark !== undefined && (someName || has(keys, 'postTeacher') || pupilHeader !== undefined))
      return unclear('marksOfPupils', mark);
    if (has(keys, 'postTeacher')) {
      // "Cognome", "Nome" and "Docente" are a pupil and a teacher, unless the latter is the username of the former.
      const isOther = keys.includes('cognome') && !keys.some((key) => TEACHER_CODES.test(key));
      return isOther ? unclear('subjectOfPupils', subject) : known('posts');
    }
    if (has(keys, 'class') && someName)
      return isOfPupils ? unclear('subjectOfPupils', subject) : known('posts');
  }
  // Classes with the names of whoever coordinates them: the people are known by other lists.
  if (subject === undefined && !someName && has(keys, 'class') && has(keys, 'coordinator'))
    return known('coordinators');
  if (someName && !has(keys, 'guardian1Surname')) {
    const relation =
      first(RELATION_KEY) ??
      namesOfOthers(keys, cells, sheet, at) ??
      (named(GUARDIANS) && !named(PUPILS) ? name : undefined);
    if (relation !== undefined) return unclear('guardiansAlone', relation);
  }
  // A class and half a name: what is missing is then the other half.
  if (has(keys, 'class') && someName) {
    const staff = isOfPupils ? undefined : (first(STAFF_KEY) ?? (named(STAFF) ? name : undefined));
    return staff === undefined ? known('pupils') : unclear('staffWithClass', staff);
  }
  if (!hasNames && !has(keys, 'fullName')) return { is: 'nothing' };
  // Without a class these are pupils only by the name of the file or of a column, and the missing column is then what to say.
  if (isOfPupils) return known('pupils');
  if (has(keys, 'office') || has(keys, 'staffType') || named(ATA)) return known('ata');
  if (named(TEACHERS)) return known('teachers');
  const isKnownBy = has(keys, 'username') || has(keys, 'fiscalCode') || has(keys, 'email');
  return !has(keys, 'birthDate') && isKnownBy && first(MARK_KEY) === undefined
    ? known('teachers')
    : { is: 'nothing' };
}

/** Whether a header has a column of a field. */
export function has(keys: readonly string[], field: Field): boolean {
  return keys.some((key) => isHeaderOf(key, field));
}

/** Whether a sheet is called as one of councils or teachers, so that its people are no pupils of the class that it names. */
export function isCalledStaff({ file }: Sheet): boolean {
  return /docent|insegnant|prof|teacher|consigl/i.test(file);
}

function isHeaderOf(key: string, field: Field): boolean {
  const names: readonly string[] = HEADERS[field];
  return names.includes(key);
}

function known(kind: TableKind): KindOfTable {
  return { is: 'known', kind };
}

function unclear(code: RefusalCode, value: string): KindOfTable {
  return { is: 'unclear', code, value };
}

/** The column "Alunno" beside "Cognome" and "Nome", where it names others than these: the list is one of those who belong to the pupils. */
function namesOfOthers(
  keys: readonly string[],
  cells: readonly string[],
  { rows }: Sheet,
  at: number,
): string | undefined {
  const column = keys.findIndex((key) => /^(?:alunn[oa]a?|student(?:e|essa)?)$/.test(key));
  const [surname, givenName] = [keys.indexOf('cognome'), keys.indexOf('nome')];
  if (column < 0 || surname < 0 || givenName < 0) return undefined;
  const textOf = (row: readonly string[], index: number) => tidy(row[index] ?? '');
  const written = rows.slice(at + 1).filter((row) => /\p{L}+ +\p{L}/u.test(textOf(row.cells, column)));
  const others = written.filter(
    (row) =>
      !nameKey(textOf(row.cells, column)).includes(nameKey(textOf(row.cells, surname))) ||
      !nameKey(textOf(row.cells, column)).includes(nameKey(textOf(row.cells, givenName))),
  );
  return others.length * 2 > written.length ? cells[column]?.trim() : undefined;
}

/** The name of a file without its folders; of a sheet its own where that tells something, otherwise that of its workbook. */
function tellingName(file: string): string {
  const [name = '', book = ''] = file.split('/').toReversed();
  const tells = [PUPILS, TEACHERS, ATA].some((pattern) => pattern.test(name));
  return tells || !/\.xlsx?$/i.test(book) ? name : book;
}
