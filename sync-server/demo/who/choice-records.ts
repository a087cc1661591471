import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import {
  religionChoiceId,
  type ReligionChoice,
  type ReligionChoiceName,
} from '../../../domain/kinds/religion-choice/record.ts';
import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';
import type { Random } from '../random.ts';
import type { Stamp } from '../stamp.ts';
import type { EnrolledPupil } from '../records/pupil-records.ts';

const ATTENDING_SHARE = 0.85;
/** What the others do: nobody studies alone before upper secondary school. */
const OTHERS = {
  primary: ['alternative', 'alternative', 'assistedStudy', 'leaves'],
  lowerSecondary: ['alternative', 'alternative', 'assistedStudy', 'leaves'],
  upperSecondary: ['alternative', 'assistedStudy', 'individualStudy', 'individualStudy', 'leaves', 'leaves'],
} as const satisfies Record<SchoolLevel, readonly ReligionChoiceName[]>;

/** What each pupil does in the hour of religion, in each class of the year. */
export function religionChoiceRecords(
  classes: readonly SchoolClass[],
  pupils: readonly EnrolledPupil[],
  { stamp, random }: { readonly stamp: Stamp; readonly random: Random },
): readonly ReligionChoice[] {
  const levels = new Map(classes.map(({ id, level }) => [id, level]));
  return pupils.flatMap(({ id: pupil, enrolments }) => {
    const [first] = enrolments;
    const level = (first && levels.get(first.class)) ?? 'primary';
    const choice = random.chance(ATTENDING_SHARE)
      ? 'attending'
      : random.pick<ReligionChoiceName>(OTHERS[level]);
    return enrolments.map(({ class: schoolClass, from, to }): ReligionChoice => ({
      ...stamp.office(),
      id: religionChoiceId(pupil, schoolClass, from),
      kind: 'religionChoice',
      pupil,
      class: schoolClass,
      choice,
      from,
      ...(to === undefined ? {} : { to }),
    }));
  });
}
