import type {
  Finding,
  ImportReport as Wire,
  ReportKind,
} from '../../../domain/protocol/endpoints/office/import-report.ts';
import type { RosterRefusal } from './refusal.ts';
import { REASONS, WARNINGS, reasonText, type ReasonCode, type WarningCode } from './reasons.ts';
import type { ReportLanguage, Texts } from './report-language.ts';

/** How many of each kind. */
export type ReportCounts = Wire['created'];

/** Where in the files something stands: `row` as the clerk sees it, the header being row 1. */
export type Place = Pick<Finding, 'file' | 'row' | 'column'>;

/** A place that a finding names: a column that the file does not have is named in words. */
export interface PlaceInWords extends Place {
  readonly inWords?: Texts;
}

/** A row, or a part of it, that was not taken. */
export interface Rejection extends Finding {
  readonly reasonCode: ReasonCode;
}

/** Something that was taken but deserves a look. */
export interface Warning extends Finding {
  readonly reasonCode: WarningCode;
}

/** What an import did, or with a dry run would do. */
export interface ImportReport extends Wire {
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly Warning[];
}

/** Collects what was not taken and what deserves a look. */
export interface Findings {
  readonly reject: (place: PlaceInWords, code: ReasonCode, value?: string | Texts) => void;
  readonly warn: (place: PlaceInWords, code: WarningCode, value?: string | Texts) => void;
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly Warning[];
}

/** Starts an empty collection of findings in a language. */
export function createFindings(language: ReportLanguage): Findings {
  const rejected: Rejection[] = [];
  const warnings: Warning[] = [];
  const columnIn = ({ column, inWords }: PlaceInWords) => column || (inWords?.[language] ?? '');
  return {
    reject: (place, reasonCode, value) => {
      const { file, row } = place;
      rejected.push({
        file,
        row,
        column: columnIn(place),
        reason: reasonText(REASONS[reasonCode], value, language),
        reasonCode,
      });
    },
    warn: (place, reasonCode, value) => {
      const { file, row } = place;
      warnings.push({
        file,
        row,
        column: columnIn(place),
        reason: reasonText(WARNINGS[reasonCode], value, language),
        reasonCode,
      });
    },
    rejected,
    warnings,
  };
}

/** What an import reports that was refused as a whole: nothing of any kind, and why. */
export function refusedReport(refusal: RosterRefusal, language: ReportLanguage) {
  const { code, file } = refusal;
  const nothing = { created: noCounts(), updated: noCounts(), unchanged: noCounts(), rejected: [] };
  return { ...nothing, refused: { file, reason: refusal.text(language), reasonCode: code } };
}

/** Counts of nothing. */
export function noCounts(): Record<ReportKind, number> {
  return {
    schools: 0,
    years: 0,
    classes: 0,
    subjects: 0,
    pupils: 0,
    guardians: 0,
    staff: 0,
    enrolments: 0,
    assignments: 0,
  };
}
