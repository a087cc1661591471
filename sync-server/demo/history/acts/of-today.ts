import { addDays, minutesToTime, timeToMinutes } from '../../../../domain/base/local-date.ts';
import type { LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import { justificationId, type Justification } from '../../../../domain/kinds/justification/record.ts';
import type { Permit } from '../../../../domain/kinds/permit/record.ts';
import type { PresenceElsewhere } from '../../../../domain/kinds/presence-elsewhere/record.ts';
import { holdsOn } from '../../../../domain/school/validity.ts';
import type { Random } from '../../random.ts';
import { instantAt } from '../../school-clock.ts';
import type { Stamp } from '../../stamp.ts';
import type { HeldHour, HistorySource } from '../history-source.ts';
import { createPermits } from './permits.ts';

const EVENING = 1170;
const SAID_AT = 750;

/**
 * What waits in the printed teachers' class on the day that is shown, whatever chance has given the other classes: an entry and an exit
 * that were granted, an absence that was announced, pupils who will be out of class, and a request for the next day.
 */
export function inventToday(
  source: HistorySource,
  { hours, next }: { readonly hours: readonly HeldHour[]; readonly next: readonly HeldHour[] },
  stamp: Stamp,
  random: Random,
): readonly (Permit | Justification | PresenceElsewhere)[] {
  const { showcase, today, principal } = source;
  const [first, last] = [hours[0], hours.at(-1)];
  if (showcase === undefined || !first || !last) return [];
  const here = source.pupils
    .filter(({ enrolments }) => enrolments.some((one) => one.class === showcase && holdsOn(one, today)))
    .map(({ id }) => id);
  const permits = createPermits(source, stamp, random);
  const asked = { class: showcase, day: today } as const;
  const at = (pupil: number) => here[pupil % Math.max(1, here.length)] ?? ('' as PersonId);
  const announced = (pupil: PersonId, day: LocalDate): readonly Justification[] => {
    const by = source.guardianOf.get(pupil);
    if (by === undefined) return [];
    const save = stamp.envelope(by, instantAt(addDays(today, -1), EVENING, random.integer(0, 59)));
    return [
      {
        ...save,
        id: justificationId(day, pupil),
        kind: 'justification',
        day,
        class: showcase,
        pupil,
        acts: [
          { id: save.entry, act: 'announce', item: 'absence', by, at: save.recordedAt, reason: 'health' },
        ],
      },
    ];
  };
  const away = (pupil: PersonId, day: LocalDate, during: PresenceElsewhere['during']): PresenceElsewhere => ({
    ...stamp.envelope(principal, instantAt(addDays(today, -1), SAID_AT, random.integer(0, 59))),
    id: stamp.recordId(),
    kind: 'presenceElsewhere',
    day,
    class: showcase,
    pupil,
    elsewhereType: 'activityInside',
    during,
    whereabouts: 'Aula magna: laboratorio teatrale',
  });
  const late = minutesToTime(first.startMinutes + 60);
  const early = minutesToTime(timeToMinutes(last.bell.end) - 40);
  const [second, third] = [hours[1], hours[2]];
  const [firstNext, lastNext] = [next[0], next.at(-1)];
  return [
    ...permits.write({ ...asked, pupil: at(3), move: 'entry', time: late }, 'grant'),
    ...permits.write({ ...asked, pupil: at(8), move: 'exit', time: early }, 'grant'),
    ...announced(at(14), today),
    ...(second && third
      ? [at(18), at(21)].map((pupil) => away(pupil, today, { start: second.bell.start, end: third.bell.end }))
      : []),
    ...(firstNext && lastNext
      ? [
          ...announced(at(11), firstNext.day),
          ...permits.write({
            class: showcase,
            day: firstNext.day,
            pupil: at(5),
            move: 'exit',
            time: minutesToTime(timeToMinutes(lastNext.bell.end) - 30),
          }),
        ]
      : []),
  ];
}
