import type { ClassId, PersonId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { isAssessment, type Assessment } from '../../../domain/kinds/assessment/record.ts';
import { emptiedCopy, type EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import { numberOfGrade, pointsOfRubric } from '../../../domain/kinds/grade/as-entry.ts';
import type { ChosenSteps } from '../../../domain/grades/notation.ts';
import { isEmptyCell, isEmptyValue, saidIn } from '../../../domain/grades/said-value.ts';
import { objectiveLevels } from '../../../domain/kinds/grade/objective-levels.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import { field } from '../../../domain/record/fields.ts';
import { earlierGradeId, gradeId } from '../../../domain/record/grade-key.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { asColumnSays } from '../../../domain/school/grading/assessed-column.ts';
import { isFrozen } from '../../../domain/school/grading/frozen-period.ts';
import { SERVER_AUTHOR } from '../../base/server-author.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';
import type { NewVersion, SchoolReader } from '../../storage/contract/storage.ts';
import { hasBegun } from '../pupil-day/has-begun.ts';
import { renewedBySteps, renewedByYear } from './renewed.ts';
import { staysOf } from './stays.ts';
import { copied, copiesForNothing, marksNamed, type TakingAlong } from './taking-along.ts';

type Reader = SchoolReader;

/** A grade in a class that its pupil has left, and where the pupil has been since. */
interface LeftGrade {
  readonly grade: Grade;
  readonly classes: readonly ClassId[];
}

/**
 * What these records change of the grades that pupils have taken along from a class that they have left (D81): a pupil goes over, or something is assessed or
 * corrected of the time before. Whoever has the pupil in the same subject now reads a copy, and the old class keeps its register.
 */
export async function earlierGradesAfter(
  reader: Reader,
  around: TakingAlong,
  written: readonly RegisterRecord[],
): Promise<readonly NewVersion[]> {
  const { snapshot, entering } = around;
  const renewed = [
    ...(await renewedByYear(reader, around, written)),
    ...(await renewedBySteps(reader, around, written)),
  ];
  const moved = new Set([...entering, ...renewed]);
  const left = await leftGrades(reader, around, { moved, written });
  const columns = await columnsOf(reader, left);
  const chosen = snapshot.school?.policies.grading;
  const copies = left.flatMap(({ grade, classes }) => {
    const column = columns.get(grade.assessment);
    return column ? classes.map((id) => copyOf(grade, column, id, chosen)) : [];
  });
  const standing = await marksNamed(
    reader,
    copies.map(({ id }) => id),
  );
  const versions = copies.flatMap((copy) => {
    const before = standing.get(copy.id);
    const isNew = entering.has(copy.pupil) && (before === undefined || isBrought(before));
    return !isNew && isHeld(snapshot, copy, before) ? [] : versionOf(around, copy, before);
  });
  const gone = await copiesForNothing(around, isEarlierGrade);
  return [...versions, ...gone.flatMap((one) => versionOf(around, emptiedCopy(one), one))];
}

/** Whether all that stands of a copy is what a device has brought back of it: that it is left out. */
function isBrought(before: RegisterRecord): boolean {
  return (
    before.kind === 'earlierGrade' &&
    before.author !== SERVER_AUTHOR &&
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
}

/** The grades of classes that were left of which these records say something. */
async function leftGrades(
  reader: Reader,
  { snapshot, now, marksOf }: TakingAlong,
  { moved, written }: Changed,
): Promise<readonly LeftGrade[]> {
  const stays = staysOf(snapshot, dayOfInstant(now));
  const classesAfter = (grade: Grade) => {
    const during = stayOf(snapshot, grade);
    return stays.find(({ enrolment }) => enrolment.id === during?.id)?.classes ?? [];
  };
  const grades = new Map<string, Grade>();
  for (const record of written) if (record.kind === 'grade') grades.set(record.id, record);
  const columns = written.filter(isAssessment);
  const ids = columns.flatMap((column) =>
    stays.flatMap(({ enrolment }) =>
      enrolment.class === column.class ? [gradeId(column.id, enrolment.pupil)] : [],
    ),
  );
  for (const [id, record] of await marksNamed(reader, ids))
    if (record.kind === 'grade' && !grades.has(id)) grades.set(id, record);
  const ofMoved = stays.filter(({ enrolment }) => moved.has(enrolment.pupil));
  for (const schoolClass of new Set(ofMoved.map(({ enrolment }) => enrolment.class)))
    for (const record of await marksOf(schoolClass))
      if (record.kind === 'grade' && moved.has(record.pupil)) grades.set(record.id, record);
  return [...grades.values()].flatMap((grade) => {
    const classes = classesAfter(grade);
    return classes.length === 0 ? [] : [{ grade, classes }];
  });
}

/**
 * The stay in its class of which a grade is: of whoever has been there twice, the one that had begun last. One of a day after its end is of it too: the office wrote
 * the change down later, and whoever gave the grade had the pupil before them until then. It is taken along like those before it, and the new teacher says whether
 * it counts; given anew there it would be a mark of another teacher, and left behind nobody would ever read it.
 */
function stayOf({ enrolmentsOf }: SchoolSnapshot, { pupil, class: schoolClass, day }: Grade) {
  return (enrolmentsOf.get(pupil) ?? [])
    .filter((one) => one.class === schoolClass && hasBegun(one, day))
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .at(-1);
}

async function columnsOf(
  reader: Reader,
  left: readonly LeftGrade[],
): Promise<ReadonlyMap<string, Assessment>> {
  const found = await marksNamed(reader, [...new Set(left.map(({ grade }) => grade.assessment))]);
  return new Map(
    [...found.values()].flatMap((record) => (record.kind === 'assessment' ? [[record.id, record]] : [])),
  );
}

/** What the new class is told of a grade: nothing of what its teacher noted for themselves. */
function copyOf(
  grade: Grade,
  column: Assessment,
  schoolClass: ClassId,
  chosen: ChosenSteps,
): Omit<EarlierGrade, 'school' | 'author' | 'entry' | 'recordedAt'> {
  const { id, pupil, subject, scale, comment, recovers } = grade;
  const quarters = numberOfGrade(column, grade.value, chosen);
  const { value, maximum } = quarters === undefined ? pointsAlone(grade, column) : valueThere(grade, column);
  const isCancelled = column.cancelled !== undefined || isEmptyCell(grade);
  const objectives = objectiveLevels(column, grade);
  const { weight, counts, visible, embargo } = asColumnSays(grade, column);
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
    value,
    weight,
    counts,
    ...(quarters === undefined ? {} : { quarters }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(comment === undefined ? {} : { comment }),
    ...(visible ? {} : { visible }),
    ...(embargo === undefined ? {} : { embargo }),
    ...(recovers
      ? { recovers: { grade: gradeId(recovers.assessment, pupil), effect: recovers.effect } }
      : {}),
    ...(objectives.length > 0 ? { objectives } : {}),
    ...(isCancelled ? { cancelled: true } : {}),
  };
}

/** What a grade says where it was given, and of how many points. */
function valueThere({ value }: Grade, { test }: Assessment): Pick<EarlierGrade, 'value' | 'maximum'> {
  return { value: saidIn(value), ...(test ? { maximum: test.maximum } : {}) };
}

/** The same where no mark comes of it: of a rubric, whose criteria stay in the class that was left, the points that it comes to (D54). */
function pointsAlone(grade: Grade, column: Assessment): Pick<EarlierGrade, 'value' | 'maximum'> {
  const { rubric: _levels, ...value } = saidIn(grade.value);
  const filled = pointsOfRubric(column, grade.value);
  const isScore = filled !== undefined && filled.maximum <= field.points.maximum;
  return isScore
    ? { value: { ...value, score: filled.score }, maximum: filled.maximum }
    : valueThere(grade, column);
}

function versionOf(
  around: TakingAlong,
  copy: ReturnType<typeof copyOf>,
  standing: RegisterRecord | undefined,
): readonly NewVersion[] {
  const before = standing?.kind === 'earlierGrade' ? standing : undefined;
  // What was given and taken back before anybody left is no news.
  if (!before && copy.cancelled === true) return [];
  const { leftOut } = before ?? {};
  const wanted = { ...copy, ...(leftOut === undefined ? {} : { leftOut }) };
  return copied(around, wanted, before);
}

function isEarlierGrade(record: RegisterRecord): record is EarlierGrade {
  return record.kind === 'earlierGrade';
}
