import { toPersonId } from '../../../domain/base/ids.ts';
import { attendanceDayId } from '../../../domain/kinds/attendance-day/record.ts';
import { lessonId } from '../../../domain/kinds/lesson/record.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { classes, COLLEAGUE, DAY, envelope, ME } from './demo-class.ts';
import { pupilOfFirst } from './written.ts';

type Named = { readonly kind: string; readonly id: string };

const UNREADABLE: Readonly<Partial<Record<CollectionName, Named>>> = {
  attendance: { kind: 'attendanceDay', id: attendanceDayId(DAY, pupilOfFirst(8)) },
  lessons: { kind: 'lesson', id: lessonId(DAY, 2, classes[0].id) },
  roster: { kind: 'ofTomorrow', id: 'person.unknown' },
};
/** How many of its author's entries a copy lacks, and how many of a colleague's. */
const LOST_OWN = 3;
const LOST_OF_COLLEAGUES = 1;

/** A document of a collection that this version of the app cannot read: it says whose it is, and nothing else. */
export function unreadable(collection: CollectionName): readonly object[] {
  const named = UNREADABLE[collection];
  return named === undefined ? [] : [{ ...envelope(named.id), ...named, author: toPersonId('office') }];
}

/** What a copy of the school's store does not have. */
export function lostByCopy(records: readonly RegisterRecord[]): readonly RegisterRecord[] {
  const lessons = records.filter(({ kind }) => kind === 'lesson');
  const earlier = lessons.filter((record) => (kindOf(record).place(record).day ?? DAY) < DAY);
  const ofColleague = records.filter(({ kind, author }) => kind === 'attendanceDay' && author === COLLEAGUE);
  return [
    ...earlier.filter(({ author }) => author === ME).slice(-LOST_OWN),
    ...ofColleague.slice(-LOST_OF_COLLEAGUES),
  ];
}
