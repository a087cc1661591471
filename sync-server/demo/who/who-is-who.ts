import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Random } from '../random.ts';
import type { OfficeStamp } from '../stamp.ts';
import { appointmentRecords, type AppointmentSource } from './appointment-records.ts';
import { religionChoiceRecords } from './choice-records.ts';
import { collectorRecords } from './collector-records.ts';
import { derogationRecords, guardianshipRecords } from './decision-records.ts';
import { declaredRecords } from './declared-records.ts';
import { groupRecords } from './group-records.ts';
import { lastsAllYear } from './whole-year.ts';

/** Who is what at a school in the year, and what is written down of its pupils beside their classes. */
export function whoIsWho(
  source: AppointmentSource,
  stamp: OfficeStamp,
  random: (label: string) => Random,
): readonly RegisterRecord[] {
  const { classes, pupils, guardians, showcase, until, startYear } = source;
  // Nobody of the class that is shown to everybody, and nobody who comes, goes or changes.
  const settled = pupils.filter(
    ({ enrolments: [one, ...others] }) =>
      one !== undefined && one.class !== showcase && lastsAllYear(one) && others.length === 0,
  );
  const decided = { startYear, pupils: settled, guardians, until };
  return [
    ...appointmentRecords(source, stamp),
    ...groupRecords(classes, pupils, showcase, { stamp, random: random('groups') }),
    ...religionChoiceRecords(classes, pupils, { stamp, random: random('religion') }),
    ...collectorRecords(source, { stamp, random: random('collectors') }),
    ...derogationRecords(
      decided,
      classes.some(({ level }) => level === 'upperSecondary'),
      stamp,
    ),
    ...guardianshipRecords(decided, stamp),
    ...declaredRecords({ startYear, pupils, settled, until }, stamp),
  ];
}
