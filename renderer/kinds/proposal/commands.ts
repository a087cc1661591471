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
import { isEmptyProposal } from '../../../domain/kinds/proposal/write-rights.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
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
export function propose(
  register: Writer,
  of: ProposalFor,
  proposed: Proposed,
  seen?: Proposed,
): Promise<Result<ProposalWritten, CommandFailure>> {
  return write(register, of, { proposed, seen });
}

type Writer = Pick<Register, 'run' | 'now' | 'identity'>;

interface ProposalWrite {
  readonly proposed: Proposed;
  readonly seen: Proposed | undefined;
  /** In which scale it stood, where it is put back as it was. */
  readonly scale?: Proposal['scale'];
}

async function write(
  register: Writer,
  of: ProposalFor,
  { proposed, seen, scale: stood }: ProposalWrite,
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
    writeFacts: (facts) => ({
      ...facts.writeFacts(schoolClass, day, pupil),
      ...(stood ? { hasSaid: (said) => equalJson(said, { scale: stood, proposed }) } : {}),
    }),
    change({ current }, facts, version): Proposal | 'changedSince' | undefined {
      const stands = asProposal(current);
      const before = stands?.proposed ?? {};
      if (equalJson(before, proposed)) return undefined;
      if (seen && !equalJson(before, seen)) return 'changedSince';
      // What is taken back says what it was in.
      const kept = stood ?? (isEmptyProposal({ proposed }) ? stands?.scale : undefined);
      const scale = kept ?? facts.writeFacts(schoolClass, day).scaleOf?.(subject) ?? 'tenths';
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
  const { entry, recordedAt } = done.value;
  const before = asProposal(done.value.before);
  const back = { proposed: before?.proposed ?? {}, seen: proposed, ...(before && { scale: before.scale }) };
  return ok({ entry, recordedAt, undo: () => write(register, of, back) });
}

function asProposal(record: RegisterRecord | undefined): Proposal | undefined {
  return record?.kind === 'proposal' ? record : undefined;
}
