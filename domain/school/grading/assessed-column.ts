import type { ClassId, Instant, LocalDate, PersonId, SubjectId } from '../../base/ids.ts';
import { USUAL_WEIGHT } from '../../grades/counted-grades.ts';
import type { Assessed } from '../../record/assessed-kind.ts';

/** A column of a gradebook, as far as a grade in it is judged by it. */
export interface AssessedColumn extends Assessed {
  readonly day: LocalDate;
  /** Of which group of the class it is (D204); of all who have the subject where it says none. */
  readonly group?: string;
  /** Whether families see it at all, and from which day. */
  readonly visible: boolean;
  readonly embargo?: LocalDate;
  /** Since when it shows its grades as it does: what it hid before was not seen before. */
  readonly showsSince?: Instant;
  readonly test?: { readonly maximum: number };
  readonly rubric?: {
    readonly criteria: readonly { readonly id: string; readonly levels: readonly unknown[] }[];
  };
  readonly objectives?: readonly { readonly id: string; readonly name: string }[];
  /** Given up: no grade is written in it any more. */
  readonly cancelled?: object;
}

/** What of a grade is as its column assesses: a mark, in a number or a word, a score or the filled rubric. */
export interface GivenMark {
  readonly quarters?: number;
  readonly level?: string;
  readonly score?: number;
  readonly rubric?: readonly { readonly criterion: string; readonly level: number }[];
  readonly event?: string;
}

/** A grade that stands, as far as another record is judged by it. */
export interface AssessedGrade {
  readonly day: LocalDate;
  readonly class: ClassId;
  readonly subject: SubjectId;
  readonly pupil: PersonId;
  readonly recordedAt: Instant;
  readonly receivedAt?: Instant;
  readonly seenFrom?: Instant;
  readonly value: GivenMark;
  readonly objectives?: readonly { readonly objective: string }[];
  readonly visible?: boolean;
  readonly embargo?: LocalDate;
}

/** What a column says of all its grades, and each grade may say otherwise of itself (D58, D76). */
interface SaidOfGrades {
  readonly weight: number;
  readonly counts: boolean;
  readonly visible: boolean;
  readonly embargo?: LocalDate;
}

/** What is so of a grade: what it does not say its column says, and what neither says is as it usually is. */
export function asColumnSays(
  grade: Partial<SaidOfGrades> | undefined,
  column: Partial<SaidOfGrades> | null | undefined,
): SaidOfGrades {
  const embargo = grade?.embargo ?? column?.embargo;
  return {
    weight: grade?.weight ?? column?.weight ?? USUAL_WEIGHT,
    counts: grade?.counts ?? column?.counts ?? true,
    visible: grade?.visible ?? column?.visible ?? true,
    ...(embargo === undefined ? {} : { embargo }),
  };
}
