import type { ClassId, LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import { addDays } from '../../../../domain/base/local-date.ts';
import { classMovementId, type ClassMovement } from '../../../../domain/kinds/class-movement/record.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import { elsewhereOn } from '../../../../domain/kinds/presence-elsewhere/elsewhere-on.ts';
import type { PresenceElsewhere } from '../../../../domain/kinds/presence-elsewhere/record.ts';
import { holdsOn } from '../../../../domain/school/validity.ts';
import type { Random } from '../../random.ts';
import { instantAt } from '../../school-clock.ts';
import type { Stamp } from '../../stamp.ts';
import type { HeldHour, HistorySource } from '../history-source.ts';

const MOVEMENT_SHARE = 0.012;
const OUTING_SHARE = 0.02;
const PLACEMENT_SHARE = 0.004;
const PLACEMENT_DAYS = 4;
const FEWEST = 3;
/** When the school says what the next day will be. */
const SAID_AT = 750;

const MOVEMENT_REASONS = [
  'Assenza di un docente',
  'Assemblea sindacale del personale',
  'Sciopero del personale',
];
const INSIDE = [
  'Aula magna: laboratorio teatrale',
  'Biblioteca: progetto lettura',
  'Palestra: tornei di classe',
];
const OUTSIDE = ['Museo della città', 'Campestre provinciale', 'Orientamento presso un’altra scuola'];
const PLACEMENT = 'Stage in azienda';

/** What the school itself has decided about classes and pupils. */
export interface Away {
  /** Whether a class is called late or sent home early on a day; decides it at the first time of asking. */
  readonly movementOf: (schoolClass: SchoolClass, hours: readonly HeldHour[]) => ClassMovement | undefined;
  /** Decides who of a class is elsewhere on a day, and from it on. */
  readonly send: (schoolClass: SchoolClass, hours: readonly HeldHour[]) => void;
  /** Whether a pupil is elsewhere on a day, for the whole of it or a part. */
  readonly isElsewhere: (pupil: PersonId, day: LocalDate) => boolean;
  readonly records: readonly (ClassMovement | PresenceElsewhere)[];
}

/** Plans what is no absence: classes that come late or leave early, activities inside and outside, placements (D98, D106). */
export function createAway(source: HistorySource, stamp: Stamp, random: Random): Away {
  const records: (ClassMovement | PresenceElsewhere)[] = [];
  const byClass = new Map<ClassId, PersonId[]>();
  const enrolments = new Map(source.pupils.map((pupil) => [pupil.id, pupil.enrolments]));
  for (const { id, enrolments: own } of source.pupils)
    for (const schoolClass of new Set(own.map((one) => one.class)))
      byClass.set(schoolClass, [...(byClass.get(schoolClass) ?? []), id]);
  const elsewhere = new Map<PersonId, PresenceElsewhere[]>();
  const saidBefore = (day: LocalDate) =>
    stamp.envelope(source.principal, instantAt(addDays(day, -1), SAID_AT, random.integer(0, 59)));
  const isElsewhere = (pupil: PersonId, day: LocalDate) =>
    (elsewhere.get(pupil) ?? []).some((one) => elsewhereOn(one, day, []) !== undefined);

  const sendPupils = (
    { id }: SchoolClass,
    day: LocalDate,
    what: Pick<PresenceElsewhere, 'elsewhereType' | 'during' | 'whereabouts' | 'lastDay'>,
  ) => {
    const last = what.lastDay ?? day;
    const free = (byClass.get(id) ?? []).filter(
      (pupil) =>
        !isElsewhere(pupil, day) &&
        (enrolments.get(pupil) ?? []).some(
          (one) => one.class === id && holdsOn(one, day) && holdsOn(one, last),
        ),
    );
    for (const pupil of random.shuffle(free).slice(0, random.integer(FEWEST, 8))) {
      const record: PresenceElsewhere = {
        ...saidBefore(day),
        id: stamp.recordId(),
        kind: 'presenceElsewhere',
        day,
        class: id,
        pupil,
        ...what,
      };
      elsewhere.set(pupil, [...(elsewhere.get(pupil) ?? []), record]);
      records.push(record);
    }
  };

  return {
    movementOf: ({ id, level }, hours) => {
      const [first, second] = hours;
      const last = hours.at(-2);
      // A small child is not sent home: it is collected.
      if (level === 'primary' || !first || !second || !last || !random.chance(MOVEMENT_SHARE))
        return undefined;
      const movement: ClassMovement = {
        ...saidBefore(first.day),
        id: classMovementId(first.day, id),
        kind: 'classMovement',
        day: first.day,
        class: id,
        expected: random.chance(0.5) ? { from: second.bell.start } : { to: last.bell.end },
        movementReason: random.pick(MOVEMENT_REASONS),
      };
      records.push(movement);
      return movement;
    },
    send: (schoolClass, hours) => {
      const day = hours[0]?.day;
      const [second, fourth] = [hours[1], hours[3]];
      if (day === undefined || !second || !fourth) return;
      // Days on end would reach into a day of which nothing is known.
      const mayLast = source.withToday || addDays(day, PLACEMENT_DAYS) < source.today;
      const isGrown = schoolClass.level === 'upperSecondary' && schoolClass.year >= 3;
      if (isGrown && mayLast && random.chance(PLACEMENT_SHARE)) {
        const lastDay = addDays(day, PLACEMENT_DAYS);
        sendPupils(schoolClass, day, {
          elsewhereType: 'workPlacement',
          during: {},
          whereabouts: PLACEMENT,
          lastDay,
        });
      } else if (random.chance(OUTING_SHARE)) {
        const inside = random.chance(0.6);
        sendPupils(schoolClass, day, {
          elsewhereType: inside ? 'activityInside' : 'activityOutside',
          during: inside ? { start: second.bell.start, end: fourth.bell.end } : {},
          whereabouts: random.pick(inside ? INSIDE : OUTSIDE),
        });
      }
    },
    isElsewhere,
    records,
  };
}
