import type { PersonId } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { className, startYearOfClass } from '../../../domain/records/class.ts';
import type { Enrolment } from '../../../domain/records/enrolment.ts';
import { listName, type Person } from '../../../domain/records/person.ts';
import { lastDayOfYear } from '../../../domain/rules/class-of-pupil.ts';
import type { Place } from '../report/import-report.ts';
import type { Roster } from './roster.ts';

/**
 * What a list of a new school year does to the year before it (S4): it ends the enrolments of that year on its last day, and says, class
 * by class, whose name is on no list any more. Nobody is marked as having left: a list may be late. While fewer than half of last year's
 * pupils have a class in the new year, their number alone is said.
 */
export function settleYears(roster: Roster, place: Place): void {
  const { draft, enrolments, findings } = roster;
  const touched = [...enrolments.touched].flatMap((pupil) => enrolments.ofPupil(pupil)).map(yearOf);
  if (touched.length === 0) return;
  // Keys of another form tell no year: such enrolments are left as they are.
  const all = draft.all('enrolment').filter((one) => yearOf(one) > 0);
  const newest = all.reduce((latest, one) => Math.max(latest, yearOf(one)), 0);
  for (const enrolment of all) {
    const last = lastDayOfYear(yearOf(enrolment));
    if (yearOf(enrolment) >= newest || (enrolment.to !== undefined && enrolment.to <= last)) continue;
    const to = enrolment.from <= last ? last : addDays(enrolment.from, -1);
    draft.put({ ...enrolment, to }, 'enrolments');
  }
  if (!touched.includes(newest)) return;

  const isNew = new Set(all.filter((one) => yearOf(one) === newest && isReal(one)).map(({ pupil }) => pupil));
  const before = pupilsBefore(roster, newest - 1);
  const missing = before.filter(({ person }) => !isNew.has(person.id));
  if (missing.length === 0) return;
  if (missing.length * 2 > before.length) {
    findings.warn(place, 'newYearPartial', `${missing.length}`);
    return;
  }
  for (const [name, own] of Map.groupBy(missing, (one) => one.name))
    findings.warn(place, 'notInNewYear', `${name}: ${own.map(({ person }) => listName(person)).join(', ')}`);
}

interface LastYears {
  readonly person: Person;
  /** Class and year, as people say it. */
  readonly name: string;
}

/** The pupils who were in a class of a year on its last day, and of whom nobody says that they have left. */
function pupilsBefore({ draft }: Roster, startYear: number): readonly LastYears[] {
  const last = lastDayOfYear(startYear);
  const found = new Map<PersonId, LastYears>();
  for (const { pupil, class: id, to } of draft.all('enrolment')) {
    if (startYearOfClass(id) !== startYear || (to !== undefined && to < last)) continue;
    const person = draft.get('person', pupil);
    const schoolClass = draft.get('class', id);
    if (!person || !schoolClass || person.leftOn !== undefined) continue;
    found.set(pupil, { person, name: `${className(schoolClass)} ${startYear}/${(startYear + 1) % 100}` });
  }
  return [...found.values()];
}

function yearOf({ class: id }: Pick<Enrolment, 'class'>): number {
  return startYearOfClass(id) ?? 0;
}

/** Whether an enrolment holds on any day at all. */
function isReal({ from, to }: Enrolment): boolean {
  return to === undefined || to >= from;
}
