import { combineLatest, distinctUntilChanged, map, of, switchMap, type Observable } from 'rxjs';
import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { ClassId } from '../../../../domain/base/ids.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Register } from '../../../data/register.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import { joinedPlaces } from '../../../views/hours/joined-places.ts';
import type { ClassHour } from './class-hour.ts';
import { joiningOf } from './joining.ts';

/** The hour of a class that has the same lesson as the one on the screen. */
export interface JoinedHour {
  readonly place: HourPlace;
  readonly hour: ClassHour;
}

/** The classes of a lesson beside the one on the screen. */
export interface JoinedHours {
  readonly others: readonly JoinedHour[];
  /** The timetable joins them, and they were left out. */
  readonly leftOut: readonly SchoolClass[];
}

/** The view of one hour of one class. */
type HourOf = (
  register: Pick<Register, 'records' | 'now'>,
  place: HourPlace,
) => Observable<ClassHour | undefined>;

/** The classes joined with an hour, live: by my signatures, by the timetable, or as it was said on this page (D17, D205). */
export function joinedHours(
  register: Pick<Register, 'records' | 'now'>,
  place: HourPlace,
  hourOf: HourOf,
): Observable<JoinedHours> {
  const { records } = register;
  const { day } = place;
  return combineLatest([
    records.facts$,
    records.find('lesson', { day: { from: day, to: day } }),
    joiningOf(register, place),
  ]).pipe(
    map(([facts, lessons, { added, leftOut }]) => {
      const found = joinedPlaces(facts, lessons, place);
      const more = added.flatMap((id) => atSameTime(facts, place, id));
      const isFound = ({ schoolClass }: HourPlace) => found.some((one) => one.schoolClass === schoolClass);
      const isOut = ({ schoolClass }: HourPlace) => leftOut.includes(schoolClass);
      return {
        places: [...found, ...more.filter((one) => !isFound(one))].filter((one) => !isOut(one)),
        leftOut: found.filter(isOut).flatMap(({ schoolClass }) => facts.schoolClass(schoolClass) ?? []),
      };
    }),
    distinctUntilChanged((one, other) => equalJson(one, other)),
    switchMap(({ places, leftOut }) =>
      places.length === 0
        ? of({ others: [], leftOut })
        : combineLatest(places.map((one) => joinedHour(register, one, hourOf))).pipe(
            map((others) => ({ others: others.flat(), leftOut })),
          ),
    ),
  );
}

/** One of which this device has nothing any more says nothing here: its signature is at the school. */
function joinedHour(
  register: Pick<Register, 'records' | 'now'>,
  place: HourPlace,
  hourOf: HourOf,
): Observable<readonly JoinedHour[]> {
  return hourOf(register, place).pipe(
    map((hour) => (hour && !hour.signedAway ? [{ place: { ...place, group: hour.part.group }, hour }] : [])),
  );
}

/** The hour that another class has at the same time; none where its bells ring at other times. */
export function atSameTime(
  facts: Pick<SchoolFacts, 'bellHours'>,
  { day, schoolClass, hour }: HourPlace,
  other: ClassId,
): readonly HourPlace[] {
  const bell = facts.bellHours(schoolClass, day).find((one) => one.hour === hour);
  const there = facts
    .bellHours(other, day)
    .find(({ start, end }) => start === bell?.start && end === bell.end);
  return there && other !== schoolClass ? [{ day, schoolClass: other, hour: there.hour }] : [];
}

/** Classes that may be joined with an hour: those that have an hour at the same time, one's own first. */
export function joinableClasses(
  { records }: Pick<Register, 'records'>,
  place: HourPlace,
): Observable<readonly { readonly schoolClass: SchoolClass; readonly isMine: boolean }[]> {
  return records.facts$.pipe(
    map((facts) => {
      const mine = new Set(facts.myClasses(place.day).map(({ id }) => id));
      const all = facts
        .classesOn(place.day)
        .filter(({ id }) => atSameTime(facts, place, id).length > 0)
        .map((schoolClass) => ({ schoolClass, isMine: mine.has(schoolClass.id) }));
      return [...all.filter(({ isMine }) => isMine), ...all.filter(({ isMine }) => !isMine)];
    }),
  );
}
