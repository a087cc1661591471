import { firstValueFrom } from 'rxjs';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import { instantToMilliseconds, type ClassId, type SubjectId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { uuidV7 } from '../../../domain/base/uuid-v7.ts';
import { nextSerial } from '../../../domain/grades/serials.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import { isEmptyValue } from '../../../domain/grades/said-value.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import type { StoppedAct } from '../../data/commands/one-act.ts';
import type { CommandFailure, Saved } from '../../data/commands/outcome.ts';
import { takenBackIn, withChanges } from '../../data/commands/take-back.ts';
import type { Version } from '../../data/commands/run.ts';
import type { Register } from '../../data/register.ts';
import { whyNotMovedHere } from './not-assessed.ts';

/** One subject in one class. */
export interface Course {
  readonly schoolClass: ClassId;
  readonly subject: SubjectId;
}

/** What may be said of a column, also later; its day is moved with its grades. */
type Said = Pick<
  Assessment,
  'topic' | 'comment' | 'weight' | 'counts' | 'visible' | 'embargo' | 'test' | 'rubric' | 'objectives'
>;

/** What a new column needs: the rest is as it usually is. */
export type NewAssessment = Pick<Assessment, 'day' | 'type'> &
  Partial<Said> &
  Pick<Partial<Assessment>, 'group'>;

/** What is changed of a column: what is not named stays, what is named as undefined is taken away. */
export type AssessmentChange = { readonly [F in keyof Said]?: Said[F] | undefined };

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
  const { topic = '', comment = '', weight = 100, counts = true, visible = true } = said;
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

/** Changes what is said of a column, and of all its grades that say nothing else of it; needs a reason where families have seen one and it comes to something else (D78). */
export function changeAssessment(
  register: Writer,
  assessment: Assessment,
  change: AssessmentChange,
  reason?: string,
): Outcome {
  return write(
    register,
    assessment,
    (current, { entry }) =>
      current && withChanges(current, { ...change, ...(reason ? { correction: { reason, entry } } : {}) }),
  );
}

/** Gives a column up with its grades; needs a reason where families have seen it (D78). */
export function cancelAssessment(register: Writer, assessment: Assessment, reason = ''): Outcome {
  return write(register, assessment, (current) => current && { ...current, cancelled: { reason } });
}

/**
 * Moves a column to another day or type: its grades go with it (D48). A pupil who was not in the class or its group on that day keeps all of it where it is, and is named.
 *
 * @param grades those of the column
 */
export async function moveAssessment(
  register: Writer,
  assessment: Assessment,
  grades: readonly Grade[],
  to: Pick<Assessment, 'day' | 'type'>,
): Promise<Result<AssessmentWritten, StoppedAct>> {
  const { class: schoolClass, subject } = assessment;
  const facts = await firstValueFrom(register.records.facts$);
  for (const { pupil, value } of grades) {
    const reason = isEmptyValue(value) ? undefined : whyNotMovedHere(facts, assessment, pupil, to.day);
    if (reason) return fail({ failure: { kind: 'refused', reason }, pupil });
  }
  const isSamePlace = to.day === assessment.day && to.type === assessment.type;
  const serial = isSamePlace ? assessment.serial : await freeSerial(register, { schoolClass, subject }, to);
  const place = { day: to.day, type: to.type, serial };
  const moved = await write(
    register,
    { ...assessment, day: to.day },
    (current) => current && { ...current, ...place },
  );
  return moved.ok ? moved : fail({ failure: moved.failure, pupil: undefined });
}

async function freeSerial(
  { records }: Pick<Writer, 'records'>,
  { schoolClass, subject }: Course,
  place: Pick<Assessment, 'day' | 'type'>,
): Promise<number> {
  const columns = await firstValueFrom(records.find('assessment', { class: schoolClass, subject }));
  return nextSerial(columns, place);
}

/** Which column is written, and on which day it stands then. */
type Column = Pick<Assessment, 'id' | 'class' | 'subject' | 'day'>;

async function write(
  register: Writer,
  column: Column,
  next: (current: Assessment | undefined, version: Version, facts: WriteFacts) => Assessment | undefined,
): Outcome {
  const { id, class: schoolClass, subject, day } = column;
  const ofCourse = await firstValueFrom(register.records.find('grade', { class: schoolClass, subject }));
  const assessed = ofCourse.filter(({ assessment }) => assessment === id);
  const done = await register.run({
    collection: 'grades',
    id,
    members: { class: schoolClass, subject, kind: 'assessment' },
    day,
    writeFacts: (facts) => ({ ...facts.writeFacts(schoolClass, day), assessed }),
    change({ current }, facts, version) {
      const before = asAssessment(current);
      const wanted = next(before, version, facts.writeFacts(schoolClass, day));
      return !wanted || equalJson(before, wanted) ? undefined : { ...wanted, ...version };
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
      const { correction } = after;
      return correction?.entry === entry && taken.correction?.entry !== entry
        ? { ...taken, correction: { ...correction, entry: version.entry } }
        : taken;
    });
  return ok({ entry, recordedAt, assessment: after, undo });
}

function asAssessment(record: RegisterRecord | undefined): Assessment | undefined {
  return record?.kind === 'assessment' ? record : undefined;
}
