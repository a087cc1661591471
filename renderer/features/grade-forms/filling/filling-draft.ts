import type { PersonId } from '../../../../domain/base/ids.ts';
import { absenceOfMark } from '../../../../domain/school/assessing/mark-of-absent.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { isEmptyValue } from '../../../../domain/grades/said-value.ts';
import { isReasonMissing } from '../../../data/commands/outcome.ts';
import {
  seenAfter,
  seenIn,
  type GradeCell,
  type GradeChange,
  type GradesWritten,
  type SeenGrade,
} from '../../../kinds/grade/commands.ts';
import type { MarkRules, MarkWords } from '../../../views/grades/typed-mark.ts';
import {
  draftOfGrade,
  readGradeDraft,
  type GradeDraft,
  type GradeDraftFault,
} from '../details/grade-draft.ts';
import { followed } from '../followed.ts';

/** What is typed for each pupil of a test. */
export type FillingDraft = ReadonlyMap<PersonId, GradeDraft>;

/** The test that is filled in, with what was seen in it. */
export interface FillingOf {
  readonly assessment: Assessment;
  readonly grades: ReadonlyMap<PersonId, SeenGrade>;
  /** Who was absent on the day. */
  readonly absent: readonly PersonId[];
  readonly rules: MarkRules;
  readonly words: MarkWords;
}

/** A cell with what is written in it. */
export interface FilledCell {
  readonly cell: GradeCell;
  readonly change: GradeChange;
  /** It is a mark for somebody who was absent, and not confirmed yet (D49). */
  readonly asksAbsent: boolean;
}

/** What a filled form writes, or what is wrong with it by pupil. */
export interface ReadFilling {
  readonly cells: readonly FilledCell[];
  readonly faults: ReadonlyMap<PersonId, GradeDraftFault>;
}

/** What stands in each cell, to begin from. */
export function fillingDraft(
  pupils: readonly PersonId[],
  { assessment, grades, words }: FillingOf,
): FillingDraft {
  return new Map(pupils.map((pupil) => [pupil, draftOfGrade(assessment, grades.get(pupil), words)]));
}

/** Reads what was typed: a row that is left as it is, empty ones above all, writes nothing (D48). */
export function readFilling(draft: FillingDraft, of: FillingOf): ReadFilling {
  const cells: FilledCell[] = [];
  const faults = new Map<PersonId, GradeDraftFault>();
  for (const [pupil, row] of draft) {
    const grade = of.grades.get(pupil);
    const read = readGradeDraft(row, { ...of, grade });
    if ('faults' in read) {
      const [fault] = Object.values(read.faults);
      if (fault) faults.set(pupil, fault);
      continue;
    }
    const { change } = read;
    const isNothing = !grade && isEmptyValue(change.value ?? {});
    // Whether nothing is in the average is no grade.
    if (Object.keys(change).length > 0 && !isNothing)
      cells.push({ cell: { assessment: of.assessment, pupil }, ...withAbsence(change, grade, of, pupil) });
  }
  return { cells, faults };
}

/**
 * A form that was saved in part. What was written stands now; where a colleague has written meanwhile that is seen, and what was typed waits over it, so that the
 * next press writes what was refused, and nothing of anybody else's unseen.
 */
export function afterSaving(
  { draft, of }: { readonly draft: FillingDraft; readonly of: FillingOf },
  {
    written,
    stand,
  }: {
    readonly written: readonly FilledCell[];
    readonly stand: ReadonlyMap<PersonId, SeenGrade>;
  },
): { readonly draft: FillingDraft; readonly grades: FillingOf['grades'] } {
  const { assessment, grades, words } = of;
  const saved = written.map(({ cell: { pupil }, change }) => {
    return [pupil, seenAfter(seenIn(grades.get(pupil)), change)] as const;
  });
  const rows = [...draft].map(([pupil, row]) => {
    const now = stand.get(pupil);
    const was = draftOfGrade(assessment, grades.get(pupil), words);
    return [pupil, now ? followed(row, { was, now: draftOfGrade(assessment, now, words) }) : row] as const;
  });
  return { draft: new Map(rows), grades: new Map([...grades, ...saved, ...stand]) };
}

/** Whose cells a reason is still owed for once a form was saved in part (D78): for whom it was asked, as long as they are refused, whatever for. */
export function owedAReason(
  owed: ReadonlySet<PersonId>,
  { refused }: Pick<GradesWritten, 'refused'>,
): ReadonlySet<PersonId> {
  const still = refused.filter(({ cell, failure }) => isReasonMissing(failure) || owed.has(cell.pupil));
  return new Set(still.map(({ cell }) => cell.pupil));
}

/** A change with what it says of an absence; what leaves the value as it is says nothing of it. */
function withAbsence(
  change: GradeChange,
  grade: SeenGrade | undefined,
  { absent }: FillingOf,
  pupil: PersonId,
): Pick<FilledCell, 'change' | 'asksAbsent'> {
  if (change.value === undefined) return { change, asksAbsent: false };
  const { asks, absentOnDay } = absenceOfMark(absent.includes(pupil), grade, change.value);
  const isSame = grade?.absentOnDay === absentOnDay;
  return { change: isSame ? change : { ...change, absentOnDay }, asksAbsent: asks };
}
