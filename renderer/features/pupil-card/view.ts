import { combineLatest, map, type Observable } from 'rxjs';
import type { Instant, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { attendanceDayId, type AttendanceEvent } from '../../../domain/kinds/attendance-day/record.ts';
import type { Derogation } from '../../../domain/kinds/derogation/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import type { ReligionChoice } from '../../../domain/kinds/religion-choice/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';

/** Who a pupil is, as far as this device knows: what the school does not send to somebody is not there. */
export interface PupilFacts {
  readonly birthDate?: LocalDate;
  /** The group of the split class, by its name. */
  readonly group?: string;
  /** `missing`: the choices of the class are known here, and this pupil has none on record (D204). */
  readonly religion?: ReligionChoice['choice'] | 'missing';
  readonly derogations: readonly Derogation[];
}

/** Who a pupil is on a day, live. */
export function pupilFacts(
  { records }: Pick<Register, 'records'>,
  pupil: PersonId,
  { day, schoolClass }: Pick<HourPlace, 'day' | 'schoolClass'>,
): Observable<PupilFacts> {
  return records.facts$.pipe(
    map(({ view, person: personOf }) => {
      const person = personOf(pupil);
      const group = view.groupNameOn(pupil, schoolClass, day);
      const religion =
        view.religionChoiceOn(pupil, schoolClass, day) ??
        (view.hasReligionChoices(schoolClass) ? 'missing' : undefined);
      return {
        ...(person?.birthDate === undefined ? {} : { birthDate: person.birthDate }),
        ...(group === undefined ? {} : { group }),
        ...(religion === undefined ? {} : { religion }),
        derogations: view.derogationsOf(pupil, startYearOf(day)),
      };
    }),
  );
}

/** What somebody said of a pupil on a day. */
export interface ToldEvent {
  readonly event: AttendanceEvent;
  /** Undefined where this device does not know the name. */
  readonly by?: Person;
  readonly isMine: boolean;
  readonly at: Instant;
}

/** What was marked of a pupil on a day, as it happened, with who marked it and when, live. */
export function pupilEvents(
  { records }: Pick<Register, 'records'>,
  pupil: PersonId,
  day: LocalDate,
): Observable<readonly ToldEvent[]> {
  const id = attendanceDayId(day, pupil);
  return combineLatest([records.facts$, records.find('attendanceDay', { id: [id] })]).pipe(
    map(([facts, days]) => {
      const events = days[0]?.events ?? [];
      return events
        .toSorted((a, b) => a.hour - b.hour || (a.time ?? '').localeCompare(b.time ?? ''))
        .map((event) => {
          const by = facts.person(event.by);
          return { event, isMine: event.by === facts.me, at: event.at, ...(by ? { by } : {}) };
        });
    }),
  );
}

/** A guardian of a pupil, with what is known to reach them. */
export interface Contact {
  readonly person: Person;
  readonly guardian: 'first' | 'second';
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

/** The contacts of a pupil's guardians that this device has: those of the office alone has any, live. */
export function pupilContacts(
  { records }: Pick<Register, 'records'>,
  pupil: PersonId,
): Observable<readonly Contact[]> {
  return combineLatest([records.facts$, records.find('personalData', {})]).pipe(
    map(([facts, all]) =>
      all
        .flatMap((data) => contactOf(data, pupil, facts.person(data.person)))
        .toSorted((a, b) => a.guardian.localeCompare(b.guardian)),
    ),
  );
}

function contactOf(data: PersonalData, pupil: PersonId, person: Person | undefined): readonly Contact[] {
  const own = data.children.find((child) => child.pupil === pupil);
  if (!own || !person) return [];
  return [{ person, guardian: own.guardian, phones: data.phones, emails: data.emails }];
}
