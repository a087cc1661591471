import type { LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import { addDays, weekdayOf } from '../../../../domain/base/local-date.ts';
import { substitutionId, type Substitution } from '../../../../domain/kinds/substitution/record.ts';
import type { SchoolLevel } from '../../../../domain/kinds/school/record.ts';
import type { TimetableEntry } from '../../../../domain/kinds/timetable-entry/record.ts';
import type { Random } from '../../random.ts';
import { instantAt } from '../../school-clock.ts';
import type { OfficeStamp } from '../../stamp.ts';
import type { HeldHour, HistorySource } from '../history-source.ts';

const AWAY_SHARE = 0.02;
const BY_THE_OFFICE = 0.6;
/** When the office assigns the hours of the next day. */
const ASSIGNED_AT = 1110;

/** Who stands in for whom. */
export interface Cover {
  /** The hours of a day as they were held: somebody who was free stood in for whoever was away. */
  readonly covered: (hours: readonly HeldHour[]) => readonly HeldHour[];
  /** The records of what was covered so far. */
  readonly records: readonly Substitution[];
}

/** Chooses who is away on a day, and who of the same level is free then; the printed teacher is never away, and stands in first today. */
export function createCover(source: HistorySource, stamp: OfficeStamp, random: Random): Cover {
  const levels = new Map(source.classes.map(({ id, level }) => [id, level]));
  const staff = new Map<SchoolLevel, Set<PersonId>>();
  const busy = new Map<string, Set<PersonId>>();
  for (const entry of source.entries) {
    const level = levels.get(entry.class) ?? 'primary';
    const own = staff.get(level) ?? new Set<PersonId>();
    staff.set(level, own);
    // Who supports a pupil does not leave the pupil.
    for (const teacher of entry.teachers) if (!source.supportTeachers.has(teacher)) own.add(teacher);
    const key = slotOf(entry);
    busy.set(key, new Set([...(busy.get(key) ?? []), ...entry.teachers]));
  }
  for (const entry of source.beside)
    busy.set(slotOf(entry), new Set([...(busy.get(slotOf(entry)) ?? []), ...entry.teachers]));
  const records: Substitution[] = [];
  let day: LocalDate | undefined;
  let away = new Set<PersonId>();
  let standingIn = new Set<string>();

  const isInSchool = new Map<string, Set<PersonId>>();
  for (const { weekday, teachers } of source.entries) {
    const key = String(weekday);
    isInSchool.set(key, new Set([...(isInSchool.get(key) ?? []), ...teachers]));
  }
  const begin = (next: LocalDate) => {
    day = next;
    standingIn = new Set();
    const all = [...staff.values()].flatMap((own) => [...own]);
    away = new Set(all.filter((one) => one !== source.showcaseTeacher && random.chance(AWAY_SHARE)));
    const [missed] = next === source.today ? random.shuffle(hoursFreeForPrinted(next)) : [];
    if (missed?.teachers[0] !== undefined) away.add(missed.teachers[0]);
  };
  /** The hours of one colleague alone on a day in which the printed teacher is at school and free. */
  const hoursFreeForPrinted = (on: LocalDate): readonly TimetableEntry[] => {
    const weekday = weekdayOf(on);
    const printed = source.showcaseTeacher;
    const level = [...staff].find(([, own]) => own.has(printed))?.[0];
    if (isInSchool.get(String(weekday))?.has(printed) !== true) return [];
    return source.entries.filter(
      (entry) =>
        entry.weekday === weekday &&
        entry.validFrom <= on &&
        on <= entry.validTo &&
        levels.get(entry.class) === level &&
        entry.teachers.length === 1 &&
        busy.get(slotOf(entry))?.has(printed) !== true,
    );
  };
  const freeFor = (hour: HeldHour): PersonId | undefined => {
    const level = levels.get(hour.entry.class) ?? 'primary';
    const taken = busy.get(slotOf(hour.entry));
    const here = isInSchool.get(String(weekdayOf(hour.day)));
    const free = [...(staff.get(level) ?? [])].filter(
      (one) =>
        !away.has(one) &&
        here?.has(one) === true &&
        taken?.has(one) !== true &&
        !standingIn.has(`${one} ${hour.bell.hour}`),
    );
    if (free.length === 0) return undefined;
    return hour.day === source.today && free.includes(source.showcaseTeacher)
      ? source.showcaseTeacher
      : random.pick(free);
  };
  const coveredHour = (hour: HeldHour): HeldHour => {
    const [teacher, ...others] = hour.teachers;
    if (teacher === undefined || !away.has(teacher)) return hour;
    // Whoever is in the room anyway holds the lesson.
    if (others.length > 0) return { ...hour, teachers: others };
    const found = freeFor(hour);
    if (found === undefined) return hour;
    standingIn.add(`${found} ${hour.bell.hour}`);
    const byOffice = hour.day === source.today || random.chance(BY_THE_OFFICE);
    const place = { day: hour.day, hour: hour.bell.hour, class: hour.entry.class };
    records.push({
      ...(byOffice
        ? stamp.envelope(stamp.clerk, instantAt(addDays(hour.day, -1), ASSIGNED_AT, random.integer(0, 59)))
        : stamp.envelope(found, instantAt(hour.day, hour.startMinutes + 2, random.integer(0, 59)))),
      id: substitutionId(place.day, place.hour, place.class, found),
      kind: 'substitution',
      ...place,
      teacher: found,
      replaces: teacher,
      origin: byOffice ? 'office' : 'signature',
      // Whoever was put there has signed, as the history has it: what is not over yet waits for them.
      ...(byOffice && hour.day < source.today ? { signed: true } : {}),
    });
    return { ...hour, teachers: [found], replaces: teacher };
  };
  return {
    covered: (hours) => {
      const [first] = hours;
      if (first && first.day !== day) begin(first.day);
      return hours.map(coveredHour);
    },
    records,
  };
}

function slotOf({ weekday, hour }: Pick<TimetableEntry, 'weekday' | 'hour'>): string {
  return `${weekday}.${hour}`;
}
