import type { PersonId } from '../../../domain/base/ids.ts';
import { readRows, sayIgnoredColumns, type RowReader } from '../columns/row-reader.ts';
import type { Table } from '../columns/recognise.ts';
import type { Roster } from '../draft/roster.ts';
import type { Findings } from '../report/import-report.ts';
import type { AppointedRole } from '../who/appointments.ts';
import type { Who } from '../who/who.ts';
import { classNameOf, classTextOf } from './class-of-row.ts';
import { createTeacherFinder, type TeacherFinder } from './teacher-of-post.ts';

/** Takes a list of classes with whoever coordinates them and writes the minutes; neither people nor classes are made of it. */
export function importCoordinators(table: Table, roster: Roster, who: Who): void {
  const teachers = createTeacherFinder(roster);
  for (const row of readRows(table, roster.findings)) importClass(row, { roster, who, teachers });
  sayIgnoredColumns(table, roster.findings);
}

function importClass(
  row: RowReader,
  { roster, who, teachers }: { readonly roster: Roster; readonly who: Who; readonly teachers: TeacherFinder },
): void {
  const { findings, startYear } = roster;
  const text = classTextOf(row, roster);
  const name = text === undefined ? undefined : classNameOf(row, text, roster);
  if (text === undefined || !name) return;
  const found = (['coordinator', 'secretary'] as const).flatMap((role) => {
    const person = appointee(role, row, teachers, findings);
    return person === undefined ? [] : [{ role, person }];
  });
  if (found.length === 0) return;
  const classes = roster.classes(startYear);
  // A class that nobody attends or teaches is none: pupils and posts make them, and are taken first.
  if (!classes.namedLike(name).some(({ level }) => (name.level ?? level) === level))
    return findings.reject(row.place('class'), 'classNotImported', text);
  const own = classes.named(name);
  if (own.kind === 'refused') return findings.reject(row.place('class'), own.code, text);
  for (const { role, person } of found) who.appointments.name(role, person, own.schoolClass, row.place(role));
}

/** Whom the cell of a role names; whom nobody or several are called by is said, and nobody appointed. */
export function appointee(
  role: AppointedRole,
  row: RowReader,
  teachers: TeacherFinder,
  findings: Findings,
): PersonId | undefined {
  const text = row.get(role);
  if (text === '') return undefined;
  const found = teachers.called(text, undefined, role);
  if (found.kind === 'found') return found.teacher.id;
  const isUnknown = found.code === 'unknownTeacher';
  findings.warn(row.place(role), isUnknown ? 'coordinatorUnknown' : 'coordinatorUnclear', text);
  return undefined;
}
