import { className, slug } from '../../../domain/records/class.ts';
import type { Assignment } from '../../../domain/records/assignment.ts';
import type { Person } from '../../../domain/records/person.ts';
import { readRows, type RowReader } from '../columns/row-reader.ts';
import type { Table } from '../columns/recognise.ts';
import type { Roster } from '../draft/roster.ts';
import { joinClassName, readClassCell } from '../values/class-names.ts';
import { isOfOtherYear } from '../values/school-years.ts';

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

/** Takes a table of teaching posts (cattedre); teachers and pupils are named by their usernames in the source. */
export function importPosts(table: Table, roster: Roster): void {
  for (const row of readRows(table, roster.findings)) importPost(row, roster);
}

function importPost(row: RowReader, roster: Roster): void {
  const { findings, people } = roster;
  const username = row.get('postTeacher');
  const subjectName = row.get('subject');
  const classText = joinClassName(row.get('class'), row.get('section'));
  const year = row.get('schoolYear');
  if (isOfOtherYear(year, roster.startYear))
    return findings.reject(row.place('schoolYear'), 'otherYear', year);
  if (username === '') return findings.reject(row.place('postTeacher'), 'missingTeacher');
  if (classText === '') return findings.reject(row.place('class'), 'missingClass');
  if (slug(subjectName) === '') return findings.reject(row.place('subject'), 'missingSubject');
  const teacher = teacherNamed(username, roster);
  if (!teacher) return findings.reject(row.place('postTeacher'), 'unknownTeacher', username);
  const type = TYPES[row.get('postType').toLowerCase()];
  if (!type) return findings.reject(row.place('postType'), 'badAssignmentType', row.get('postType'));
  const replacedName = row.get('postReplaces');
  const replaced = replacedName === '' ? undefined : teacherNamed(replacedName, roster);
  if (replacedName !== '' && !replaced)
    return findings.reject(row.place('postReplaces'), 'unknownTeacher', replacedName);
  const pupilName = row.get('postPupil');
  const pupil = pupilName === '' ? undefined : people.byUsername('pupil', pupilName);
  if (pupilName !== '' && !pupil) return findings.reject(row.place('postPupil'), 'unknownPupil', pupilName);
  const cell = readClassCell(classText);
  if (cell.kind === 'several') return findings.reject(row.place('class'), 'severalClasses', classText);
  const name = cell.kind === 'one' ? cell.name : undefined;
  if (!name) return findings.reject(row.place('class'), 'badClass', classText);
  const found = roster.classes(roster.startYear).named(name);
  if (found.kind === 'refused') return findings.reject(row.place('class'), found.code, classText);
  if (found.inferred) findings.warn(row.place('class'), 'levelInferred', className(found.schoolClass));
  const subject = roster.subject(subjectName);
  if (replaced && !holdsPost(replaced, found.schoolClass.id, subject.id, roster))
    findings.warn(row.place('postReplaces'), 'replacedHasNoPost', replacedName);
  const fits = roster.assign(
    {
      teacher: teacher.id,
      class: found.schoolClass.id,
      subject: subject.id,
      type,
      ...(pupil ? { pupil: pupil.id } : {}),
      ...(replaced ? { replaces: replaced.id } : {}),
    },
    found.schoolClass,
  );
  if (!fits) findings.reject(row.place('subject'), 'tooLong');
}

/** A teacher by the username of the source. */
function teacherNamed(username: string, { people }: Roster): Person | undefined {
  return people.byUsername('staff', username);
}

function holdsPost(teacher: Person, schoolClass: string, subject: string, { draft }: Roster): boolean {
  return draft
    .all('assignment')
    .some((item) => item.teacher === teacher.id && item.class === schoolClass && item.subject === subject);
}
