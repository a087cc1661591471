import { combineLatest, map, startWith, type Observable } from 'rxjs';
import type { LocalDate, PersonId } from '../../domain/base/ids.ts';
import { addDays } from '../../domain/base/local-date.ts';
import { compareByName, type Person } from '../../domain/kinds/person/record.ts';
import type { SupportTopic } from '../../domain/kinds/support-topic/record.ts';
import { syllabusDay } from '../../domain/kinds/syllabus/record.ts';
import { startYearOf } from '../../domain/school/calendar.ts';
import type { HourPlace } from '../../domain/school/hour-place.ts';
import type { Register } from '../data/register.ts';
import type { SchoolFacts } from '../data/school/school-facts.ts';

/** How far back the support topic to go on from is looked for. */
const TOPIC_DAYS = 45;

/** A pupil whom I support in an hour, and what I have written of it. */
export interface MySupport {
  readonly pupil: Person;
  readonly written?: SupportTopic;
  /** What I did with this pupil last, to go on from. */
  readonly previous?: Pick<SupportTopic, 'day' | 'topic'>;
}

/** What was done with one pupil in an hour, as somebody wrote it. */
export interface ToldSupport extends Pick<SupportTopic, 'id' | 'day' | 'hour' | 'topic'> {
  readonly pupil: Person;
  /** Undefined where this device does not know the name. */
  readonly teacher?: Person;
}

/** The support of one hour of a class. */
export interface HourSupport {
  /** The pupils assigned to me; of whoever supports the whole class those of whom something is written. */
  readonly mine: readonly MySupport[];
  /** Whom I may add: pupils of a class that is mine to support as a whole. */
  readonly others: readonly Person[];
  readonly ofColleagues: readonly ToldSupport[];
}

/** What is written of the pupils with support in an hour, and what I may write of mine (D17); live, the hour at once. */
export function hourSupport(
  { records }: Pick<Register, 'records'>,
  { schoolClass, day, hour }: HourPlace,
): Observable<HourSupport> {
  const earlier = { from: addDays(day, -TOPIC_DAYS), to: day };
  return combineLatest([
    records.facts$,
    records.find('supportTopic', { class: schoolClass, day }),
    records.find('supportTopic', { class: schoolClass, day: earlier }).pipe(startWith([])),
  ]).pipe(
    map(([facts, ofDay, before]) => {
      const said = ofDay.filter((one) => one.hour === hour && one.topic !== '');
      const written = ofDay.filter((one) => one.hour === hour && one.teacher === facts.me);
      const enrolled = pupilsOn(facts, schoolClass, day);
      const { isWholeClass, pupils } = supported(facts, schoolClass, day);
      const isMine = ({ id }: Person) =>
        pupils.has(id) || (isWholeClass && written.some(({ pupil, topic }) => pupil === id && topic !== ''));
      const earlierOf = lastOf(before, facts.me, { day, hour });
      return {
        mine: enrolled.filter(isMine).map((pupil) => {
          const own = written.find((one) => one.pupil === pupil.id);
          const previous = earlierOf(pupil.id);
          return { pupil, ...(own ? { written: own } : {}), ...(previous ? { previous } : {}) };
        }),
        others: isWholeClass ? enrolled.filter((pupil) => !isMine(pupil)) : [],
        ofColleagues: told(
          facts,
          said.filter(({ teacher }) => teacher !== facts.me),
        ),
      };
    }),
  );
}

/** What was done with one pupil in the school year of a day, in the class in which the pupil is seen; live, the latest first. */
export function supportOfPupil(
  register: Pick<Register, 'records'>,
  pupil: PersonId,
  place: Pick<HourPlace, 'schoolClass' | 'day'>,
): Observable<readonly ToldSupport[]> {
  return supportOfClass(register, place).pipe(map((all) => all.filter(({ pupil: of }) => of.id === pupil)));
}

/** What was done with the pupils of a class who have support, in the school year of a day; live, the latest first. */
export function supportOfClass(
  { records }: Pick<Register, 'records'>,
  { schoolClass, day }: Pick<HourPlace, 'schoolClass' | 'day'>,
): Observable<readonly ToldSupport[]> {
  const from = syllabusDay(startYearOf(day));
  // The programmes of the year bear its first day: what was done in a lesson comes after it.
  const year = { from: addDays(from, 1), to: addDays(from, 364) };
  return combineLatest([
    records.facts$,
    records.find('supportTopic', { class: schoolClass, day: year }),
  ]).pipe(
    map(([facts, all]) =>
      told(
        facts,
        all
          .filter(({ topic }) => topic !== '')
          .toSorted((a, b) => b.day.localeCompare(a.day) || b.hour - a.hour),
      ),
    ),
  );
}

/** Whom I support in a class on a day: the pupils assigned to me, or all of it. */
function supported(facts: SchoolFacts, schoolClass: HourPlace['schoolClass'], day: LocalDate) {
  const own = facts.myAssignments(schoolClass, day).filter(({ type }) => type === 'support');
  return {
    isWholeClass: own.some(({ pupil }) => pupil === undefined),
    pupils: new Set(own.flatMap(({ pupil }) => pupil ?? [])),
  };
}

function pupilsOn(facts: SchoolFacts, schoolClass: HourPlace['schoolClass'], day: LocalDate) {
  const there = facts
    .enrolmentsOf(schoolClass)
    .filter(({ from, to }) => from <= day && (to === undefined || day <= to))
    .map(({ pupil }) => pupil);
  return [...new Set(there)].flatMap((id) => facts.person(id) ?? []).toSorted(compareByName);
}

/** What I wrote last of a pupil before an hour. */
function lastOf(
  topics: readonly SupportTopic[],
  me: PersonId,
  { day, hour }: Pick<HourPlace, 'day' | 'hour'>,
): (pupil: PersonId) => SupportTopic | undefined {
  const before = topics
    .filter(({ teacher, topic }) => teacher === me && topic !== '')
    .filter((one) => one.day < day || (one.day === day && one.hour < hour))
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.hour - b.hour);
  return (pupil) => before.findLast((one) => one.pupil === pupil);
}

function told(facts: SchoolFacts, topics: readonly SupportTopic[]): readonly ToldSupport[] {
  return topics.flatMap(({ id, day, hour, topic, pupil, teacher }) => {
    const person = facts.person(pupil);
    const by = facts.person(teacher);
    return person ? [{ id, day, hour, topic, pupil: person, ...(by ? { teacher: by } : {}) }] : [];
  });
}
