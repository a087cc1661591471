import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { SchoolRulesAnswer } from '../../../domain/protocol/endpoints/office-accounts/school-rules.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import * as ofAccounts from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import { operationNames } from '../../../domain/protocol/endpoints/office/operations.ts';
import type { SignInWays } from '../../../domain/protocol/endpoints/session/session.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import { DEFAULT_POLICIES, type SchoolPolicies } from '../../../domain/kinds/school/record.ts';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { DEFAULT_MODE } from '../../../domain/kinds/attendance-day/attendance-mode.ts';
import {
  ATTENDANCE_SETTINGS,
  attendanceIn,
  withAttendance,
  type AttendanceSettings,
} from '../../../domain/school/limits/attendance-settings.ts';
import { areGradingSettings, GRADING_SETTINGS } from '../../../domain/school/grading/grading-settings.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { defineAct } from '../act/define-act.ts';
import { officeOf, type OfficeContext } from '../act/office.ts';
import { changeSchool } from './school-record.ts';

/** What the office decides on access, as it stands. */
export type ReadRules = (who: SignedIn) => Promise<Result<SchoolRulesAnswer, Failure>>;

/** The rules on access are part of the school's policies. */
export function createReadRules(context: OfficeContext): ReadRules {
  return async (who) => {
    const office = await officeOf(context, who, ofAccounts.readRules);
    if (!office.ok) return office;
    const { snapshot, today } = office.value;
    const policies = snapshot.school?.policies ?? DEFAULT_POLICIES;
    return ok(answerOf(policies, modeOn(snapshot, today), context.ways));
  };
}

/** Changes them: a new version of the school's record, in the clerk's name; devices learn of it as of any other. */
export const changeRules = defineAct(ofAccounts.changeRules, ({ ways }) => async (act, { body }) => {
  const { attendanceRules: attendance, gradingRules: grading, ...rules } = body;
  if (grading && !areGradingSettings(grading))
    return fail({ kind: 'badRequest', message: 'Grades that the school does not give' });
  const gradingBefore = act.snapshot.school?.policies.grading ?? {};
  const before = attendanceIn(
    act.snapshot.school?.policies ?? DEFAULT_POLICIES,
    modeOn(act.snapshot, act.today),
  );
  const changed = await changeSchool(act, (record) => {
    const { localPasswordOff = [] } = record.policies;
    // Without a provider nobody else lets them in; what was switched off while there was one may stay, and rests.
    if (ways.provider === null && rules.localPasswordOff?.some((kind) => !localPasswordOff.includes(kind)))
      return fail({ kind: 'notPossible', message: 'There is no provider', reason: 'noProvider' });
    const policies = { ...record.policies, ...rules, ...(grading ? { grading } : {}) };
    return ok({ ...record, policies: attendance ? withAttendance(policies, attendance) : policies });
  });
  if (!changed.ok) return changed;
  const now = attendance ?? before;
  const { mode } = now;
  const year = act.snapshot.years.get(startYearOf(act.today));
  if (mode !== before.mode) {
    if (!year || year.closedOn !== undefined)
      return fail({ kind: 'notPossible', message: 'No year is under way', reason: 'noOpenYear' });
    const changedYear: SchoolYear = { ...year, attendanceMode: mode };
    await act.write([changedYear]);
  }
  const changedGrading = GRADING_SETTINGS.filter(
    (name) => grading !== undefined && !equalJson(gradingBefore[name], grading[name]),
  );
  const other = ATTENDANCE_SETTINGS.filter((name) => !equalJson(before[name], now[name]));
  await act.note(act.by, 'rulesChanged', {
    secondFactorRoles: operationNames('secondFactorRoles', rules.secondFactorRoles),
    studentAccess: rules.studentAccess,
    ...(rules.studentLevelsOff && {
      studentLevelsOff: operationNames('studentLevelsOff', rules.studentLevelsOff),
    }),
    ...(rules.localPasswordOff && {
      localPasswordOff: operationNames('localPasswordOff', rules.localPasswordOff),
    }),
    ...(rules.signingWindow && { signingWindow: rules.signingWindow }),
    ...(rules.beforeHour && { beforeHour: rules.beforeHour }),
    ...(changedGrading.length > 0 && { gradingRules: operationNames('gradingRules', changedGrading) }),
    ...(other.length > 0 && { attendanceRules: operationNames('attendanceRules', other) }),
  });
  return ok(answerOf(changed.value.policies, mode, ways));
});

/** How absences are called on a day (D102). */
function modeOn({ years }: Pick<SchoolSnapshot, 'years'>, day: LocalDate): AttendanceSettings['mode'] {
  return years.get(startYearOf(day))?.attendanceMode ?? DEFAULT_MODE;
}

function answerOf(
  policies: SchoolPolicies,
  mode: AttendanceSettings['mode'],
  { provider }: SignInWays,
): SchoolRulesAnswer {
  const {
    secondFactorRoles = [],
    studentAccess,
    studentLevelsOff = [],
    localPasswordOff = [],
    signingWindow,
    beforeHour = 'closed',
  } = policies;
  return {
    secondFactorRoles,
    studentAccess,
    ...(studentLevelsOff.length > 0 && { studentLevelsOff }),
    localPasswordOff,
    signingWindow,
    beforeHour,
    attendanceRules: attendanceIn(policies, mode),
    gradingRules: policies.grading ?? {},
    provider,
  };
}
