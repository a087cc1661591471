import { toInstant, type ClassId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import { schoolYearName, type SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import * as ofOffice from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import { frozenAfter } from '../../../domain/school/grading/frozen-after.ts';
import { holdsAfter } from '../../../domain/school/grading/held-back.ts';
import type { FailureReason } from '../../../domain/protocol/failure-reasons.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { defineAct } from '../act/define-act.ts';
import type { OfficeAct } from '../act/office.ts';

/** A period of a school year, in one class or in all of them. */
interface Term {
  readonly startYear: number;
  readonly seen: string;
  readonly period: number;
  readonly class?: ClassId;
}

/**
 * Closes a period for what is assessed in it, or opens it again (D24, D28): until there are term meetings in the register, the office says when one has been
 * opened. Entries of the period are refused from then on, and stay with whoever wrote them.
 */
export const freezePeriod = defineAct(ofOffice.freezePeriod, () => async (act, { body }) => {
  const shown = termShown(act, body);
  if (!shown.ok) return shown;
  const { year, details } = shown.value;
  const before = year.frozen ?? [];
  const classes = act.snapshot.classesOfYear(body.startYear).map(({ id }) => id);
  const frozen = frozenAfter(before, body, classes);
  if (frozen === undefined) return refused('changed');
  const { frozen: _before, ...rest } = year;
  const changed: SchoolYear = frozen.length === 0 ? rest : { ...rest, frozen: [...frozen] };
  await act.write([changed]);
  const { councilUntil } = body;
  await act.note(act.by, body.frozen ? 'periodFrozen' : 'periodUnfrozen', {
    ...details,
    ...(body.frozen && councilUntil !== undefined ? { councilUntil } : {}),
  });
  return ok(null);
});

/**
 * Holds back from families what is assessed in a period until a day, that of the meetings with them for example (D76); or does so no more. What has ended stays in
 * the year: until then they have seen nothing (D78).
 */
export const holdGrades = defineAct(ofOffice.holdGrades, () => async (act, { body }) => {
  const shown = termShown(act, body);
  if (!shown.ok) return shown;
  const { year, details } = shown.value;
  const heldBack = holdsAfter(year.heldBack ?? [], body, toInstant(act.at));
  if (!heldBack) return refused('changed');
  const changed: SchoolYear = { ...year, heldBack: [...heldBack] };
  await act.write([changed]);
  const { until } = body;
  const isHeld = until !== undefined && until > act.today;
  await act.note(act.by, isHeld ? 'gradesHeldBack' : 'gradesShown', {
    ...details,
    ...(isHeld ? { day: until } : {}),
  });
  return ok(null);
});

/** The year that was on the screen, if it still stands so and has such a period; and how the register of operations names the term. */
function termShown({ snapshot }: Pick<OfficeAct, 'snapshot'>, body: Term): Result<ShownTerm, Failure> {
  const year = snapshot.years.get(body.startYear);
  if (year?.entry !== body.seen) return refused('changed');
  if (year.closedOn !== undefined) return refused('yearClosed');
  const period = year.periods[body.period];
  const schoolClass = body.class === undefined ? undefined : snapshot.classes.get(body.class);
  const isKnownClass = body.class === undefined || schoolClass?.startYear === body.startYear;
  if (!period || !isKnownClass) return refused('unknown');
  const details = {
    year: schoolYearName(body.startYear),
    period: period.name,
    ...(schoolClass ? { class: className(schoolClass) } : {}),
  };
  return ok({ year, details });
}

interface ShownTerm {
  readonly year: SchoolYear;
  readonly details: { readonly year: string; readonly period: string; readonly class?: string };
}

function refused(reason: FailureReason): Result<never, Failure> {
  return fail({ kind: 'notPossible', message: 'The period cannot be changed so', reason });
}
