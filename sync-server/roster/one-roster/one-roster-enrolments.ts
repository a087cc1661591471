import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { slug, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { Roster } from '../draft/roster.ts';
import { readDate } from '../values/dates.ts';
import { activeRows } from './active-rows.ts';
import { broughtBefore, knownHome, knownPost, type Brought } from './brought-before.ts';
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
  const brought = broughtBefore(roster);
  for (const row of activeRows(set.rows('enrollments'), findings, (deleted) =>
    endKnown(deleted, brought, roster),
  )) {
    const imported =
      classes.get(row.get('classSourcedId')) ??
      knownPost(row, brought, set, roster) ??
      knownHome(row, brought, set, roster);
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
function endKnown(row: OneRosterRow, brought: Brought, roster: Roster): boolean {
  const { draft } = roster;
  const sourceId = row.get('sourcedId');
  const yesterday = addDays(draft.today, -1);
  const endOf = (span: { readonly from: LocalDate; readonly to?: LocalDate }) => {
    const end = span.from <= yesterday ? yesterday : addDays(span.from, -1);
    return span.to !== undefined && span.to <= end ? span.to : end;
  };
  // As they stand now: an earlier row of this set may have changed them.
  const named = (brought.enrolments.get(sourceId) ?? []).flatMap(
    ({ id }) => draft.get('enrolment', id) ?? [],
  );
  const enrolments = named.length > 0 ? named : enrolmentsMeant(row, roster);
  const assignments = (brought.assignments.get(sourceId) ?? []).flatMap(
    ({ id }) => draft.get('assignment', id) ?? [],
  );
  for (const item of enrolments) draft.put({ ...item, to: endOf(item) }, 'enrolments');
  for (const item of assignments) draft.put({ ...item, to: endOf(item) }, 'assignments');
  return sourceId !== '' && enrolments.length + assignments.length > 0;
}

/** A pupil's enrolments in the class of a row: those that came without dates do not bear its identifier. */
function enrolmentsMeant(
  row: OneRosterRow,
  { enrolments, knownClass, people }: Roster,
): readonly Enrolment[] {
  if (!/^student$/i.test(row.get('role'))) return [];
  const pupil = people.bySourceId('pupil', row.get('userSourcedId'));
  const schoolClass = knownClass(row.get('classSourcedId'));
  if (!pupil || !schoolClass) return [];
  return enrolments.ofPupil(pupil.id).filter((one) => one.class === schoolClass.id);
}
