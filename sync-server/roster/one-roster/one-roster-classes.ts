import { className, type SchoolClass } from '../../../domain/records/class.ts';
import type { SchoolLevel } from '../../../domain/records/school.ts';
import type { Roster } from '../draft/roster.ts';
import { readClassName } from '../values/class-names.ts';
import { splitList } from '../values/cells.ts';
import { activeRows } from './active-rows.ts';
import type { OneRosterRow, OneRosterSet } from './one-roster-set.ts';
import type { SessionYears } from './sessions.ts';

/** A class of the set: one of pupils (homeroom), or a subject taught to the pupils of one or more of them (scheduled). */
export interface ImportedClass {
  readonly subject: string;
  /** The classes of pupils in question. */
  readonly classes: readonly SchoolClass[];
  /** Whether its pupils belong to it, not just attend it. */
  readonly isHome: boolean;
}

/** Longest name of a class that is not year and section: it is part of the keys of other records. */
const LONGEST_SECTION = 30;

/** Takes the classes of a set; a scheduled class whose pupils have no homeroom stands as a class itself. */
export function importClasses(
  set: OneRosterSet,
  roster: Roster,
  sessions: SessionYears,
): ReadonlyMap<string, ImportedClass> {
  const { findings } = roster;
  const courses = new Map(set.rows('courses').map((row) => [row.get('sourcedId'), row] as const));
  const rows = activeRows(set.rows('classes'), findings);
  const imported = new Map<string, ImportedClass>();
  const homes = new Map<string, SchoolClass>();
  const subjectOf = (row: OneRosterRow) =>
    courses.get(row.get('courseSourcedId'))?.get('title') || splitList(row.get('subjects'))[0] || '';
  for (const row of rows) {
    if (!/^homeroom$/i.test(row.get('classType'))) continue;
    const schoolClass = saveClass(row, roster, sessions);
    if (!schoolClass) continue;
    homes.set(row.get('sourcedId'), schoolClass);
    imported.set(row.get('sourcedId'), { subject: subjectOf(row), classes: [schoolClass], isHome: true });
  }
  const homesOfPupil = pupilHomes(set, homes);
  for (const row of rows) {
    const id = row.get('sourcedId');
    if (/^homeroom$/i.test(row.get('classType'))) continue;
    const subject = courses.get(row.get('courseSourcedId'))?.get('title') || row.get('title');
    const classes = new Set(studentsOf(set, id).flatMap((pupil) => homesOfPupil.get(pupil) ?? []));
    if (classes.size > 0) {
      imported.set(id, { subject, classes: [...classes], isHome: false });
      continue;
    }
    const schoolClass = saveClass(row, roster, sessions);
    if (!schoolClass) continue;
    findings.warn(row.place('classType'), 'classFromCourse', row.get('title'));
    imported.set(id, { subject, classes: [schoolClass], isHome: true });
  }
  return imported;
}

function saveClass(row: OneRosterRow, roster: Roster, sessions: SessionYears): SchoolClass | undefined {
  const { findings } = roster;
  const title = row.get('title') || row.get('classCode');
  if (title === '') {
    findings.reject(row.place('title'), 'missingClass');
    return undefined;
  }
  const term = splitList(row.get('termSourcedIds')).find((id) => sessions.has(id));
  const startYear = (term === undefined ? undefined : sessions.get(term)) ?? roster.startYear;
  const classes = roster.classes(startYear);
  const name = readClassName(title) ?? { year: 0, section: title.slice(0, LONGEST_SECTION) };
  const level = levelOfGrades(splitList(row.get('grades')));
  const sourceId = row.get('sourcedId');
  if (level !== undefined) return classes.put({ level, ...name, sourceId });
  const found = classes.named(name);
  if (found.kind === 'found') {
    const { schoolClass } = found;
    return classes.put({
      level: schoolClass.level,
      year: schoolClass.year,
      section: schoolClass.section,
      sourceId,
    });
  }
  findings.reject(row.place('grades'), found.code, className(name));
  return undefined;
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

function pupilHomes(
  set: OneRosterSet,
  homes: ReadonlyMap<string, SchoolClass>,
): ReadonlyMap<string, readonly SchoolClass[]> {
  const byPupil = new Map<string, SchoolClass[]>();
  for (const row of set.rows('enrollments')) {
    const home = homes.get(row.get('classSourcedId'));
    const pupil = row.get('userSourcedId');
    if (home && isStudent(row)) byPupil.set(pupil, [...(byPupil.get(pupil) ?? []), home]);
  }
  return byPupil;
}

function studentsOf(set: OneRosterSet, schoolClass: string): readonly string[] {
  return set
    .rows('enrollments')
    .filter((row) => row.get('classSourcedId') === schoolClass && isStudent(row))
    .map((row) => row.get('userSourcedId'));
}

function isStudent(row: OneRosterRow): boolean {
  return /^student$/i.test(row.get('role'));
}
