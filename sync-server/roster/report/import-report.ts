import type { RosterRefusal } from './refusal.ts';
import { REASONS, WARNINGS, reasonText, type ReasonCode, type WarningCode } from './reasons.ts';
import type { ReportLanguage } from './report-language.ts';

/** The kinds of thing a report counts. */
export const REPORT_KINDS = [
  'schools',
  'years',
  'classes',
  'subjects',
  'pupils',
  'guardians',
  'staff',
  'enrolments',
  'assignments',
] as const;
/** A kind of thing a report counts. */
export type ReportKind = (typeof REPORT_KINDS)[number];
/** How many of each kind. */
export type ReportCounts = Readonly<Record<ReportKind, number>>;

/** Where in the files something stands: `row` as the clerk sees it, the header being row 1. */
export interface Place {
  readonly file: string;
  readonly row: number;
  readonly column: string;
}

/** A row, or a part of it, that was not taken. */
export interface Rejection extends Place {
  readonly reason: string;
  readonly reasonCode: ReasonCode;
}

/** Something that was taken but deserves a look. */
export interface Warning extends Place {
  readonly reason: string;
  readonly reasonCode: WarningCode;
}

/** What an import did, or with a dry run would do. */
export interface ImportReport {
  readonly school: string;
  readonly dryRun: boolean;
  readonly created: ReportCounts;
  readonly updated: ReportCounts;
  readonly unchanged: ReportCounts;
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly Warning[];
}

/** Collects what was not taken and what deserves a look. */
export interface Findings {
  readonly reject: (place: Place, code: ReasonCode, value?: string) => void;
  readonly warn: (place: Place, code: WarningCode, value?: string) => void;
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly Warning[];
}

/** Starts an empty collection of findings in a language. */
export function createFindings(language: ReportLanguage): Findings {
  const rejected: Rejection[] = [];
  const warnings: Warning[] = [];
  return {
    reject: ({ file, row, column }, reasonCode, value) => {
      rejected.push({
        file,
        row,
        column,
        reason: reasonText(REASONS[reasonCode], value, language),
        reasonCode,
      });
    },
    warn: ({ file, row, column }, reasonCode, value) => {
      warnings.push({
        file,
        row,
        column,
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
