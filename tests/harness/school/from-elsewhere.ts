import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type { HoursElsewhere } from '../../../domain/kinds/hours-elsewhere/record.ts';
import {
  hoursOfLeftClassId,
  type HoursOfLeftClass,
} from '../../../domain/kinds/hours-of-left-class/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { classes, envelope, makeClass, pupilsOf, subjects } from './demo-class.ts';

const [first] = classes;
const [maths, , italian] = subjects;
const BEGINS = '2026-09-14' as LocalDate;
const day = (text: string) => text as LocalDate;

/** A class of the school in which I do not teach, and from which a pupil of mine has come. */
const left = makeClass(1, 'D');

/** What another school has declared of a pupil of the first class. */
export function declared(pupil: PersonId, changes: Partial<HoursElsewhere> = {}): HoursElsewhere {
  return {
    ...envelope(`elsewhere-${changes.source ?? 'otherSchool'}`),
    kind: 'hoursElsewhere',
    pupil,
    classes: [first.id],
    source: 'otherSchool',
    place: 'Scuola media Ferrari, Parma',
    from: BEGINS,
    to: day('2026-09-25'),
    absentHalfUnits: 17,
    heldHalfUnits: 100,
    document: 'Prot. 2210/2026',
    ...changes,
  };
}

/** A pupil of the first class who came from another school to another class, and from there in October. */
export function fromElsewhere(): readonly RegisterRecord[] {
  const pupil = pupilsOf.get(first.id)?.find(({ surname }) => surname === 'Caputo')?.id;
  if (pupil === undefined) throw new Error('Caputo is in the first class');
  const missed = (on: string, hour: number, of: typeof maths, missedMinutes = 55) => ({
    day: day(on),
    hour,
    subjects: [of.id],
    missedMinutes,
    minutes: 55,
    halfUnits: 2,
  });
  const hours: HoursOfLeftClass = {
    ...envelope(hoursOfLeftClassId(`${pupil}.${left.id}.2026-09-28`)),
    kind: 'hoursOfLeftClass',
    pupil,
    class: left.id,
    day: day('2026-09-28'),
    lastDay: day('2026-10-23'),
    classes: [first.id],
    held: {
      official: 120,
      withoutSubject: 2,
      bySubject: [
        { subject: italian.id, halfUnits: 70 },
        { subject: maths.id, halfUnits: 50 },
      ],
    },
    missed: [
      missed('2026-10-06', 1, maths),
      missed('2026-10-06', 2, italian),
      missed('2026-10-06', 3, italian),
      missed('2026-10-15', 1, italian, 31),
    ],
  };
  return [left, hours, declared(pupil)];
}
