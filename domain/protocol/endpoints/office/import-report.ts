import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';

/** The kinds of thing a report of an import counts. */
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

const count = { type: 'integer', minimum: 0 } as const satisfies JsonSchema;
/** How many of each kind. */
const countsSchema = {
  type: 'object',
  // The cast: `fromEntries` forgets which names it was given.
  properties: Object.fromEntries(REPORT_KINDS.map((kind) => [kind, count])) as Readonly<
    Record<ReportKind, typeof count>
  >,
  required: REPORT_KINDS,
  additionalProperties: false,
} as const satisfies JsonSchema;

/** A row, or a part of it, that was not taken or deserves a look; `row` as the clerk sees it, the header being row 1. */
const findingSchema = {
  type: 'object',
  properties: {
    file: { type: 'string' },
    row: { type: 'integer' },
    column: { type: 'string' },
    /** In the language of the report. */
    reason: { type: 'string' },
    /** Names the reason for other programs. */
    reasonCode: { type: 'string' },
  },
  required: ['file', 'row', 'column', 'reason', 'reasonCode'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** `POST /api/office/roster/import`: what an import did, or with a dry run would do. */
export const importReportSchema = {
  type: 'object',
  properties: {
    school: field.shortText,
    dryRun: { type: 'boolean' },
    created: countsSchema,
    updated: countsSchema,
    unchanged: countsSchema,
    rejected: { type: 'array', items: findingSchema },
    warnings: { type: 'array', items: findingSchema },
  },
  required: ['school', 'dryRun', 'created', 'updated', 'unchanged', 'rejected', 'warnings'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What an import did. */
export type ImportReport = Infer<typeof importReportSchema>;
/** A finding of an import. */
export type Finding = Infer<typeof findingSchema>;
