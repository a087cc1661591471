import type { PersonId } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { must } from '../../../domain/base/assert.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import { timetableEntryId, type TimetableEntry } from '../../../domain/kinds/timetable-entry/record.ts';
import { SUPPLY_FROM, type Supply } from '../plan/extra-posts.ts';
import type { YearPlan } from '../plan/year-plan.ts';
import type { Stamp } from '../stamp.ts';
import type { StaffedHour } from '../timetable/co-teaching.ts';

const ROOMS: Readonly<Record<string, string>> = {
  'Educazione fisica': 'Palestra',
  'Scienze motorie': 'Palestra',
  Informatica: 'Laboratorio di informatica',
  Musica: 'Aula di musica',
  'Arte e immagine': 'Aula di arte',
  "Disegno e storia dell'arte": 'Aula di disegno',
  Mensa: 'Mensa',
  'Attività alternativa': 'Biblioteca',
  'Studio assistito': 'Aula studio',
};

/** The cells of a school's timetable; where a supply teacher takes over, one cell before and one after. */
export function timetableRecords(
  hours: readonly StaffedHour[],
  classes: ReadonlyMap<number, SchoolClass>,
  teachers: readonly PersonId[],
  supply: Supply | undefined,
  { lessonsFrom, lessonsTo }: Pick<YearPlan, 'lessonsFrom' | 'lessonsTo'>,
  stamp: Stamp,
): readonly TimetableEntry[] {
  return hours.flatMap((hour) => {
    const schoolClass = must(classes.get(hour.class), 'the class of an hour');
    const cell = (staff: readonly number[], from = lessonsFrom, to = lessonsTo): TimetableEntry => ({
      ...stamp.office(),
      id: timetableEntryId(schoolClass.id, hour.slot.weekday, hour.slot.hour, from, hour.group),
      kind: 'timetableEntry',
      class: schoolClass.id,
      weekday: hour.slot.weekday,
      hour: hour.slot.hour,
      subject: subjectId(hour.teaching.subject),
      teachers: staff.map((teacher) => must(teachers[teacher], 'the teacher of an hour')),
      ...(hour.group === undefined ? {} : { group: hour.group }),
      room: roomOf(hour),
      validFrom: from,
      validTo: to,
    });
    if (!supply || !hour.teachers.includes(supply.replaces)) return [cell(hour.teachers)];
    const replaced = hour.teachers.map((teacher) => (teacher === supply.replaces ? supply.teacher : teacher));
    return [cell(hour.teachers, lessonsFrom, addDays(SUPPLY_FROM, -1)), cell(replaced, SUPPLY_FROM)];
  });
}

/** Where an hour is: a group beside the rest of its class is elsewhere. */
function roomOf({ class: position, teaching: { subject }, group }: StaffedHour): string {
  return (
    ROOMS[subject] ?? (group === undefined ? `Aula ${position + 1}` : `Aula di ${subject.toLowerCase()}`)
  );
}
