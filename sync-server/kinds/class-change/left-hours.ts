import { canonicalJson, equalJson } from '../../../domain/base/canonical-json.ts';
import { classBucket } from '../../../domain/access/bucket.ts';
import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { addDays, dayOfInstant } from '../../../domain/base/local-date.ts';
import { leftHours, type LeftHours } from '../../../domain/hours/left-class-hours.ts';
import { byKind } from '../../../domain/kinds/by-kind.ts';
import { classMovementId } from '../../../domain/kinds/class-movement/record.ts';
import {
  hoursOfLeftClassId,
  type HoursOfLeftClass,
} from '../../../domain/kinds/hours-of-left-class/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { SERVER_AUTHOR } from '../../base/server-author.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { ownVersion } from '../../register/batch/server-device.ts';
import { recordsIn } from '../../school/records-in.ts';
import { createSchoolSnapshots, type SchoolSnapshot } from '../../school/school-snapshots.ts';
import type { NewVersion, SchoolReader } from '../../storage/contract/storage.ts';
import { recordsOfPupil } from './of-pupil.ts';
import { reachOf, type Change } from './reach.ts';
import { staysOf, type Stay } from './stays.ts';

const NOTHING: LeftHours = { held: { official: 0, withoutSubject: 0, bySubject: [] }, missed: [] };

/**
 * What these records change of the hours in classes that pupils have left, counted for those who have the pupils now (D97): a pupil goes
 * over, or something of the old class arrives late. Nothing else costs more than a look.
 */
export async function leftHoursAfter(
  reader: SchoolReader,
  { school, now, snapshot: known }: Change,
  written: readonly RegisterRecord[],
): Promise<readonly NewVersion[]> {
  const reach = reachOf(written);
  if (reach.isNothing) return [];
  const snapshot = known ?? (await createSchoolSnapshots().at(school, reader));
  const today = dayOfInstant(now);
  const lessonsOf = lessonsOnce(reader);
  const versions: NewVersion[] = [];
  for (const stay of staysOf(snapshot, today).filter((one) => reach.reaches(one))) {
    const counted = await countedIn(reader, snapshot, stay, lessonsOf);
    versions.push(...(await versionOf(reader, { school, now }, stay, counted)));
  }
  for (const gone of await goneOf(reader, snapshot, today, reach.pupils))
    versions.push(version({ school, now }, gone, { ...withoutMovements(gone), ...NOTHING }));
  return versions;
}

/** The lessons of classes, each read once. */
function lessonsOnce(reader: Pick<SchoolReader, 'bucketRange'>) {
  const known = new Map<ClassId, readonly RegisterRecord[]>();
  return async (schoolClass: ClassId) => {
    const before = known.get(schoolClass);
    if (before) return before;
    const found = await recordsIn(reader, 'lessons', classBucket(schoolClass));
    known.set(schoolClass, found);
    return found;
  };
}

async function countedIn(
  reader: SchoolReader,
  snapshot: SchoolSnapshot,
  { enrolment }: Stay,
  lessonsOf: ReturnType<typeof lessonsOnce>,
): Promise<LeftHours> {
  const { class: schoolClass, pupil } = enrolment;
  const ids: string[] = [];
  for (let day: LocalDate = enrolment.from; day <= addDays(enrolment.to, 1); day = addDays(day, 1))
    ids.push(classMovementId(day, schoolClass));
  const movements = await reader.documents('attendance', ids);
  const of = byKind([
    ...(await lessonsOf(schoolClass)),
    ...(await recordsOfPupil(reader, 'attendance', pupil)),
    ...[...movements.values()].map(storedRecord),
  ]);
  const records = {
    lessons: of('lesson'),
    days: of('attendanceDay'),
    elsewhere: of('presenceElsewhere'),
    movements: of('classMovement'),
  };
  return leftHours(snapshot, records, enrolment);
}

async function versionOf(
  reader: SchoolReader,
  of: Change,
  { enrolment, classes }: Stay,
  counted: LeftHours,
): Promise<readonly NewVersion[]> {
  const id = hoursOfLeftClassId(enrolment.id);
  const before = await standingAt(reader, id);
  // Whoever has read it goes on reading what becomes of it.
  const readers = [...new Set([...(before?.classes ?? []), ...classes])].toSorted();
  const { pupil, class: schoolClass, from: day, to: lastDay } = enrolment;
  const wanted = { pupil, class: schoolClass, day, lastDay, classes: readers, ...counted };
  return before && equalJson(payloadOf(before), wanted) ? [] : [version(of, before, { id, ...wanted })];
}

function payloadOf({
  pupil,
  class: schoolClass,
  day,
  lastDay,
  classes,
  held,
  missed,
  changedAt,
  movements,
}: HoursOfLeftClass) {
  const said = { ...(changedAt === undefined ? {} : { changedAt }), ...(movements ? { movements } : {}) };
  return { pupil, class: schoolClass, day, lastDay, classes, held, missed, ...said };
}

function version(
  { school, now }: Change,
  before: HoursOfLeftClass | undefined,
  wanted: Omit<HoursOfLeftClass, 'school' | 'kind' | 'author' | 'entry' | 'recordedAt'>,
): NewVersion {
  const record: HoursOfLeftClass = {
    ...wanted,
    school,
    kind: 'hoursOfLeftClass',
    author: SERVER_AUTHOR,
    // After the one before: hours that become what they were once are another version of them.
    entry: derivedEntry('leftHours', wanted.id, before?.entry ?? school, canonicalJson({ ...wanted })),
    recordedAt: now,
    receivedAt: now,
  };
  return ownVersion(record);
}

/** What was counted of pupils who, as it turns out, have not left: nothing of it counts. */
async function goneOf(
  reader: SchoolReader,
  snapshot: SchoolSnapshot,
  today: LocalDate,
  pupils: ReadonlySet<PersonId>,
): Promise<readonly HoursOfLeftClass[]> {
  if (pupils.size === 0) return [];
  const left = new Set(staysOf(snapshot, today).map(({ enrolment }) => enrolment.id));
  const ids = [...pupils]
    .flatMap((pupil) => snapshot.enrolmentsOf.get(pupil) ?? [])
    .flatMap(({ id }) => (left.has(id) ? [] : [hoursOfLeftClassId(id)]));
  const texts = await reader.documents('attendance', ids);
  return [...texts.values()]
    .map(storedRecord)
    .filter((record): record is HoursOfLeftClass => record.kind === 'hoursOfLeftClass')
    .filter(({ held, missed, movements }) => movements || !equalJson({ held, missed }, NOTHING));
}

function withoutMovements({ movements: _gone, ...rest }: HoursOfLeftClass): HoursOfLeftClass {
  return rest;
}

async function standingAt(reader: SchoolReader, id: string): Promise<HoursOfLeftClass | undefined> {
  const text = (await reader.documents('attendance', [id])).get(id);
  const record = text === undefined ? undefined : storedRecord(text);
  return record?.kind === 'hoursOfLeftClass' ? record : undefined;
}
