import { create } from 'zustand';
import type { EntryId, PersonId } from '../../../domain/base/ids.ts';
import type { Result } from '../../../domain/base/result.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { Course } from '../../kinds/assessment/commands.ts';
import type { CommandFailure } from '../../data/commands/outcome.ts';
import type { SaidAct } from '../class-acts/class-act.ts';

/** What a way back came to: an entry like any other, where it is one, and from there the way on, where there is one. */
export interface TakenBack {
  readonly entry?: EntryId | undefined;
  readonly undo?: WayBack | undefined;
}

/** Takes something back, or does again what was taken back. */
export type WayBack = () => Promise<Result<TakenBack, CommandFailure>>;

/** Something that was done in a gradebook: in words, its way back, and in which column. */
export interface GradebookDone extends SaidAct {
  readonly assessment: Assessment['id'];
  readonly undo: WayBack;
}

/** What every dialog of a gradebook is asked with: of which course, and whom it tells. */
interface Asked extends Course {
  /** Told what was done: the page says it, and takes it back. */
  readonly onDone: (done: GradebookDone) => void;
  /** Told when it closes: the focus goes back to where it was opened. */
  readonly onClose?: () => void;
}

/** A new column, or one that is put right. */
export interface AskedAssessment extends Asked {
  readonly form: 'assessment';
  /** The column to put right; else it is a new one. */
  readonly assessment?: Assessment['id'];
}

/** All that one cell says, and has said. */
export interface AskedGrade extends Asked {
  readonly form: 'grade';
  readonly assessment: Assessment['id'];
  readonly pupil: PersonId;
  /** The pupil was absent on the day: what is written then says so (D49). */
  readonly isAbsent?: boolean;
}

/** The grades of a whole class in one test, as a form. */
export interface AskedFilling extends Asked {
  readonly form: 'filling';
  readonly assessment: Assessment['id'];
  /** Whoever stands in the column, in the order of the page. */
  readonly pupils: readonly PersonId[];
  /** Who was absent on the day: what is written of them is asked back (D49). */
  readonly absent?: readonly PersonId[];
}

/** Which dialog of a gradebook is asked for, from whatever page. */
export type GradeFormAsked = AskedAssessment | AskedGrade | AskedFilling;

/** The dialog of a gradebook that is open. */
export const useGradeForm = create<{ readonly asked: GradeFormAsked | undefined }>(() => ({
  asked: undefined,
}));

/** Opens a dialog of a gradebook. */
export function askGradeForm(asked: GradeFormAsked): void {
  useGradeForm.setState({ asked });
}

/** Closes it, if it is still the one that is open, and gives the focus back. */
export function closeGradeForm(asked: GradeFormAsked): void {
  if (useGradeForm.getState().asked !== asked) return;
  useGradeForm.setState({ asked: undefined });
  asked.onClose?.();
}
