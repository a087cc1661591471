import type { Observable } from 'rxjs';
import { groupBy } from '../../domain/base/group-by.ts';
import type { ClassId, Instant, LocalDate, PersonId } from '../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../domain/base/local-date.ts';
import type { DecisionLine } from '../../domain/justifications/decision-lines.ts';
import type { JustifyingRecords } from '../../domain/justifications/pupil-items.ts';
import { hoursOfDay, isAbsentAt } from '../../domain/kinds/attendance-day/attendance-mode.ts';
import { decidingRights, type DecidingRights } from '../../domain/kinds/justification/write-rights.ts';
import { compareByName, type Person } from '../../domain/kinds/person/record.ts';
import type { DaySpan } from '../../domain/record/said/meeting-days.ts';
import { dayAfterLessons } from '../../domain/school/calendar.ts';
import { closedPeriodsOf } from '../../domain/school/limits/closed-period.ts';
import { isYearClosed } from '../../domain/school/limits/closed-year.ts';
import { holdsOn } from '../../domain/school/validity.ts';
import type { Register } from '../data/register.ts';
import type { SchoolFacts } from '../data/school/school-facts.ts';
import { classWithRecords, type ClassOfYear } from './class-records.ts';
import { keptParts, type KeptParts } from './grades/kept-parts.ts';
import { createLinesOfPupils, type LinesOfPupils } from './lines-of-pupils.ts';

/** A line of what there is to justify, with the pupil's name. */
export interface JustifyingLine extends DecisionLine {
  /** The same as long as it is about the same. */
  readonly id: string;
  readonly person: Person;
  /** Its days are closed for the term meeting (D104): nothing of it is decided, nor taken back, until the office opens them again. */
  readonly isPeriodClosed: boolean;
}

/** What the pupils of a class have to justify today, and what one may do about it. */
export interface ClassJustifications {
  readonly today: LocalDate;
  readonly rights: DecidingRights;
  /** The school year can only be read: nobody decides any more. */
  readonly isClosed: boolean;
  /** This device has what was justified in the class: whoever stands in has not (D209), and is told nothing of it. */
  readonly isHeld: boolean;
  /** One hears of warnings that are proposed (D88): the coordinator, and the principal's staff. */
  readonly isToldOfWarnings: boolean;
  /** Whose turn it is to decide today: the teachers of the first hour, as the timetable says. */
  readonly firstTeachers: readonly Person[];
  /** What is open, pupil by pupil, oldest first. */
  readonly open: readonly JustifyingLine[];
  /** What is validated, what ended last first. */
  readonly closed: readonly JustifyingLine[];
  /** How many open lines each pupil has who is here today. */
  readonly countOf: ReadonlyMap<PersonId, number>;
}

/** What the pupils of a class have to justify, live; undefined while class or school year are not known. */
export function classJustifications(
  register: Pick<Register, 'records' | 'now' | 'pastYear'>,
  schoolClass: ClassId,
): Observable<ClassJustifications | undefined> {
  const linesOf = createLinesOfPupils();
  const named = keptParts(namedLines);
  return classWithRecords(register, schoolClass, (facts, of, records) =>
    justificationsOf(facts, schoolClass, asAsked(of, register), {
      ...records,
      linesOf,
      named,
      now: register.now(),
    }),
  );
}

/** Of a year that is over the day is the one by which the office counts what is open in it. */
function asAsked(of: ClassOfYear, { pastYear }: Pick<Register, 'pastYear'>): ClassOfYear {
  return pastYear === undefined ? of : { ...of, today: dayAfterLessons(of.year) };
}

/** In a closed school year nothing is decided any more. */
const NO_RIGHTS: DecidingRights = { decides: false, writesDown: false, revokes: false };

interface Given extends JustifyingRecords {
  readonly linesOf: LinesOfPupils;
  readonly named: KeptParts<LinesToName, readonly NamedLine[]>;
  readonly now: Instant;
}

function justificationsOf(
  facts: SchoolFacts,
  schoolClass: ClassId,
  { today, year }: ClassOfYear,
  { now, linesOf, named: nameLines, ...records }: Given,
): ClassJustifications {
  const { time } = schoolDayAndTime(now);
  const ofToday = groupBy(
    records.days.filter(({ day }) => day === today),
    (one) => one.class,
  );
  const absentToday = new Set(
    [...ofToday].flatMap(([id, days]) => {
      const hours = hoursOfDay(today, facts.writeFacts(id, today));
      return days.flatMap(({ pupil, events }) => (isAbsentAt(events, hours, time) ? [pupil] : []));
    }),
  );
  const lines = linesOf({ facts, schoolClass, year, today }, records, absentToday);
  const named = [...lines.keys()]
    .flatMap((pupil) => facts.person(pupil) ?? [])
    .toSorted(compareByName)
    .flatMap((person) => {
      const closedPeriods = closedPeriodsOf(year, schoolClass, facts.enrolmentsOfPupil(person.id));
      return nameLines(person.id, { lines: lines.get(person.id) ?? [], person, closedPeriods });
    });
  const open = named.filter(({ waits }) => waits);
  const writeFacts = facts.writeFacts(schoolClass, today);
  const isClosed = isYearClosed(year, now);
  const rights = isClosed
    ? NO_RIGHTS
    : decidingRights(facts.actor(today), today, { class: schoolClass }, writeFacts);
  const isHeld = facts.actor(today).classes.includes(schoolClass);
  const first = facts.plannedHours(schoolClass, today)[0];
  return {
    today,
    rights,
    isClosed,
    isHeld,
    isToldOfWarnings: rights.revokes || writeFacts.coordinates === true,
    firstTeachers: (first?.teachers ?? []).flatMap((id) => facts.person(id) ?? []),
    open,
    closed: named
      .filter(({ state }) => state === 'validated')
      .toSorted((a, b) => b.to.localeCompare(a.to) || compareByName(a.person, b.person)),
    // Without what was justified, each absence would look as if it were not.
    countOf: isHeld ? countOf(open.filter((line) => line.open.length > 0 && !line.isGreyed)) : new Map(),
  };
}

/** What names the lines of a pupil. */
interface LinesToName {
  readonly lines: readonly DecisionLine[];
  readonly person: Person;
  /** Those of the year that are closed for the pupil (D104). */
  readonly closedPeriods: readonly DaySpan[];
}

/** A line that one sees, which may wait to be decided although its days are closed. */
interface NamedLine extends JustifyingLine {
  readonly waits: boolean;
}

/** The lines of a pupil, with the name; what their closed days leave of them to decide. */
function namedLines({ lines, person, closedPeriods }: LinesToName): readonly NamedLine[] {
  const isClosed = ({ day }: { readonly day: LocalDate }) =>
    closedPeriods.some((period) => holdsOn(period, day));
  return lines.map((line) => ({
    ...line,
    id: `${line.pupil} ${line.from} ${line.item} ${line.items[0]?.time ?? ''}`,
    person,
    waits: line.open.length > 0,
    open: line.open.filter((each) => !isClosed(each)),
    isPeriodClosed: line.items.every(isClosed),
  }));
}

/** What can be said about what a pupil has to justify: where it is not known, not that there is nothing. */
export function knownToJustify(
  shown: Pick<ClassJustifications, 'isHeld' | 'open'> | undefined,
  pupil: PersonId,
): 'something' | 'nothing' | 'unknown' {
  if (shown?.isHeld !== true) return 'unknown';
  // Of whoever is absent today too: what was before is in the list, and can be written down.
  return shown.open.some((line) => line.pupil === pupil) ? 'something' : 'nothing';
}

function countOf(lines: readonly JustifyingLine[]): ReadonlyMap<PersonId, number> {
  const counts = new Map<PersonId, number>();
  for (const { pupil } of lines) counts.set(pupil, (counts.get(pupil) ?? 0) + 1);
  return counts;
}
