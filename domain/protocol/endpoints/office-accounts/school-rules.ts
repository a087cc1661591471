import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { STAFF_ROLES } from '../../../access/staff-role.ts';
import { BEFORE_HOUR, SIGNING_WINDOWS, STUDENT_LEVELS } from '../../../kinds/school/record.ts';
import { ACCOUNT_KINDS } from '../../../people/username.ts';
import { attendanceSettingsSchema } from '../../../school/limits/attendance-settings.ts';
import { gradingSettingsSchema } from '../../../school/grading/grading-settings.ts';
import { signInWaysSchema } from '../session/session.ts';

const properties = {
  /** Roles that need a second factor. */
  secondFactorRoles: {
    type: 'array',
    items: { type: 'string', enum: STAFF_ROLES },
    uniqueItems: true,
    maxItems: 4,
  },
  /** Which pupils have accounts of their own (S4). */
  studentAccess: { type: 'string', enum: ['off', 'secondaryOnly'] },
  /** Levels whose pupils have none all the same; as before when absent. */
  studentLevelsOff: {
    type: 'array',
    items: { type: 'string', enum: STUDENT_LEVELS },
    uniqueItems: true,
    maxItems: 2,
  },
  /**
   * Kinds of account whose password opens nothing, where the server has a provider of digital identities; as before when absent. Office
   * and principal keep theirs (docs/adr/0010).
   */
  localPasswordOff: {
    type: 'array',
    items: { type: 'string', enum: ACCOUNT_KINDS },
    uniqueItems: true,
    maxItems: 4,
  },
  /** In which time a lesson may be signed (D19); as before when absent. */
  signingWindow: { type: 'string', enum: SIGNING_WINDOWS },
  /** What may be done for an hour that has not begun (D19); as before when absent. */
  beforeHour: { type: 'string', enum: BEFORE_HOUR },
  /** Attendance, justifications and permits, all of it at once; as before when absent. */
  attendanceRules: attendanceSettingsSchema,
  /** How the school assesses, all of it at once; as before when absent. */
  gradingRules: gradingSettingsSchema,
} as const satisfies Readonly<Record<string, JsonSchema>>;

/** `POST /api/office/accounts/rules`: what the office decides on getting in and on the time of writing, a part of the school's policies. */
export const schoolRulesSchema = {
  type: 'object',
  properties,
  required: ['secondFactorRoles', 'studentAccess'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What the office decides on access. */
export type SchoolRules = Infer<typeof schoolRulesSchema>;

/** The answer of `GET` and `POST`: the rules that hold, and the provider that there is. */
export const schoolRulesAnswerSchema = {
  type: 'object',
  properties: { ...properties, provider: signInWaysSchema.properties.provider },
  required: ['secondFactorRoles', 'studentAccess', 'localPasswordOff', 'provider'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The rules that hold, and the provider that there is. */
export type SchoolRulesAnswer = Infer<typeof schoolRulesAnswerSchema>;
