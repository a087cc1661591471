import { firstValueFrom } from 'rxjs';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { EntryId, PersonId } from '../../../domain/base/ids.ts';
import { ok, type Result } from '../../../domain/base/result.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import { saidIn } from '../../../domain/grades/said-value.ts';
import type { Grade, SaidValue } from '../../../domain/kinds/grade/record.ts';
import { saidByGrade } from '../../../domain/kinds/grade/write-rights.ts';
import { gradeId } from '../../../domain/record/grade-key.ts';
import { kinds, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { commentFrom } from '../../../domain/school/grading/comment-for-families.ts';
import { gradesIn } from '../../../domain/school/grading/recovery.ts';
import { seenFrom } from '../../../domain/school/grading/seen-by-family.ts';
import type { CommandFailure, Saved } from '../../data/commands/outcome.ts';
import { isOvertaken, takenBackIn, withChanges } from '../../data/commands/take-back.ts';
import type { Version } from '../../data/commands/run.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import type { Register } from '../../data/register.ts';

/** One cell of a gradebook. */
export interface GradeCell {
  readonly assessment: Assessment;
  readonly pupil: PersonId;
}

/** What else a grade may say, beside its value. */
type Beside = Pick<
  Grade,
  | 'comment'
  | 'privateComment'
  | 'weight'
  | 'counts'
  | 'visible'
  | 'embargo'
  | 'recovers'
  | 'objectives'
  | 'absentOnDay'
>;

/** What a writer saw in a cell. */
export type SeenGrade = Pick<Grade, 'value'> & Beside;

/** What is seen of a grade; of an empty cell nothing. */
export function seenIn(grade: SeenGrade | undefined): SeenGrade {
  return grade ?? { value: {} };
}

/** What stands in a cell for whoever has changed it. */
export function seenAfter(seen: SeenGrade, { value = seen.value, ...change }: GradeChange): SeenGrade {
  const { reason: _reason, seen: _seen, ...beside } = change;
  return { ...withChanges(seen, beside), value };
}

/** What is to stand in a cell: what is not named stays, what is named as undefined is taken away. */
export type GradeChange = { readonly [F in keyof Beside]?: Beside[F] | undefined } & {
  /** The whole new value; an empty one cancels the grade (D45). */
  readonly value?: SaidValue;
  /** Why it is changed; needed once the family could see it (D78). */
  readonly reason?: string;
  /** What its writer saw there: what is changed is left alone where something else stands by now. Nothing is compared where the cell was not read. */
  readonly seen?: SeenGrade;
};

/** What a write of a cell resolves to. Its way back has one again, so that what was undone can be done again. */
export interface GradeWritten extends Saved {
  readonly changed: boolean;
  readonly undo: () => Promise<Result<GradeWritten, CommandFailure>>;
}

type Writer = Pick<Register, 'run' | 'records'>;

/**
 * Writes one cell: a grade, a correction with its reason, a comment, a recovery (D45, D56, D78). `reasonMissing` is answered where the family has seen what
 * is changed; `notEnrolled` for a pupil who was not in the class on that day (D48); `changedSince` where somebody has written there since it was seen.
 */
export function writeGrade(
  register: Writer,
  cell: GradeCell,
  change: GradeChange,
): Promise<Result<GradeWritten, CommandFailure>> {
  return write(register, cell, {
    recovers: change.recovers !== undefined,
    next: (current, { entry }) => changedGrade(current, change, entry),
  });
}

/** Cancels what was seen in a cell; its history stays (D45). */
export function cancelGrade(
  register: Writer,
  cell: GradeCell,
  of: Pick<GradeChange, 'seen' | 'reason'>,
): Promise<Result<GradeWritten, CommandFailure>> {
  return writeGrade(register, cell, { ...of, value: {} });
}

/** A cell that was not written, and why. */
export interface RefusedCell {
  readonly cell: GradeCell;
  readonly failure: CommandFailure;
}

/** What a write of many cells resolves to: which were refused, and one way back from all that were written. */
export interface GradesWritten {
  readonly written: number;
  readonly refused: readonly RefusedCell[];
  readonly undo: () => Promise<GradesWritten>;
}

/** Writes many cells as one act, a pasted column for example: those that are refused are named, and the others are taken back together. */
export function writeGrades(
  register: Writer,
  cells: readonly { readonly cell: GradeCell; readonly change: GradeChange }[],
): Promise<GradesWritten> {
  return together(cells.map(({ cell, change }) => ({ cell, run: () => writeGrade(register, cell, change) })));
}

interface CellStep {
  readonly cell: GradeCell;
  readonly run: () => Promise<Result<GradeWritten, CommandFailure>>;
}

async function together(steps: readonly CellStep[]): Promise<GradesWritten> {
  // Given in the same moment: they go to the disk together.
  const done = await Promise.all(steps.map(async ({ cell, run }) => ({ cell, result: await run() })));
  const written = done.flatMap(({ cell, result }) =>
    result.ok && result.value.changed ? [{ cell, run: result.value.undo }] : [],
  );
  const refused = done.flatMap(({ cell, result }) => (result.ok ? [] : [{ cell, failure: result.failure }]));
  return { written: written.length, refused, undo: () => together(written) };
}

function changedGrade(current: Grade, change: GradeChange, entry: EntryId): Grade | 'changedSince' {
  const { value, reason, seen, ...beside } = change;
  const changes = value === undefined ? beside : { ...beside, value };
  const saidNow = { ...current, value: saidIn(current.value) };
  if (seen && isOvertaken(saidNow, { seen: { ...seen, value: saidIn(seen.value) }, changes }))
    return 'changedSince';
  const changed = withChanges(current, beside);
  const said = value ?? saidIn(current.value);
  const isSame = equalJson(saidIn(current.value), said);
  if (isSame && (reason === undefined || equalJson(changed, current))) return changed;
  return { ...changed, value: withReason(said, reason, entry) };
}

function withReason(said: SaidValue, reason: string | undefined, entry: EntryId): Grade['value'] {
  return reason === undefined ? said : { ...said, reason, reasonEntry: entry };
}

interface CellWrite {
  /** Whether it says what the grade recovers: then it is asked what the pupil got beside it (D56). */
  readonly recovers: boolean;
  /** What stood in the cell, where it is put back: the rules of the school may have changed since. */
  readonly back?: Grade | undefined;
  readonly next: (current: Grade, version: Version) => Grade | 'changedSince';
}

async function write(
  register: Writer,
  cell: GradeCell,
  { recovers, back, next }: CellWrite,
): Promise<Result<GradeWritten, CommandFailure>> {
  const { run, records } = register;
  const { assessment, pupil } = cell;
  const pupilGrades = recovers ? await gradesOfPupil(records, cell) : undefined;
  const { day, class: schoolClass } = assessment;
  const writeFacts = (facts: SchoolFacts) => ({
    ...facts.writeFacts(schoolClass, day, pupil),
    assessment,
    ...(pupilGrades ? { pupilGrades: () => pupilGrades } : {}),
    ...(back ? { hasSaid: (said: object) => equalJson(said, saidByGrade(back)) } : {}),
  });
  const done = await run({
    collection: 'grades',
    id: gradeId(assessment.id, pupil),
    members: { class: schoolClass, subject: assessment.subject, kind: 'grade' },
    day,
    writeFacts,
    change({ current }, facts, version) {
      const before = asGrade(current) ?? blankIn(cell, version);
      const said = next(before, version);
      if (said === 'changedSince') return said;
      const wanted = { ...said, day };
      if (equalJson(before, wanted)) return undefined;
      // What the family could see of it until now stays known as such: a later change without a line has to know it, too.
      const { seenFrom: _before, commentFrom: _from, ...rest } = wanted;
      const from = seenFrom(before, assessment, writeFacts(facts).year);
      const seen = from !== undefined && from <= version.recordedAt ? { seenFrom: from } : {};
      return { ...rest, ...seen, ...commentFrom(before, { ...rest, ...version }), ...version };
    },
  });
  if (!done.ok) return done;
  const { entry, recordedAt } = done.value;
  const after = asGrade(done.value.after);
  const before: Grade | undefined = asGrade(done.value.before) ?? (after && kinds.grade.blank(after));
  const isChanged = after !== undefined && before !== undefined && after !== before;
  const undo = () =>
    write(register, cell, {
      recovers: before?.recovers !== undefined,
      back: before,
      next(current, version) {
        if (!isChanged) return current;
        const taken: Grade = takenBackIn(current, { before, after });
        // What is taken back is so for the reason for which it was done.
        const { reason, reasonEntry }: Grade['value'] = after.value;
        return reasonEntry === entry && taken.value.reasonEntry !== entry
          ? { ...taken, value: withReason(saidIn(taken.value), reason, version.entry) }
          : taken;
      },
    });
  return ok({ entry, recordedAt, changed: isChanged, undo });
}

/** What stands in a cell now. */
export async function gradeIn(
  { records }: Pick<Writer, 'records'>,
  { assessment: { id, class: schoolClass, subject }, pupil }: GradeCell,
): Promise<Grade | undefined> {
  const grades = await firstValueFrom(records.find('grade', { class: schoolClass, subject }));
  return grades.find((one) => one.assessment === id && one.pupil === pupil);
}

/** What the pupil of a cell got in its course and has brought into it, as far as a grade in it may recover it. */
async function gradesOfPupil(
  { find }: Writer['records'],
  { assessment: { class: schoolClass, subject }, pupil }: GradeCell,
): Promise<ReturnType<typeof gradesIn>> {
  const course = { class: schoolClass, subject };
  const written = {
    assessments: await firstValueFrom(find('assessment', course)),
    grades: await firstValueFrom(find('grade', course)),
    earlier: await firstValueFrom(find('earlierGrade', course)),
  };
  return gradesIn(written, pupil);
}

function blankIn({ assessment, pupil }: GradeCell, version: Version): Grade {
  const { id, day, class: schoolClass, subject, scale } = assessment;
  return {
    ...version,
    id: gradeId(id, pupil),
    kind: 'grade',
    day,
    class: schoolClass,
    subject,
    scale,
    assessment: id,
    pupil,
    value: {},
  };
}

function asGrade(record: RegisterRecord | undefined): Grade | undefined {
  return record?.kind === 'grade' ? record : undefined;
}
