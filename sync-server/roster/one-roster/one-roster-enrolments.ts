import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { slug, type SchoolClass } from '../../../domain/records/class.ts';
import { startYearOf } from '../../../domain/rules/calendar.ts';
import type { Roster } from '../draft/roster.ts';
import { readDate } from '../values/dates.ts';
import { activeRows } from './active-rows.ts';
import type { ImportedClass } from './one-roster-classes.ts';
import type { OneRosterRow, OneRosterSet } from './one-roster-set.ts';
import type { ImportedUsers } from './users.ts';

interface Span {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** Takes the enrolments of a set: pupils into their classes, teachers into their assignments. */
export function importEnrolments(
  set: OneRosterSet,
  roster: Roster,
  users: ImportedUsers,
  classes: ReadonlyMap<string, ImportedClass>,
): void {
  const { findings } = roster;
  const enrolled = new Set<PersonId>();
  for (const row of activeRows(set.rows('enrollments'), findings, (deleted) => endKnown(deleted, roster))) {
    const imported = classes.get(row.get('classSourcedId')) ?? knownHome(row, set, roster);
    const user = row.get('userSourcedId');
    const role = row.get('role').toLowerCase();
    if (!imported) {
      findings.reject(row.place('classSourcedId'), 'classNotImported', row.get('classSourcedId'));
      continue;
    }
    const people = role === 'student' ? users.pupils : role === 'teacher' ? users.staff : undefined;
    if (!people) {
      findings.reject(row.place('role'), 'unknownRole', row.get('role'));
      continue;
    }
    const person = people.get(user) ?? knownUser(user, role, set, roster);
    if (!person) {
      const isKnown = users.staff.has(user) || users.pupils.has(user) || users.guardians.has(user);
      if (isKnown) findings.reject(row.place('role'), 'roleConflict', role);
      else findings.reject(row.place('userSourcedId'), 'unknownUser', user);
      continue;
    }
    const span = readSpan(row, roster);
    if (!span) continue;
    for (const schoolClass of imported.classes) {
      warnOutsideYear(row, span, schoolClass, roster);
      if (role === 'teacher') assign(row, person, schoolClass, imported.subject, span, roster);
      else if (imported.isHome) {
        enrol(row, person, schoolClass, span, roster);
        enrolled.add(person);
      }
    }
  }
  const rows = new Map(set.rows('users').map((row) => [row.get('sourcedId'), row] as const));
  for (const [sourceId, pupil] of users.pupils) {
    const row = rows.get(sourceId);
    const hasClass = enrolled.has(pupil) || (roster.draft.get('person', pupil)?.classes.length ?? 0) > 0;
    if (row && !hasClass) findings.warn(row.place('sourcedId'), 'noClass');
  }
}

/** A class that an earlier set has brought, where this one does not have all. */
function knownHome(row: OneRosterRow, set: OneRosterSet, roster: Roster): ImportedClass | undefined {
  const known = set.isWhole('classes') ? undefined : roster.knownClass(row.get('classSourcedId'));
  return known && { subject: '', classes: [known], isHome: true };
}

/** Somebody whom an earlier set has brought, where this one does not have all. */
function knownUser(
  user: string,
  role: string,
  set: OneRosterSet,
  { draft, people }: Roster,
): PersonId | undefined {
  const type = role === 'student' ? 'pupil' : 'staff';
  const known = set.isWhole('users') ? undefined : people.bySourceId(type, user);
  return known && (known.leftOn === undefined || known.leftOn > draft.today) ? known.id : undefined;
}

function readSpan(row: OneRosterRow, { draft, findings }: Roster): Span | undefined {
  const dates: { from?: LocalDate; to?: LocalDate } = {};
  for (const [key, column] of [
    ['from', 'beginDate'],
    ['to', 'endDate'],
  ] as const) {
    const text = row.get(column);
    if (text === '') continue;
    const date = readDate(text, draft.today);
    if (!date) {
      findings.reject(row.place(column), 'badDate', text);
      return undefined;
    }
    dates[key] = date;
  }
  if (dates.from && dates.to && dates.to < dates.from) {
    findings.reject(row.place('endDate'), 'spanReversed');
    return undefined;
  }
  return dates;
}

function warnOutsideYear(
  row: OneRosterRow,
  { from, to }: Span,
  schoolClass: SchoolClass,
  { findings }: Roster,
): void {
  const outside = [from, to].some((day) => day !== undefined && startYearOf(day) !== schoolClass.startYear);
  if (outside) findings.warn(row.place('beginDate'), 'outsideYear', [from, to].filter(Boolean).join(' – '));
}

function enrol(
  row: OneRosterRow,
  pupil: PersonId,
  schoolClass: SchoolClass,
  { from, to }: Span,
  roster: Roster,
): void {
  const { lessonsFrom } = roster.year(schoolClass.startYear);
  if (from === undefined && to === undefined) {
    roster.enrolments.enrol(pupil, schoolClass, lessonsFrom);
    return;
  }
  roster.enrolments.record({
    pupil,
    class: schoolClass.id,
    from: from ?? lessonsFrom,
    ...(to === undefined ? {} : { to }),
    sourceId: row.get('sourcedId'),
  });
}

function assign(
  row: OneRosterRow,
  teacher: PersonId,
  schoolClass: SchoolClass,
  subjectName: string,
  { from, to }: Span,
  roster: Roster,
): void {
  if (slug(subjectName) === '') {
    roster.findings.reject(row.place('classSourcedId'), 'missingSubject');
    return;
  }
  const fits = roster.assign(
    {
      teacher,
      class: schoolClass.id,
      subject: roster.subject(subjectName).id,
      type: 'ordinary',
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      sourceId: row.get('sourcedId'),
    },
    schoolClass,
  );
  if (!fits) roster.findings.reject(row.place('classSourcedId'), 'tooLong');
}

/** Ends the enrolments and assignments that an earlier import made of a row; false when there are none. */
function endKnown(row: OneRosterRow, { draft }: Roster): boolean {
  const sourceId = row.get('sourcedId');
  const yesterday = addDays(draft.today, -1);
  const endOf = (span: { readonly from: LocalDate; readonly to?: LocalDate }) => {
    const end = span.from <= yesterday ? yesterday : addDays(span.from, -1);
    return span.to !== undefined && span.to <= end ? span.to : end;
  };
  const enrolments = draft.all('enrolment').filter((item) => item.sourceId === sourceId);
  const assignments = draft.all('assignment').filter((item) => item.sourceId === sourceId);
  for (const item of enrolments) draft.put({ ...item, to: endOf(item) }, 'enrolments');
  for (const item of assignments) draft.put({ ...item, to: endOf(item) }, 'assignments');
  return sourceId !== '' && enrolments.length + assignments.length > 0;
}
