import { className, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';
import type { Roster } from '../draft/roster.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import { readClassName } from '../values/class-names.ts';
import { splitList } from '../values/cells.ts';
import { activeRows, withoutContradictions } from './active-rows.ts';
import type { OneRosterRow, OneRosterSet } from './one-roster-set.ts';
import { createClassNames, type ClassNames } from './same-titles.ts';
import type { AcademicYears } from './academic-sessions.ts';

/** A class of the set: one of pupils (homeroom), or a subject taught to the pupils of one or more of them (scheduled). */
export interface ImportedClass {
  readonly subject: string;
  /** The classes of pupils in question. */
  readonly classes: readonly SchoolClass[];
  /** Whether its pupils belong to it, not just attend it. */
  readonly isHome: boolean;
}

/** Takes the classes of a set; a scheduled class whose pupils have no homeroom stands as a class itself. */
export function importClasses(
  set: OneRosterSet,
  roster: Roster,
  sessions: AcademicYears,
): ReadonlyMap<string, ImportedClass> {
  const { findings } = roster;
  const courses = new Map(set.rows('courses').map((row) => [row.get('sourcedId'), row] as const));
  const rows = withoutContradictions(activeRows(set.rows('classes'), findings), descriptionOf, findings);
  const names = createClassNames(set);
  const context = { roster, sessions, names };
  const imported = new Map<string, ImportedClass>();
  const homes = new Map<string, SchoolClass>();
  const subjectOf = (row: OneRosterRow) =>
    courses.get(row.get('courseSourcedId'))?.get('title') || splitList(row.get('subjects'))[0] || '';
  for (const row of rows) {
    if (!/^homeroom$/i.test(row.get('classType'))) continue;
    const schoolClass = saveClass(row, context);
    if (!schoolClass) continue;
    homes.set(row.get('sourcedId'), schoolClass);
    imported.set(row.get('sourcedId'), { subject: subjectOf(row), classes: [schoolClass], isHome: true });
  }
  const homesOfPupil = pupilHomes(set, roster, homes);
  const students = studentsByClass(set);
  const lostHomes = homesNotTaken(set, homes);
  for (const row of rows) {
    const id = row.get('sourcedId');
    if (/^homeroom$/i.test(row.get('classType'))) continue;
    const subject = courses.get(row.get('courseSourcedId'))?.get('title') || row.get('title');
    const classes = new Set((students.get(id) ?? []).flatMap((pupil) => homesOfPupil(pupil)));
    if (classes.size > 0) {
      imported.set(id, { subject, classes: [...classes], isHome: false });
      continue;
    }
    // Its pupils have a class, which is not taken (inactive, doubtful): a course is no class in its stead.
    const lost = (students.get(id) ?? []).map((pupil) => lostHomes.get(pupil)).find(Boolean);
    if (lost !== undefined) {
      findings.reject(row.place('sourcedId'), 'classNotImported', lost);
      continue;
    }
    // A part of a set that does not say who attends the course: it would become a class of its own.
    if (!set.isWhole('enrollments') && !roster.knownClass(id)) {
      findings.reject(row.place('sourcedId'), 'courseOfPart', row.get('title'));
      continue;
    }
    const schoolClass = saveClass(row, context);
    if (!schoolClass) continue;
    findings.warn(row.place('classType'), 'classFromCourse', row.get('title'));
    imported.set(id, { subject, classes: [schoolClass], isHome: true });
  }
  return imported;
}

interface ClassContext {
  readonly roster: Roster;
  readonly sessions: AcademicYears;
  readonly names: ClassNames;
}

function saveClass(row: OneRosterRow, { roster, sessions, names }: ClassContext): SchoolClass | undefined {
  const { findings } = roster;
  const title = row.get('title') || row.get('classCode');
  if (title === '') {
    findings.reject(row.place('title'), 'missingClass');
    return undefined;
  }
  const terms = splitList(row.get('termSourcedIds')).flatMap((id) => sessions.get(id) ?? []);
  const years = new Set(terms.length > 0 ? terms : onlyYear(sessions));
  if (years.size > 1) {
    const value = [...years].map((year) => `${year}/${(year + 1) % 100}`).join(', ');
    findings.reject(row.place('termSourcedIds'), 'classOfSeveralYears', value);
    return undefined;
  }
  const sourceId = row.get('sourcedId');
  const known = roster.knownClass(sourceId);
  const [startYear = known?.startYear ?? roster.startYear] = years;
  const classes = roster.classes(startYear);
  const titled = readClassName(title) ?? { year: 0, section: title };
  const level = levelOfGrades(splitList(row.get('grades'))) ?? titled.level;
  const name = names.of(row, titled, { classes, level });
  if (!name) {
    findings.reject(row.place('title'), 'sameTitle', title);
    return undefined;
  }
  if (name.isApart) findings.warn(row.place('title'), 'sameTitle', className(name));
  const { year, section } = name;
  if (level !== undefined) return classes.put({ level, year, section, sourceId });
  const found = classes.named({ year, section });
  if (found.kind === 'found') {
    const { schoolClass } = found;
    return classes.put({
      level: schoolClass.level,
      year: schoolClass.year,
      section: schoolClass.section,
      sourceId: name.isSecondTerm ? (schoolClass.sourceId ?? sourceId) : sourceId,
    });
  }
  findings.reject(row.place('grades'), found.code, className(name));
  return undefined;
}

/** The year of a set that has one alone: its classes need not say so. */
function onlyYear(sessions: AcademicYears): readonly number[] {
  const years = new Set(sessions.values());
  return years.size === 1 ? [...years] : [];
}

/** The level of school years 1 to 13; undefined when they belong to none or to several. */
function levelOfGrades(grades: readonly string[]): SchoolLevel | undefined {
  const levels = new Set(
    grades.flatMap((grade): readonly SchoolLevel[] => {
      const year = Number(grade);
      if (!Number.isInteger(year) || year < 1 || year > 13) return [];
      return [year <= 5 ? 'primary' : year <= 8 ? 'lowerSecondary' : 'upperSecondary'];
    }),
  );
  const [only] = levels;
  return levels.size === 1 ? only : undefined;
}

/** The homerooms of a pupil: those of the set, else today's in the register, which an earlier set has brought. */
function pupilHomes(
  set: OneRosterSet,
  { draft, enrolments, people }: Roster,
  homes: ReadonlyMap<string, SchoolClass>,
): (pupil: string) => readonly SchoolClass[] {
  const byPupil = new Map<string, SchoolClass[]>();
  for (const row of set.rows('enrollments')) {
    const home = homes.get(row.get('classSourcedId'));
    if (home && isStudent(row)) add(byPupil, row.get('userSourcedId'), home);
  }
  return (pupil) => {
    const own = byPupil.get(pupil);
    if (own || set.isWhole('enrollments')) return own ?? [];
    const person = people.bySourceId('pupil', pupil);
    return (person ? enrolments.ofPupil(person.id) : [])
      .filter((enrolment) => holdsOn(enrolment, draft.today))
      .flatMap((enrolment) => draft.get('class', enrolment.class) ?? []);
  };
}

/** By pupil: a homeroom that the set has and that was not taken; one that the source deletes is none any more. */
function homesNotTaken(
  set: OneRosterSet,
  homes: ReadonlyMap<string, SchoolClass>,
): ReadonlyMap<string, string> {
  const lost = new Set(
    set
      .rows('classes')
      .filter((row) => /^homeroom$/i.test(row.get('classType')) && !/^tobedeleted$/i.test(row.get('status')))
      .map((row) => row.get('sourcedId'))
      .filter((id) => !homes.has(id)),
  );
  const students = set.rows('enrollments').filter((row) => isStudent(row));
  return new Map(
    students
      .filter((row) => lost.has(row.get('classSourcedId')))
      .map((row) => [row.get('userSourcedId'), row.get('classSourcedId')] as const),
  );
}

/** What a class is: rows of one identifier that differ in it are two classes. */
function descriptionOf(row: OneRosterRow): string {
  return JSON.stringify(['title', 'classType', 'courseSourcedId'].map((column) => row.get(column)));
}

function studentsByClass(set: OneRosterSet): ReadonlyMap<string, readonly string[]> {
  const students = new Map<string, string[]>();
  for (const row of set.rows('enrollments'))
    if (isStudent(row)) add(students, row.get('classSourcedId'), row.get('userSourcedId'));
  return students;
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const own = lists.get(key);
  if (own) own.push(item);
  else lists.set(key, [item]);
}

function isStudent(row: OneRosterRow): boolean {
  return /^student$/i.test(row.get('role'));
}
