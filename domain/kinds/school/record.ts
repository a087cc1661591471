import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';
import { STAFF_ROLES } from '../../access/staff-role.ts';
import { gradingPoliciesSchema } from './grading-policies.ts';
import { justificationPoliciesSchema } from './justification-policies.ts';

/** Levels of school; scale and rules of attendance depend on them. */
export const SCHOOL_LEVELS = ['primary', 'lowerSecondary', 'upperSecondary'] as const;
/** One level of school: primaria, secondaria di I grado, secondaria di II grado. */
export type SchoolLevel = (typeof SCHOOL_LEVELS)[number];

/** When a lesson may still be signed and its roll call written (D19); the recorded time decides, never the arrival. */
export const SIGNING_WINDOWS = ['free', 'sameDay', 'duringHour'] as const;

/** The levels whose pupils may have accounts of their own. */
export const STUDENT_LEVELS = ['lowerSecondary', 'upperSecondary'] as const;
/** What may be done for an hour that has not begun: only prepared, or signed and called on the same day too (D19). */
export const BEFORE_HOUR = ['closed', 'sameDay'] as const;

/** How the absent part of an hour is rounded: down to half a unit (D10), or to the nearest whole one, half a one being the next. */
export const ABSENCE_ROUNDINGS = ['halfDown', 'nearestWhole'] as const;
/** One of them. */
export type AbsenceRounding = (typeof ABSENCE_ROUNDINGS)[number];
/** What a school rounds by that has not chosen. */
export const DEFAULT_ROUNDING: AbsenceRounding = 'halfDown';

/** The kinds of account of `domain/people/username.ts`, which is above this folder. */
const PASSWORD_KINDS = ['staff', 'firstGuardian', 'secondGuardian', 'student'] as const;

/** School-wide choices that the rules read. */
export const schoolPoliciesSchema = {
  type: 'object',
  properties: {
    /** Window in which a lesson may be signed. Default `free`: late entries are marked with their delay. */
    signingWindow: { type: 'string', enum: SIGNING_WINDOWS },
    /** Whether an hour of today may be signed, and its roll confirmed, before it begins (D19). Absent: `closed`. */
    beforeHour: { type: 'string', enum: BEFORE_HOUR },
    /** Minutes from the start of the first hour within which a late entry is short and needs no justification (D9). */
    shortLateMinutes: { type: 'integer', minimum: 0, maximum: 60 },
    /** Beyond how many late entries and early exits of one day the register warns; more are never refused (D8). */
    entriesPerDay: { type: 'integer', minimum: 1, maximum: 5 },
    exitsPerDay: { type: 'integer', minimum: 1, maximum: 5 },
    /** How hours of absence are rounded; printed wherever they are (D10). Absent: `halfDown`. */
    absenceRounding: { type: 'string', enum: ABSENCE_ROUNDINGS },
    /** Whether the religion hour counts for pupils who study under a teacher in it (D94). Absent: it does not. */
    assistedStudyCounts: { type: 'boolean' },
    /** How many short lates of a period stay short: the next is an ordinary one (D103). Absent: all of them. */
    shortLatesPerPeriod: { type: 'integer', minimum: 1, maximum: 100 },
    /** How many days back a teacher may still write a pupil's day (D107). Absent: without limit. */
    daysBack: { type: 'integer', minimum: 0, maximum: 365 },
    /** What the school asks of justifications and permits; absent: what {@link justificationPoliciesSchema} says of each. */
    justification: justificationPoliciesSchema,
    /** How the school assesses; absent: what {@link gradingPoliciesSchema} says of each. */
    grading: gradingPoliciesSchema,
    /** Which pupils have accounts of their own (S4). */
    studentAccess: { type: 'string', enum: ['off', 'secondaryOnly'] },
    /** Levels whose pupils have none all the same; none where absent. */
    studentLevelsOff: { type: 'array', items: { type: 'string', enum: STUDENT_LEVELS }, uniqueItems: true },
    /** Minutes without input after which the app locks itself. */
    idleLockMinutes: { type: 'integer', minimum: 1, maximum: 120 },
    /** Roles of the staff that sign in with a second factor. */
    secondFactorRoles: { type: 'array', items: { type: 'string', enum: STAFF_ROLES }, uniqueItems: true },
    /** Kinds of account that sign in through the school's identity provider alone, where there is one. */
    localPasswordOff: { type: 'array', items: { type: 'string', enum: PASSWORD_KINDS }, uniqueItems: true },
  },
  required: [
    'signingWindow',
    'shortLateMinutes',
    'entriesPerDay',
    'exitsPerDay',
    'studentAccess',
    'idleLockMinutes',
  ],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** School-wide choices that the rules read. */
export type SchoolPolicies = Infer<typeof schoolPoliciesSchema>;

/** What a school starts with until its office chooses otherwise. */
export const DEFAULT_POLICIES: SchoolPolicies = {
  signingWindow: 'free',
  shortLateMinutes: 10,
  entriesPerDay: 1,
  exitsPerDay: 1,
  studentAccess: 'secondaryOnly',
  idleLockMinutes: 10,
};

/** Istituto scolastico: codes, levels, contacts, policies. One per school; the two codes are never derived from each other. */
export const schoolSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'school' },
    name: field.name,
    /** Codice meccanografico, ten characters (D5); empty when the office has not given it yet. */
    ministryCode: { type: 'string', pattern: '^([A-Z]{2}[A-Z0-9]{8})?$', maxLength: 10 },
    levels: { type: 'array', items: { type: 'string', enum: SCHOOL_LEVELS }, minItems: 1, uniqueItems: true },
    city: field.shortText,
    address: field.shortText,
    phone: field.shortText,
    email: field.shortText,
    website: field.shortText,
    policies: schoolPoliciesSchema,
  },
  required: [
    ...envelopeRequired,
    'name',
    'ministryCode',
    'levels',
    'city',
    'address',
    'phone',
    'email',
    'policies',
  ],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Istituto scolastico. */
export type School = Infer<typeof schoolSchema>;

/** Key of the one school record. */
export const SCHOOL_RECORD_ID = 'school';
