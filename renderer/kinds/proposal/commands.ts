import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { ClassId, PersonId, SubjectId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { ok, type Result } from '../../../domain/base/result.ts';
import {
  proposalDay,
  proposalId,
  type Proposal,
  type Proposed,
} from '../../../domain/kinds/proposal/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { CommandFailure, Saved } from '../../data/commands/outcome.ts';
import type { Register } from '../../data/register.ts';

/** For whom something is proposed, in which course and period of the year under way. */
export interface ProposalFor {
  readonly schoolClass: ClassId;
  readonly subject: SubjectId;
  /** The place of the period among those of the year, from 0. */
  readonly period: number;
  readonly pupil: PersonId;
}

/** What a proposal resolves to. Its way back has one again. */
export interface ProposalWritten extends Saved {
  readonly undo: () => Promise<Result<ProposalWritten, CommandFailure>>;
}

/** Proposes in one's own name (D73), in the place of what was seen, as another device of one's own may have written since; an empty proposal takes it back. */
export async function propose(
  register: Pick<Register, 'run' | 'now' | 'identity'>,
  of: ProposalFor,
  proposed: Proposed,
  seen?: Proposed,
): Promise<Result<ProposalWritten, CommandFailure>> {
  const { schoolClass, subject, period, pupil } = of;
  const teacher = register.identity.person;
  const day = proposalDay(startYearOf(dayOfInstant(register.now())));
  const id = proposalId({ class: schoolClass, subject, period, pupil, teacher });
  const done = await register.run({
    collection: 'grades',
    id,
    members: { class: schoolClass, subject, kind: 'proposal' },
    day: dayOfInstant(register.now()),
    writeFacts: (facts) => facts.writeFacts(schoolClass, day, pupil),
    change({ current }, facts, version): Proposal | 'changedSince' | undefined {
      const before = current?.kind === 'proposal' ? current.proposed : {};
      if (equalJson(before, proposed)) return undefined;
      if (seen && !equalJson(before, seen)) return 'changedSince';
      const scale = facts.writeFacts(schoolClass, day).scaleOf?.(subject) ?? 'tenths';
      return {
        ...version,
        id,
        kind: 'proposal',
        day,
        class: schoolClass,
        subject,
        scale,
        period,
        pupil,
        teacher,
        proposed,
      };
    },
  });
  if (!done.ok) return done;
  const { entry, recordedAt, before } = done.value;
  const was = before?.kind === 'proposal' ? before.proposed : {};
  return ok({ entry, recordedAt, undo: () => propose(register, of, was, proposed) });
}
