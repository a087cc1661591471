import { slug, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { SubjectId } from '../../../domain/base/ids.ts';
import { assignmentId, type Assignment } from '../../../domain/kinds/assignment/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import { readRows, sayIgnoredColumns, type RowReader } from '../columns/row-reader.ts';
import type { Table } from '../columns/recognise.ts';
import { classWithLevel } from '../draft/class-with-level.ts';
import type { Roster } from '../draft/roster.ts';
import type { Findings } from '../report/import-report.ts';
import type { Who } from '../who/who.ts';
import { classNameOf, classTextOf } from './class-of-row.ts';
import { appointee } from './coordinators.ts';
import { createTeacherFinder, type TeacherFinder } from './teacher-of-post.ts';

/** Types of post as the source abbreviates or names them. */
const TYPES: Readonly<Record<string, Assignment['type']>> = {
  '': 'ordinary',
  n: 'ordinary',
  normale: 'ordinary',
  i: 'lab',
  itp: 'lab',
  p: 'reinforcement',
  potenziamento: 'reinforcement',
  s: 'support',
  sostegno: 'support',
  a: 'alternative',
  alternativa: 'alternative',
};

/** What a column of coordinators says of the teacher of the row; anything else is a name. */
const IS_COORDINATOR = /^(?:s[iì]?|x|y|yes|1|vero|true|coordinator|coordinatore|coordinatrice)$/i;
const IS_NONE = /^(?:|no?|-+|0|falso|false)$/i;

/**
 * Takes a table of teaching posts (cattedre). Teachers are named by their username in the source or by name, pupils by their username;
 * nobody is made of such a list.
 */
export function importPosts(table: Table, roster: Roster, who: Who): void {
  const teachers = createTeacherFinder(roster);
  for (const row of readRows(table, roster.findings)) importPost(row, { roster, who, teachers });
  sayIgnoredColumns(table, roster.findings);
}

function importPost(
  row: RowReader,
  { roster, who, teachers }: { readonly roster: Roster; readonly who: Who; readonly teachers: TeacherFinder },
): void {
  const { findings, people } = roster;
  const subjectName = row.get('subject');
  const classText = classTextOf(row, roster);
  if (classText === undefined) return;
  if (slug(subjectName) === '') return findings.reject(row.place('subject'), 'missingSubject');
  const found = teachers.of(row);
  if (found.kind === 'refused') return findings.reject(row.place(found.field), found.code, found.value);
  const type = TYPES[row.get('postType').toLowerCase()];
  if (!type) return findings.reject(row.place('postType'), 'badAssignmentType', row.get('postType'));
  const replacedName = row.get('postReplaces');
  const before = replacedName === '' ? undefined : teachers.called(replacedName, undefined, 'postReplaces');
  if (before?.kind === 'refused') return findings.reject(row.place(before.field), before.code, before.value);
  const replaced = before?.teacher;
  const pupilName = row.get('postPupil');
  const pupil = pupilName === '' ? undefined : people.byUsername('pupil', pupilName);
  if (pupilName !== '' && !pupil) return findings.reject(row.place('postPupil'), 'unknownPupil', pupilName);
  const name = classNameOf(row, classText, roster);
  if (!name) return;
  const own = roster.classes(roster.startYear).named(name);
  if (own.kind === 'refused') return findings.reject(row.place('class'), own.code, classText);
  if (own.inferred) findings.warn(row.place('class'), 'levelInferred', classWithLevel(own.schoolClass));
  const subject = roster.subject(subjectName);
  if (replaced && !holdsPost(replaced, own.schoolClass.id, subject.id, roster))
    findings.warn(row.place('postReplaces'), 'replacedHasNoPost', replacedName);
  const group = groupOf(row, { teacher: found.teacher, pupil, subject: subject.id }, own.schoolClass, {
    ...who,
    findings,
  });
  const fits = roster.assign(
    {
      teacher: found.teacher.id,
      class: own.schoolClass.id,
      subject: subject.id,
      type,
      ...(pupil ? { pupil: pupil.id } : {}),
      ...(replaced ? { replaces: replaced.id } : {}),
      ...(group === undefined ? {} : { group }),
    },
    own.schoolClass,
  );
  if (!fits) return findings.reject(row.place('subject'), 'tooLong');
  const coordinates = row.get('coordinator');
  if (IS_NONE.test(coordinates)) return;
  const coordinator = IS_COORDINATOR.test(coordinates)
    ? found.teacher.id
    : appointee('coordinator', row, teachers, findings);
  if (coordinator !== undefined)
    who.appointments.name('coordinator', coordinator, own.schoolClass, row.place('coordinator'));
}

/** The group that a row's post is of; undefined for the whole class, and where nobody can tell. */
function groupOf(
  row: RowReader,
  {
    teacher,
    pupil,
    subject,
  }: { readonly teacher: Person; readonly pupil?: Person | undefined; readonly subject: SubjectId },
  schoolClass: SchoolClass,
  { findings, groups }: Pick<Who, 'groups'> & { readonly findings: Findings },
): string | undefined {
  const text = row.get('group');
  const group = groups.named(text, schoolClass);
  if (group.kind === 'unknown') findings.warn(row.place('group'), 'badGroup', text);
  if (group.kind !== 'one') return undefined;
  // A post has one key for all groups of its class: what two rows say of it cannot both be kept.
  if (groups.isOnlyOneOf(assignmentId(teacher.id, schoolClass.id, subject, pupil?.id), group.code))
    return group.code;
  findings.warn(row.place('group'), 'groupOfPost', text);
  return undefined;
}

function holdsPost(teacher: Person, schoolClass: string, subject: string, { draft }: Roster): boolean {
  return draft
    .all('assignment')
    .some((item) => item.teacher === teacher.id && item.class === schoolClass && item.subject === subject);
}
