import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import type { BellHour } from '../../../domain/kinds/bell-scheme/record.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';
import { lessonIdsOfHour } from './ids-of-hour.ts';

/** Where a lesson of a class may stand on a day: the hour by its bell, and the key. */
export interface LessonPlace {
  readonly bell: BellHour;
  readonly id: string;
}

interface OfDay {
  readonly of: string;
  readonly places: readonly LessonPlace[];
}

/** The latest answer for each school: the pupils of a class are marked one after the other, and all ask for the same keys. */
const latest = new WeakMap<SchoolSnapshot, OfDay>();

/** The places of the lessons of some classes on a day, by the bells of the first of them. */
export function lessonPlaces(
  snapshot: SchoolSnapshot,
  classes: readonly [ClassId, ...(readonly ClassId[])],
  day: LocalDate,
): readonly LessonPlace[] {
  const of = [day, ...classes].join(' ');
  const known = latest.get(snapshot);
  if (known?.of === of) return known.places;
  const places = snapshot
    .bellHours(classes[0], day)
    .flatMap((bell) =>
      classes.flatMap((id) =>
        lessonIdsOfHour(snapshot, { day, hour: bell.hour, class: id }).map((key) => ({ bell, id: key })),
      ),
    );
  latest.set(snapshot, { of, places });
  return places;
}
