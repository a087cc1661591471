import type { Infer, JsonSchema } from '../../base/schema.ts';
import { ATTENDANCE_MODES } from '../../kinds/school-year/record.ts';
import { schoolPoliciesSchema, type SchoolPolicies } from '../../kinds/school/record.ts';

const {
  shortLateMinutes,
  entriesPerDay,
  exitsPerDay,
  absenceRounding,
  assistedStudyCounts,
  shortLatesPerPeriod,
  daysBack,
  justification,
} = schoolPoliciesSchema.properties;

/** What a school decides on attendance, justifications and permits; what is not said has no limit, or is what each rule says by itself. */
export const attendanceSettingsSchema = {
  type: 'object',
  properties: {
    /** How absences are called in the school year of today (D102). */
    mode: { type: 'string', enum: ATTENDANCE_MODES },
    shortLateMinutes,
    entriesPerDay,
    exitsPerDay,
    absenceRounding,
    assistedStudyCounts,
    shortLatesPerPeriod,
    daysBack,
    justification,
  },
  required: ['mode', 'shortLateMinutes', 'entriesPerDay', 'exitsPerDay'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What a school decides on attendance. */
export type AttendanceSettings = Infer<typeof attendanceSettingsSchema>;

/** One thing that it decides. */
export type AttendanceSetting = keyof AttendanceSettings;

/** All of them, in the order in which they stand. */
export const ATTENDANCE_SETTINGS = [
  'mode',
  'shortLateMinutes',
  'shortLatesPerPeriod',
  'entriesPerDay',
  'exitsPerDay',
  'daysBack',
  'absenceRounding',
  'assistedStudyCounts',
  'justification',
] as const satisfies readonly AttendanceSetting[];

/** Policies with other settings of attendance: one that is not said is taken out. The mode is the school year's. */
export function withAttendance(
  policies: SchoolPolicies,
  { mode: _mode, ...said }: AttendanceSettings,
): SchoolPolicies {
  const {
    absenceRounding: _rounding,
    assistedStudyCounts: _study,
    shortLatesPerPeriod: _lates,
    daysBack: _back,
    justification: _justification,
    ...others
  } = policies;
  return { ...others, ...said };
}

/** The settings of attendance among the policies of a school. */
export function attendanceIn(policies: SchoolPolicies, mode: AttendanceSettings['mode']): AttendanceSettings {
  const said = ATTENDANCE_SETTINGS.flatMap((name) => {
    const value = name === 'mode' ? mode : policies[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // Each name with what the policies have for it, and those that must be there among them.
  return Object.fromEntries(said) as unknown as AttendanceSettings;
}
