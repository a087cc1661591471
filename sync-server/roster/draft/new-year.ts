import { addDays } from '../../../domain/base/local-date.ts';
import { className, startYearOfClass } from '../../../domain/kinds/class/record.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import { lastDayOfYear } from '../../../domain/school/class-of-pupil.ts';
import { turnOfYear } from '../../../domain/school/new-year.ts';
import type { Place } from '../report/import-report.ts';
import type { Roster } from './roster.ts';

/**
 * What a list of a new school year does to the year before it (S4): it ends the enrolments of that year on its last day, and says, class
 * by class, whose name is on no list any more. Nobody is marked as having left: a list may be late. While fewer than half of last year's
 * pupils of a level have a class in the new year, their number alone is said, and their class stands (`turnOfYear`).
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

  const turn = turnOfYear({
    enrolments: all,
    startYear: newest,
    levelOf: (id) => draft.get('class', id)?.level,
    leftOn: (id) => draft.get('person', id)?.leftOn,
  });
  const levels = [...turn.values()];
  const unlisted = levels
    .filter(({ isListed }) => !isListed)
    .reduce((sum, { missing }) => sum + missing.length, 0);
  if (unlisted > 0) findings.warn(place, 'newYearPartial', `${unlisted}`);
  const gone = levels.filter(({ isListed }) => isListed).flatMap(({ missing }) => missing);
  for (const [name, own] of Map.groupBy(gone, (one) => nameOf(one, roster)))
    findings.warn(place, 'notInNewYear', `${name}: ${own.map((one) => pupilName(one, roster)).join(', ')}`);
}

/** Class and year, as people say it. */
function nameOf({ class: id }: Enrolment, { draft }: Roster): string {
  const schoolClass = draft.get('class', id);
  if (!schoolClass) return id;
  const { startYear } = schoolClass;
  return `${className(schoolClass)} ${startYear}/${(startYear + 1) % 100}`;
}

function pupilName({ pupil }: Enrolment, { draft }: Roster): string {
  const person = draft.get('person', pupil);
  return person ? listName(person) : pupil;
}

function yearOf({ class: id }: Pick<Enrolment, 'class'>): number {
  return startYearOfClass(id) ?? 0;
}
