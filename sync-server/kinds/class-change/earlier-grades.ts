import { gradesBucket, religionGradesBucket } from '../../../domain/access/bucket.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { toPersonId, type ClassId, type Instant, type PersonId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { samePayload } from '../../../domain/entries/merge.ts';
import { isAssessment, type Assessment } from '../../../domain/kinds/assessment/record.ts';
import { startYearOfClass } from '../../../domain/kinds/class/record.ts';
import {
  earlierGradeId,
  emptiedCopy,
  type EarlierGrade,
} from '../../../domain/kinds/earlier-grade/record.ts';
import { numberOfGrade } from '../../../domain/kinds/grade/as-entry.ts';
import type { ChosenSteps } from '../../../domain/grades/notation.ts';
import { isEmptyValue, saidIn } from '../../../domain/grades/said-value.ts';
import { gradeId, type Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { isFrozen } from '../../../domain/school/grading/frozen-period.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { recordsIn } from '../../school/records-in.ts';
import { createSchoolSnapshots, type SchoolSnapshot } from '../../school/school-snapshots.ts';
import type { NewVersion, SchoolReader } from '../../storage/contract/storage.ts';
import type { Change } from './reach.ts';
import { staysOf } from './stays.ts';

const AUTHOR = toPersonId('server');

type Reader = SchoolReader;

/** A grade in a class that its pupil has left, and where the pupil has been since. */
interface LeftGrade {
  readonly grade: Grade;
  readonly classes: readonly ClassId[];
}

/**
 * What these records change of the grades that pupils have taken along from a class that they have left (D81): a pupil goes over, or something is assessed or
 * corrected of the time before. Whoever has the pupil in the same subject now reads a copy, and the old class keeps its register. Nothing else costs more
 * than a look.
 */
export async function earlierGradesAfter(
  reader: Reader,
  { school, now, snapshot: known }: Change,
  written: readonly RegisterRecord[],
): Promise<readonly NewVersion[]> {
  const kinds = new Set(written.map(({ kind }) => kind));
  if (!SAYING.some((kind) => kinds.has(kind))) return [];
  const snapshot = known ?? (await createSchoolSnapshots().at(school, reader));
  const entering = new Set(written.flatMap((one) => (one.kind === 'enrolment' ? [one.pupil] : [])));
  // A term meeting may be open no more: what was held back for it is brought.
  const stays = kinds.has('schoolYear') ? staysOf(snapshot, dayOfInstant(now)) : [];
  const moved = new Set([...entering, ...stays.map(({ enrolment }) => enrolment.pupil)]);
  const left = await leftGrades(reader, snapshot, { moved, written, now });
  const columns = await columnsOf(reader, left);
  const chosen = snapshot.school?.policies.grading;
  const copies = left.flatMap(({ grade, classes }) => {
    const column = columns.get(grade.assessment);
    return column ? classes.map((id) => copyOf(grade, column, id, chosen)) : [];
  });
  const standing = await documentsOf(
    reader,
    copies.map(({ id }) => id),
  );
  const versions = copies.flatMap((copy) => {
    const before = standing.get(copy.id);
    const isNew = entering.has(copy.pupil) && (before === undefined || isBrought(before));
    return !isNew && isHeld(snapshot, copy, before) ? [] : versionOf({ school, now }, copy, before);
  });
  const gone = await goneIn(reader, snapshot, { moved, now });
  return [...versions, ...gone.flatMap((one) => versionOf({ school, now }, emptiedCopy(one), one))];
}

/** Kinds of records of which the copies say something. */
const SAYING = ['enrolment', 'grade', 'assessment', 'schoolYear'] as const;

/** Whether all that stands of a copy is what a device has brought back of it: that it is left out. */
function isBrought(before: RegisterRecord): boolean {
  return (
    before.kind === 'earlierGrade' &&
    before.author !== AUTHOR &&
    before.topic === '' &&
    isEmptyValue(before.value)
  );
}

/** Whether a copy stays as the term meeting of its class has seen it (D28). */
function isHeld(
  { years }: SchoolSnapshot,
  { class: schoolClass, day }: Pick<EarlierGrade, 'class' | 'day'>,
  before: RegisterRecord | undefined,
): boolean {
  const year = years.get(startYearOf(day));
  const days = before?.kind === 'earlierGrade' ? [day, before.day] : [day];
  return year !== undefined && days.some((on) => isFrozen(year, schoolClass, on));
}

interface Changed {
  readonly moved: ReadonlySet<PersonId>;
  readonly written: readonly RegisterRecord[];
  readonly now: Instant;
}

/** The grades of classes that were left of which these records say something. */
async function leftGrades(
  reader: Reader,
  snapshot: SchoolSnapshot,
  { moved, written, now }: Changed,
): Promise<readonly LeftGrade[]> {
  const stays = staysOf(snapshot, dayOfInstant(now));
  // Whoever comes back has been there twice: only what is of the first time went along.
  const classesAfter = ({ pupil, class: schoolClass, day }: Grade) =>
    stays.flatMap(({ enrolment, classes }) => {
      const isOfIt = enrolment.pupil === pupil && enrolment.class === schoolClass && day <= enrolment.to;
      return isOfIt && day >= enrolment.from ? classes : [];
    });
  const grades = new Map<string, Grade>();
  for (const record of written) if (record.kind === 'grade') grades.set(record.id, record);
  const columns = written.filter(isAssessment);
  const ids = columns.flatMap((column) =>
    stays.flatMap(({ enrolment }) =>
      enrolment.class === column.class ? [gradeId(column.id, enrolment.pupil)] : [],
    ),
  );
  for (const [id, record] of await documentsOf(reader, ids))
    if (record.kind === 'grade' && !grades.has(id)) grades.set(id, record);
  const ofMoved = stays.filter(({ enrolment }) => moved.has(enrolment.pupil));
  for (const schoolClass of new Set(ofMoved.map(({ enrolment }) => enrolment.class)))
    for (const record of await assessedIn(reader, schoolClass))
      if (record.kind === 'grade' && moved.has(record.pupil)) grades.set(record.id, record);
  return [...grades.values()].flatMap((grade) => {
    const classes = [...new Set(classesAfter(grade))];
    return classes.length === 0 ? [] : [{ grade, classes }];
  });
}

async function columnsOf(
  reader: Reader,
  left: readonly LeftGrade[],
): Promise<ReadonlyMap<string, Assessment>> {
  const found = await documentsOf(reader, [...new Set(left.map(({ grade }) => grade.assessment))]);
  return new Map(
    [...found.values()].flatMap((record) => (record.kind === 'assessment' ? [[record.id, record]] : [])),
  );
}

/** Copies of grades in classes in which, as it turns out, their pupils are not after all. */
async function goneIn(
  reader: Reader,
  snapshot: SchoolSnapshot,
  { moved, now }: Pick<Changed, 'moved' | 'now'>,
): Promise<readonly EarlierGrade[]> {
  const today = dayOfInstant(now);
  const stays = staysOf(snapshot, today);
  const gone: EarlierGrade[] = [];
  for (const pupil of moved) {
    const ofYear = (snapshot.enrolmentsOf.get(pupil) ?? [])
      .map((one) => one.class)
      .filter((id) => startYearOfClass(id) === startYearOf(today));
    // Whoever is in one class all year has taken nothing along.
    if (new Set(ofYear).size < 2) continue;
    const entered = stays.flatMap(({ enrolment, classes }) => (enrolment.pupil === pupil ? classes : []));
    for (const schoolClass of new Set(ofYear.filter((id) => !entered.includes(id))))
      for (const record of await assessedIn(reader, schoolClass))
        if (record.kind === 'earlierGrade' && record.pupil === pupil) gone.push(record);
  }
  return gone;
}

/** What the new class is told of a grade: nothing of what its teacher noted for themselves. */
function copyOf(
  grade: Grade,
  column: Assessment,
  schoolClass: ClassId,
  chosen: ChosenSteps,
): Omit<EarlierGrade, 'school' | 'author' | 'entry' | 'recordedAt'> {
  const { id, pupil, subject, scale, value, comment, recovers } = grade;
  const quarters = numberOfGrade(column, value, chosen);
  const isCancelled = column.cancelled !== undefined || isEmptyValue(value);
  return {
    id: earlierGradeId(id, schoolClass),
    kind: 'earlierGrade',
    day: column.day,
    class: schoolClass,
    subject,
    scale,
    pupil,
    ofClass: grade.class,
    teacher: column.teacher,
    grade: id,
    type: column.type,
    topic: column.topic,
    value: saidIn(value),
    weight: grade.weight ?? column.weight,
    counts: grade.counts ?? column.counts,
    ...(quarters === undefined ? {} : { quarters }),
    ...(column.test ? { maximum: column.test.maximum } : {}),
    ...(comment === undefined ? {} : { comment }),
    ...(recovers
      ? { recovers: { grade: gradeId(recovers.assessment, pupil), effect: recovers.effect } }
      : {}),
    ...(isCancelled ? { cancelled: true } : {}),
  };
}

function versionOf(
  { school, now }: Omit<Change, 'snapshot'>,
  copy: ReturnType<typeof copyOf>,
  standing: RegisterRecord | undefined,
): readonly NewVersion[] {
  const before = standing?.kind === 'earlierGrade' ? standing : undefined;
  // What was given and taken back before anybody left is no news.
  if (!before && copy.cancelled === true) return [];
  const { leftOut } = before ?? {};
  const wanted = { ...copy, ...(leftOut === undefined ? {} : { leftOut }) };
  const record: EarlierGrade = {
    ...wanted,
    school,
    author: AUTHOR,
    entry: derivedEntry('earlier', copy.id, before?.entry ?? school, canonicalJson({ ...wanted })),
    recordedAt: now,
    receivedAt: now,
  };
  if (before && samePayload(before, record)) return [];
  return [{ collection: 'grades', record, device: 'server', outcome: 'stored' }];
}

async function assessedIn(reader: Reader, schoolClass: ClassId): Promise<readonly RegisterRecord[]> {
  return [
    ...(await recordsIn(reader, 'grades', gradesBucket(schoolClass))),
    ...(await recordsIn(reader, 'grades', religionGradesBucket(schoolClass))),
  ];
}

async function documentsOf(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RegisterRecord>> {
  if (ids.length === 0) return new Map();
  const texts = await reader.documents('grades', ids);
  return new Map([...texts].map(([id, json]) => [id, storedRecord(json)]));
}
