import { firstValueFrom } from 'rxjs';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import {
  instantToMilliseconds,
  type ClassId,
  type LocalDate,
  type SubjectId,
} from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { uuidV7 } from '../../../domain/base/uuid-v7.ts';
import { USUAL_WEIGHT } from '../../../domain/grades/counted-grades.ts';
import { nextSerial } from '../../../domain/grades/serials.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import { isReason } from '../../../domain/grades/said-value.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { commentFrom } from '../../../domain/school/grading/comment-for-families.ts';
import { showsSince } from '../../../domain/school/grading/shows-since.ts';
import { recoveriesOf, whyNotTakenUp } from '../../../domain/school/grading/recovery.ts';
import { unmakes } from '../../../domain/school/grading/way-of-assessing.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import type { StoppedAct } from '../../data/commands/one-act.ts';
import type { CommandFailure, Saved } from '../../data/commands/outcome.ts';
import { isOvertaken, takenBackIn, withChanges } from '../../data/commands/take-back.ts';
import type { Version } from '../../data/commands/run.ts';
import type { Register } from '../../data/register.ts';
import { keptGrades, type CourseRecords } from './kept-grades.ts';

/** One subject in one class. */
export interface Course {
  readonly schoolClass: ClassId;
  readonly subject: SubjectId;
}

/** What may be said of a column, also later. */
type Said = Pick<
  Assessment,
  'topic' | 'comment' | 'weight' | 'counts' | 'visible' | 'embargo' | 'test' | 'rubric' | 'objectives'
>;

/** What a new column needs: the rest is as it usually is. */
export type NewAssessment = Place & Partial<Said> & Pick<Partial<Assessment>, 'group'>;

/** What is changed of a column: what is not named stays, what is named as undefined is taken away. To another day its grades go with it (D48). */
export type AssessmentChange = { readonly [F in keyof Said]?: Said[F] | undefined } & Partial<Place>;

/** Where a column stands. */
type Place = Pick<Assessment, 'day' | 'type'>;

/** What a write of a column resolves to: the column as it stands. Its way back has one again. */
export interface AssessmentWritten extends Saved {
  readonly assessment: Assessment;
  readonly undo: () => Promise<Result<AssessmentWritten, CommandFailure>>;
}

type Writer = Pick<Register, 'run' | 'records' | 'now'>;
type Outcome = Promise<Result<AssessmentWritten, CommandFailure>>;

/** Makes a column of one's own, the next of its type and day (D47); its way back gives it up. */
export async function makeAssessment(register: Writer, course: Course, said: NewAssessment): Outcome {
  const { schoolClass, subject } = course;
  const { day, type, group } = said;
  const id = uuidV7(instantToMilliseconds(register.now()), crypto.getRandomValues(new Uint8Array(10)));
  const serial = await freeSerial(register, course, said);
  const { topic = '', comment = '', weight = USUAL_WEIGHT, counts = true, visible = true } = said;
  const { embargo, test, rubric, objectives } = said;
  const beside = withChanges({}, { group, embargo, test, rubric, objectives });
  const made = await write(register, { id, class: schoolClass, subject, day }, (current, version, facts) => {
    if (current) return undefined;
    const scale = facts.scaleOf?.(subject) ?? 'tenths';
    const rest = { topic, comment, weight, counts, visible, ...beside };
    return {
      ...version,
      id,
      kind: 'assessment',
      day,
      class: schoolClass,
      subject,
      teacher: version.author,
      type,
      serial,
      scale,
      ...rest,
    };
  });
  if (!made.ok) return made;
  return ok({ ...made.value, undo: () => cancelAssessment(register, made.value.assessment) });
}

/**
 * Changes a column in one act: what is said of it, and of all its grades that say nothing else of it, and where it stands. Needs a reason where families have seen
 * a grade and it comes to something else (D78). A pupil whose grade cannot go to the new day keeps all of it as it is, and is named (D48, D56). What somebody
 * else has changed of it since is left alone: then it is refused as `changedSince`.
 *
 * @param assessment as its writer saw it
 */
export async function changeAssessment(
  register: Writer,
  assessment: Assessment,
  change: AssessmentChange,
  reason?: string,
): Promise<Result<AssessmentWritten, StoppedAct>> {
  const { class: schoolClass, subject } = assessment;
  const { day = assessment.day, type = assessment.type } = change;
  const isMoved = day !== assessment.day || type !== assessment.type;
  const kept = isMoved ? await whoIsKept(register, assessment, day) : undefined;
  if (kept) return fail(kept);
  const place = isMoved
    ? { day, type, serial: await freeSerial(register, { schoolClass, subject }, { day, type }) }
    : {};
  const changed = await write(register, { ...assessment, day }, (current, { entry }) => {
    if (!current) return undefined;
    if (isOvertaken(current, { seen: assessment, changes: change })) return 'changedSince';
    const correction = reason ? { correction: { reason, entry } } : {};
    return withChanges(current, { ...change, ...place, ...correction });
  });
  return changed.ok ? changed : fail({ failure: changed.failure, pupil: undefined });
}

/** How a column stands now. */
export async function columnIn(
  { records }: Pick<Writer, 'records'>,
  { id, class: schoolClass, subject }: Column,
): Promise<Assessment | undefined> {
  const columns = await firstValueFrom(records.find('assessment', { class: schoolClass, subject }));
  return columns.find((one) => one.id === id);
}

/** The first pupil whose grade cannot go to another day with its column, and why. */
async function whoIsKept(
  { records }: Pick<Writer, 'records'>,
  column: Assessment,
  to: LocalDate,
): Promise<StoppedAct | undefined> {
  const facts = await firstValueFrom(records.facts$);
  const [kept] = keptGrades({ facts, ...(await courseOf(records, column)) }, column, to);
  return kept && { failure: { kind: 'refused', reason: kept.reason }, pupil: kept.pupil };
}

/** Gives a column up with its grades; needs a reason where families have seen it (D78). */
export function cancelAssessment(register: Writer, assessment: Assessment, reason = ''): Outcome {
  return write(register, assessment, (current) => current && { ...current, cancelled: { reason } });
}

/** What was written down in the course of a column, and what its pupils have brought along. */
async function courseOf(
  records: Writer['records'],
  { class: schoolClass, subject }: Pick<Assessment, 'class' | 'subject'>,
): Promise<CourseRecords> {
  const course = { class: schoolClass, subject };
  return {
    assessments: await firstValueFrom(records.find('assessment', course)),
    grades: await firstValueFrom(records.find('grade', course)),
    earlier: await firstValueFrom(records.find('earlierGrade', course)),
  };
}

async function freeSerial(
  { records }: Pick<Writer, 'records'>,
  { schoolClass, subject }: Course,
  place: Place,
): Promise<number> {
  const columns = await firstValueFrom(records.find('assessment', { class: schoolClass, subject }));
  return nextSerial(columns, place);
}

/** Which column is written, and on which day it stands then. */
type Column = Pick<Assessment, 'id' | 'class' | 'subject' | 'day'>;

async function write(
  register: Writer,
  column: Column,
  next: (
    current: Assessment | undefined,
    version: Version,
    facts: WriteFacts,
  ) => Assessment | 'changedSince' | undefined,
): Outcome {
  const { id, class: schoolClass, subject, day } = column;
  const course = await courseOf(register.records, column);
  const assessed = course.grades.filter(({ assessment }) => assessment === id);
  const recoveries = recoveriesOf(id, course);
  const done = await register.run({
    collection: 'grades',
    id,
    members: { class: schoolClass, subject, kind: 'assessment' },
    day,
    writeFacts: (facts) => ({
      ...facts.writeFacts(schoolClass, day),
      columns: () => course.assessments.length,
      assessed,
      recoveries,
      whyNotTakenUp: () => whyNotTakenUp(id, course),
    }),
    change({ current }, facts, version) {
      const before = asAssessment(current);
      const wanted = next(before, version, facts.writeFacts(schoolClass, day));
      if (wanted === 'changedSince') return wanted;
      if (!wanted || equalJson(before, wanted)) return undefined;
      // Also of a column of which the server has not heard: it would refuse the grades then.
      if (before && assessed.some(({ value }) => unmakes(value, before, wanted))) return 'alreadyAssessed';
      const { commentFrom: _before, showsSince: _since, ...rest } = wanted;
      const said = { ...rest, ...version };
      return { ...said, ...commentFrom(before, said), ...showsSince(before, rest, version.recordedAt) };
    },
  });
  if (!done.ok) return done;
  const { entry, recordedAt } = done.value;
  const [before, after] = [asAssessment(done.value.before), asAssessment(done.value.after)];
  if (!after) return fail({ kind: 'refused', reason: 'invalid' });
  const back = { ...column, day: before?.day ?? day };
  const undo = () =>
    write(register, back, (current, version) => {
      if (!current || !before) return undefined;
      const taken = takenBackIn(current, { before, after });
      // What is taken back is so for the reason for which it was done.
      const reason = after.correction?.entry === entry ? after.correction.reason : givenUpFor(before, after);
      return isReason(reason) && taken.correction?.entry !== entry
        ? { ...taken, correction: { reason, entry: version.entry } }
        : taken;
    });
  return ok({ entry, recordedAt, assessment: after, undo });
}

/** Why a column was given up, where that was done. */
function givenUpFor(before: Assessment, after: Assessment): string | undefined {
  return before.cancelled ? undefined : after.cancelled?.reason;
}

function asAssessment(record: RegisterRecord | undefined): Assessment | undefined {
  return record?.kind === 'assessment' ? record : undefined;
}
