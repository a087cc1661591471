import type { LocalDate } from '../../base/ids.ts';
import type { Assessed } from '../../record/assessed-kind.ts';

/** A column of a gradebook, as far as a grade in it is judged by it. */
export interface AssessedColumn extends Assessed {
  readonly day: LocalDate;
  /** Whether families see it at all, and from which day. */
  readonly visible: boolean;
  readonly embargo?: LocalDate;
  readonly test?: { readonly maximum: number };
  readonly rubric?: {
    readonly criteria: readonly { readonly id: string; readonly levels: readonly unknown[] }[];
  };
  readonly objectives?: readonly { readonly id: string }[];
  /** Given up: no grade is written in it any more. */
  readonly cancelled?: object;
}
