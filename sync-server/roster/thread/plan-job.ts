import type { SchoolId } from '../../../domain/base/ids.ts';
import type { ImportOptions } from '../import-roster.ts';
import type { RosterFile } from '../reading/roster-file.ts';
import type { ImportReport } from '../report/import-report.ts';
import type { RefusalCode } from '../report/refusal.ts';

/** What the planning thread is given. */
export interface PlanJob {
  readonly files: readonly RosterFile[];
  readonly options: ImportOptions;
  readonly school: SchoolId;
  /** The records that the school has, as JSON text: copied without being understood. */
  readonly existing: readonly string[];
}

/** How far an import has come. */
export type ImportPhase = 'reading' | 'planning' | 'writing';

/** What the planning thread says. */
export type PlanMessage =
  | { readonly kind: 'phase'; readonly phase: ImportPhase }
  /** Some of the records to write, as JSON text. */
  | { readonly kind: 'changes'; readonly texts: readonly string[] }
  | { readonly kind: 'planned'; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly file: string; readonly value: string };
