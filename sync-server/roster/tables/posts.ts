import { slug } from '../../../domain/kinds/class/record.ts';
import type { Assignment } from '../../../domain/kinds/assignment/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import { readRows, type RowReader } from '../columns/row-reader.ts';
import type { Table } from '../columns/recognise.ts';
import { classWithLevel } from '../draft/class-with-level.ts';
import type { Roster } from '../draft/roster.ts';
import { joinClassName, readClassCell } from '../values/class-names.ts';
import { isOfOtherYear } from '../values/school-years.ts';
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

/**
 * Takes a table of teaching posts (cattedre). Teachers are named by their username in the source or by name, pupils by their username;
 * nobody is made of such a list.
 */
export function importPosts(table: Table, roster: Roster): void {
  const teachers = createTeacherFinder(roster);
  for (const row of readRows(table, roster.findings)) importPost(row, roster, teachers);
  if (table.ignored.length > 0)
    roster.findings.warn(
      { file: table.file, row: table.headerRow, column: '' },
      'columnsIgnored',
      table.ignored.join(', '),
    );
}

function importPost(row: RowReader, roster: Roster, teachers: TeacherFinder): void {
  const { findings, people } = roster;
  const subjectName = row.get('subject');
  const classText = joinClassName(row.get('class'), row.get('section'));
  const year = row.get('schoolYear');
  if (isOfOtherYear(year, roster.startYear))
    return findings.reject(row.place('schoolYear'), 'otherYear', year);
  if (classText === '') return findings.reject(row.place('class'), 'missingClass');
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
  const cell = readClassCell(classText);
  if (cell.kind === 'several') return findings.reject(row.place('class'), 'severalClasses', classText);
  const name = cell.kind === 'one' ? cell.name : undefined;
  if (!name) return findings.reject(row.place('class'), 'badClass', classText);
  const own = roster.classes(roster.startYear).named(name);
  if (own.kind === 'refused') return findings.reject(row.place('class'), own.code, classText);
  if (own.inferred) findings.warn(row.place('class'), 'levelInferred', classWithLevel(own.schoolClass));
  const subject = roster.subject(subjectName);
  if (replaced && !holdsPost(replaced, own.schoolClass.id, subject.id, roster))
    findings.warn(row.place('postReplaces'), 'replacedHasNoPost', replacedName);
  const fits = roster.assign(
    {
      teacher: found.teacher.id,
      class: own.schoolClass.id,
      subject: subject.id,
      type,
      ...(pupil ? { pupil: pupil.id } : {}),
      ...(replaced ? { replaces: replaced.id } : {}),
    },
    own.schoolClass,
  );
  if (!fits) findings.reject(row.place('subject'), 'tooLong');
}

function holdsPost(teacher: Person, schoolClass: string, subject: string, { draft }: Roster): boolean {
  return draft
    .all('assignment')
    .some((item) => item.teacher === teacher.id && item.class === schoolClass && item.subject === subject);
}
