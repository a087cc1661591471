import type { ClassId } from '../../../domain/base/ids.ts';
import { className, nameSlug } from '../../../domain/kinds/class/record.ts';
import { withCourses } from '../columns/course-column.ts';
import { readRows, sayIgnoredColumns, type RowReader } from '../columns/row-reader.ts';
import type { Table } from '../columns/recognise.ts';
import { classWithLevel } from '../draft/class-with-level.ts';
import { fitsAge, isUsualAge } from '../draft/classes.ts';
import type { Roster } from '../draft/roster.ts';
import type { Circumstances } from '../matching/find-person.ts';
import { guardiansOf, looseKey } from '../matching/survey.ts';
import { joinClassName, readClassCell, readClassName, type ClassName } from '../values/class-names.ts';
import { readDate } from '../values/dates.ts';
import { isOfOtherYear } from '../values/school-years.ts';
import { createDuplicateWatch } from './duplicates.ts';
import { saveGuardians } from './guardians.ts';
import { columnOf, readPerson, type CommonFields } from '../matching/person-fields.ts';
import { readLeaving } from './leaving.ts';
import { religionLetters, takeOfPupil } from './of-pupil.ts';
import { OWN_COLUMNS, sayRemarks } from './remarks.ts';
import { mayBeStaff } from './staff-among-pupils.ts';
import type { Who } from '../who/who.ts';
import { createYearWatch } from './year-of-list.ts';

/** Takes a table of pupils, with their class and up to two guardians. */
export function importPupils(given: Table, roster: Roster, who: Who): void {
  const { table, splits } = withCourses(given);
  const { draft, findings, people, enrolments } = roster;
  const rows = readRows(table, findings);
  const ages = medianAges(rows, roster);
  const letters = religionLetters(rows);
  const watch = createDuplicateWatch(table, roster);
  const years = createYearWatch(table.file, roster);
  const inferred = new Set<ClassId>();
  // Classes whose level the age tells come first: they tell the level of the others, today as in a second run.
  const known = rows.filter((row) => tellsLevel(row, roster));
  const told = new Set(known);
  const unknown = rows.filter((row) => !told.has(row));
  for (const row of [...known, ...unknown]) {
    const person = readPerson(row, draft.today, findings);
    if (!person) continue;
    const text = classText(row);
    const cell = readClassCell(text);
    const name = cell.kind === 'one' ? cell.name : undefined;
    if (isOfOtherYear(row.get('schoolYear'), roster.startYear))
      findings.reject(row.place('schoolYear'), 'otherYear', row.get('schoolYear'));
    else if (text === '') findings.reject(row.place('class'), 'missingClass');
    else if (cell.kind === 'several') findings.reject(row.place('class'), 'severalClasses', text);
    else if (splits.has(row.row))
      findings.reject(row.place('class'), 'classOfSeveralCourses', splits.get(row.row));
    else if (!name) findings.reject(row.place('class'), 'badClass', text);
    else if (
      !person.birthDate &&
      person.fiscalCode === '' &&
      person.sourceId === '' &&
      person.sourceUsername === ''
    )
      findings.reject(row.place('birthDate'), 'missingBirthDate');
    else {
      const circumstances = circumstancesOf(row, name, { table, roster });
      const clean = people.clean({ ...person, type: 'pupil' }, circumstances);
      const match = people.find(clean, circumstances);
      if (match.kind === 'refused') {
        findings.reject(row.place(columnOf(match.code)), match.code, match.value);
        continue;
      }
      if (match.kind === 'none' && mayBeStaff(person, roster)) {
        findings.reject(row.place('surname'), 'nameOfStaff', `${person.surname} ${person.givenName}`);
        continue;
      }
      const { isSound, leftOn } = readLeaving(row, match, roster);
      if (!isSound) continue;
      if (match.kind === 'found' && watch.repeats(match.person.id, row)) continue;
      const classes = roster.classes(roster.startYear);
      const own = classes.named(name, ageOf(person, roster) ?? ages.get(text));
      // A pupil of unusual age goes where the others of the class go.
      const found = own.kind === 'found' ? own : classes.named(name, ages.get(text));
      if (found.kind === 'refused') {
        findings.reject(row.place('class'), found.code, text);
        continue;
      }
      if (found.inferred && !inferred.has(found.schoolClass.id)) {
        inferred.add(found.schoolClass.id);
        findings.warn(row.place('class'), 'levelInferred', classWithLevel(found.schoolClass));
      }
      const age = ageOf(person, roster);
      if (age !== undefined && !isUsualAge(found.schoolClass.level, name.year, age, ages.get(text) ?? age))
        findings.warn(row.place('birthDate'), 'unusualAge', person.birthDate);
      sayRemarks(row, clean, match, { columns: OWN_COLUMNS, findings });
      const pupil = people.save(
        leftOn === undefined ? clean : { ...clean, input: { ...clean.input, leftOn } },
        match,
        row.place('email'),
      );
      watch.taken(pupil.id, row);
      years.sees(pupil.id, found.schoolClass);
      const { lessonsFrom } = roster.year(roster.startYear);
      const left =
        leftOn === undefined
          ? enrolments.enrol(pupil.id, found.schoolClass, lessonsFrom)
          : enrolments.leave(pupil.id, found.schoolClass, { lessonsFrom, leftOn });
      if (left) findings.warn(row.place('class'), 'classChanged', className(left));
      if (leftOn === undefined)
        takeOfPupil(
          row,
          { pupil: pupil.id, schoolClass: found.schoolClass, letters, lessonsFrom },
          { ...who, findings },
        );
      saveGuardians(row, pupil.id, roster);
    }
  }
  years.settle();
  sayEndingYear(table, roster);
  sayIgnoredColumns(table, findings);
}

/** Says, between the last lesson and 1 September, that the list counts for the year that ends: most lists of these weeks are of the next one. */
function sayEndingYear(table: Table, { draft, findings, isYearGiven, startYear, year }: Roster): void {
  if (isYearGiven || draft.all('enrolment').length === 0 || draft.today <= year(startYear).lessonsTo) return;
  const value = `${startYear}/${(startYear + 1) % 100}`;
  findings.warn({ file: table.file, row: table.headerRow, column: '' }, 'yearEnding', value);
}

/** What a pupil's row says of who it is beside the pupil's own cells: class and guardians. */
function circumstancesOf(
  row: RowReader,
  name: ClassName,
  { table, roster }: { readonly table: Table; readonly roster: Roster },
): Circumstances {
  const { draft, enrolments, people, startYear } = roster;
  const guardians = new Set(guardiansOf(row).map(looseKey));
  const wanted = nameSlug(className(name));
  return {
    table,
    place: ({ id }) => {
      const classes = enrolments.ofPupil(id).flatMap((one) => draft.get('class', one.class) ?? []);
      const ofYear = classes.filter((one) => one.startYear === startYear);
      if (ofYear.some((one) => nameSlug(className(one)) === wanted)) return 'same';
      const isNext = classes.some((one) => one.startYear === startYear - 1 && one.year + 1 === name.year);
      return ofYear.length === 0 && isNext ? 'follows' : 'other';
    },
    family: ({ person }) => people.guardiansOf(person.id).some((one) => guardians.has(looseKey(one))),
  };
}

function classText(row: RowReader): string {
  return joinClassName(row.get('class'), row.get('section'));
}

function ageOf(person: Pick<CommonFields, 'birthDate'>, roster: Roster): number | undefined {
  return person.birthDate === undefined ? undefined : roster.startYear - Number(person.birthDate.slice(0, 4));
}

/** Whether the pupil's age fits the class in some level of the school. */
function tellsLevel(row: RowReader, roster: Roster): boolean {
  const name = readClassName(classText(row));
  const age = ageOf({ birthDate: readDate(row.get('birthDate'), roster.draft.today) }, roster);
  return (
    name !== undefined && age !== undefined && roster.levels.some((level) => fitsAge(level, name.year, age))
  );
}

/** The middle age of the pupils of each class name: tells a first year of primary from one of secondary school. */
function medianAges(rows: readonly RowReader[], roster: Roster): ReadonlyMap<string, number> {
  const ages = new Map<string, number[]>();
  for (const row of rows) {
    const age = ageOf({ birthDate: readDate(row.get('birthDate'), roster.draft.today) }, roster);
    if (age === undefined) continue;
    const own = ages.get(classText(row));
    if (own) own.push(age);
    else ages.set(classText(row), [age]);
  }
  return new Map(
    [...ages].flatMap(([name, all]) => {
      const middle = all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
      return middle === undefined ? [] : [[name, middle] as const];
    }),
  );
}
