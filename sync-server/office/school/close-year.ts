import { isPrincipal } from '../../../domain/access/actor.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { schoolYearName, type SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import * as ofOffice from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { FailureReason } from '../../../domain/protocol/failure-reasons.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { actorOf } from '../../school/actor.ts';
import { defineAct } from '../act/define-act.ts';
import { FOR_THE_OFFICE, type OfficeAct } from '../act/office.ts';

/** Closes a school year of which the lessons are over (D198): what is recorded on this day is still taken, and nothing from the next. */
export const closeYear = defineAct(ofOffice.closeYear, () => async (act, { body }) => {
  const shown = yearShown(act, body);
  if (!shown.ok) return shown;
  const year = shown.value;
  if (year.closedOn !== undefined) return refused('yearClosed');
  if (act.today <= year.lessonsTo) return refused('yearUnderWay');
  const closed: SchoolYear = { ...year, closedOn: act.today };
  await act.write([closed]);
  await act.note(act.by, 'yearClosed', { year: schoolYearName(year.startYear) });
  return ok(null);
});

/** Opens a closed school year again: the principal alone, with a reason. */
export const reopenYear = defineAct(ofOffice.reopenYear, () => async (act, { body }) => {
  const actor = actorOf(act.snapshot, act.who, act.at);
  if (!actor || !isPrincipal(actor)) return fail(FOR_THE_OFFICE);
  const shown = yearShown(act, body);
  if (!shown.ok) return shown;
  const { closedOn, ...open } = shown.value;
  if (closedOn === undefined) return refused('changed');
  await act.write([open]);
  const details = { year: schoolYearName(open.startYear), reason: body.reason.trim() };
  await act.note(act.by, 'yearReopened', details);
  return ok(null);
});

/** The school year that was on the screen, if it still stands so. */
function yearShown(
  { snapshot }: Pick<OfficeAct, 'snapshot'>,
  { startYear, seen }: { readonly startYear: number; readonly seen: string },
): Result<SchoolYear, Failure> {
  const year = snapshot.years.get(startYear);
  return year?.entry === seen ? ok(year) : refused('changed');
}

function refused(reason: FailureReason): Result<never, Failure> {
  return fail({ kind: 'notPossible', message: 'The school year cannot be changed so', reason });
}
