import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { SchoolRulesAnswer } from '../../../domain/protocol/endpoints/office-accounts/school-rules.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import * as ofAccounts from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import { operationNames } from '../../../domain/protocol/endpoints/office/operations.ts';
import type { SignInWays } from '../../../domain/protocol/endpoints/session/session.ts';
import { DEFAULT_POLICIES, type SchoolPolicies } from '../../../domain/kinds/school/record.ts';
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
    return ok(answerOf(office.value.snapshot.school?.policies ?? DEFAULT_POLICIES, context.ways));
  };
}

/** Changes them: a new version of the school's record, in the clerk's name; devices learn of it as of any other. */
export const changeRules = defineAct(ofAccounts.changeRules, ({ ways }) => async (act, { body: rules }) => {
  const changed = await changeSchool(act, (record) => {
    const { localPasswordOff = [] } = record.policies;
    // Without a provider nobody else lets them in; what was switched off while there was one may stay, and rests.
    if (ways.provider === null && rules.localPasswordOff?.some((kind) => !localPasswordOff.includes(kind)))
      return fail({ kind: 'notPossible', message: 'There is no provider', reason: 'noProvider' });
    return ok({ ...record, policies: { ...record.policies, ...rules } });
  });
  if (!changed.ok) return changed;
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
  });
  return ok(answerOf(changed.value.policies, ways));
});

function answerOf(
  {
    secondFactorRoles = [],
    studentAccess,
    studentLevelsOff = [],
    localPasswordOff = [],
    signingWindow,
    beforeHour = 'closed',
  }: SchoolPolicies,
  { provider }: SignInWays,
): SchoolRulesAnswer {
  return {
    secondFactorRoles,
    studentAccess,
    ...(studentLevelsOff.length > 0 && { studentLevelsOff }),
    localPasswordOff,
    signingWindow,
    beforeHour,
    provider,
  };
}
