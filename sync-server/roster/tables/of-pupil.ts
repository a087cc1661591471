import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { Findings } from '../report/import-report.ts';
import { splitList } from '../values/cells.ts';
import { lettersIn, readInstead, readReligion } from '../values/religion-choice.ts';
import { readHours } from '../who/declared.ts';
import type { Who } from '../who/who.ts';

/** Where it goes, and where it is said that it does not. */
type To = Pick<Who, 'groups' | 'choices' | 'declared'> & { readonly findings: Findings };

/** The letters by which a table's columns of religion choose. */
export type ReligionLetters = Readonly<Record<'religion' | 'religionAlternative', ReadonlySet<string>>>;

/** Looks through the columns of religion of a table's rows. */
export function religionLetters(rows: readonly RowReader[]): ReligionLetters {
  const ofColumn = (field: keyof ReligionLetters) => lettersIn(rows.map((row) => row.get(field)));
  return { religion: ofColumn('religion'), religionAlternative: ofColumn('religionAlternative') };
}

/** A pupil of a row, in the class of the row. */
export interface PupilOfRow {
  readonly pupil: PersonId;
  readonly schoolClass: SchoolClass;
  readonly letters: ReligionLetters;
  /** The first lesson of the list's school year. */
  readonly lessonsFrom: LocalDate;
}

/** Takes what a row says of a pupil beside the class: the group in it, the choice for the hour of religion, the hours of another school. */
export function takeOfPupil(row: RowReader, of: PupilOfRow, to: To): void {
  takeGroup(row, of, to);
  takeReligion(row, of, to);
  takeHours(row, of, to);
}

function takeHours(row: RowReader, { pupil, lessonsFrom }: PupilOfRow, { declared, findings }: To): void {
  const text = row.get('otherSchoolHours');
  const hours = readHours(text);
  if (hours.kind === 'unknown') return findings.warn(row.place('otherSchoolHours'), 'badHours', text);
  if (hours.kind === 'hours') declared.declare(pupil, hours.halfUnits, lessonsFrom);
}

function takeGroup(row: RowReader, { pupil, schoolClass }: PupilOfRow, { findings, groups }: To): void {
  const text = row.get('group');
  if (text === '') return;
  if (splitList(text).length > 1) return findings.warn(row.place('group'), 'severalGroups', text);
  const group = groups.named(text, schoolClass);
  if (group.kind === 'unknown') return findings.warn(row.place('group'), 'badGroup', text);
  if (group.kind === 'one') groups.join(pupil, schoolClass.id, group.code);
}

function takeReligion(
  row: RowReader,
  { pupil, schoolClass: { id }, letters }: PupilOfRow,
  { choices, findings }: To,
): void {
  const [text, insteadText] = [row.get('religion'), row.get('religionAlternative')];
  const said = readReligion(text, letters.religion);
  const instead = readInstead(insteadText, letters.religionAlternative);
  if (said === 'unknown') findings.warn(row.place('religion'), 'badReligionChoice', text);
  if (instead === 'unknown')
    findings.warn(row.place('religionAlternative'), 'badReligionChoice', insteadText);
  if (said === 'unknown') return;
  const other = instead === 'unknown' ? 'blank' : instead;
  const isOpen = said === 'blank' || said === 'notAttending';
  if (!isOpen && other !== 'blank' && other !== said)
    return findings.warn(row.place('religionAlternative'), 'religionTwice', insteadText);
  if (!isOpen) return choices.choose(pupil, id, said);
  if (other !== 'blank') return choices.choose(pupil, id, other);
  if (said === 'notAttending' && !choices.withdraw(pupil, id))
    findings.warn(row.place('religion'), 'religionInstead');
}
