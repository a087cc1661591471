import type { ReligionGroup } from '../../../domain/school/who/religion-groups.ts';
import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';
import { BESIDE_RELIGION, RELIGION } from '../plan/curriculum.ts';
import type { Random } from '../random.ts';
import { createBusy } from './busy.ts';
import type { StaffedHour } from './co-teaching.ts';

/** Whom the hours beside religion are given to. */
export interface BesideReligion {
  /** The groups that a class has in its hour of religion. */
  readonly groupsOf: (schoolClass: number) => readonly ReligionGroup[];
  readonly levelOf: (schoolClass: number) => SchoolLevel;
  /** Teachers of a level who have room for hours of this kind. */
  readonly teachersOf: (level: SchoolLevel) => readonly number[];
}

/** The hours of those who do not attend religion, each beside the hour of religion, with a teacher of the level who is free then. */
export function hoursBesideReligion(
  hours: readonly StaffedHour[],
  { groupsOf, levelOf, teachersOf }: BesideReligion,
  random: Random,
): readonly StaffedHour[] {
  const busy = createBusy(hours);
  const load = new Map<number, number>();
  for (const { teachers } of hours) for (const one of teachers) load.set(one, (load.get(one) ?? 0) + 1);
  const given = new Map<string, number>();
  return hours
    .filter(({ teaching }) => teaching.subject === RELIGION)
    .flatMap(({ class: position, slot }) =>
      groupsOf(position).flatMap((group): StaffedHour[] => {
        const place = `${position}.${group}`;
        const free = teachersOf(levelOf(position)).filter((one) => busy.isFree(one, slot));
        const known = given.get(place);
        const least = Math.min(...free.map((one) => load.get(one) ?? 0));
        const [teacher] =
          known !== undefined && free.includes(known)
            ? [known]
            : random.shuffle(free.filter((one) => (load.get(one) ?? 0) === least));
        if (teacher === undefined) return [];
        given.set(place, teacher);
        busy.take(teacher, slot);
        load.set(teacher, (load.get(teacher) ?? 0) + 1);
        const teaching = { teacher, class: position, subject: BESIDE_RELIGION[group], hours: 1 };
        return [{ class: position, slot, teaching, teachers: [teacher], group }];
      }),
    );
}
