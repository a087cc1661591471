import type { LocalDate, PersonId, ClassId } from '../../../domain/base/ids.ts';
import { ok } from '../../../domain/base/result.ts';
import { permitId, type Permit, type PermitAct } from '../../../domain/kinds/permit/record.ts';
import type { CommandResult } from '../../data/commands/outcome.ts';
import type { Register } from '../../data/register.ts';

/** A request for a permit, as whoever decides on it sees it. */
export interface AskedPermit {
  readonly day: LocalDate;
  readonly pupil: PersonId;
  readonly schoolClass: ClassId;
  readonly move: Permit['move'];
  readonly request: Pick<PermitAct, 'id'>;
}

/** Grants a permit (concedere): it appears on the page of the class, which makes an entry or an exit of it. */
export function grantPermit(register: Pick<Register, 'run'>, asked: AskedPermit): Promise<CommandResult> {
  return answer(register, asked, { act: 'grant' });
}

/** Refuses a permit, and says why. */
export function refusePermit(
  register: Pick<Register, 'run'>,
  asked: AskedPermit,
  text: string,
): Promise<CommandResult> {
  return answer(register, asked, { act: 'refuse', text });
}

async function answer(
  { run }: Pick<Register, 'run'>,
  { day, pupil, schoolClass, move, request }: AskedPermit,
  act: Pick<PermitAct, 'act' | 'text'>,
): Promise<CommandResult> {
  const id = permitId(day, pupil, move);
  const done = await run({
    collection: 'attendance',
    id,
    members: { day },
    day,
    writeFacts: (facts) => facts.writeFacts(schoolClass, day, pupil),
    change({ current }, facts, version): Permit {
      const { entry, recordedAt } = version;
      const before = current?.kind === 'permit' ? current.acts : [];
      const made = { ...act, id: entry, by: facts.me, at: recordedAt, answers: request.id };
      const acts = [...before, made];
      return { ...version, id, kind: 'permit', day, move, class: schoolClass, pupil, acts };
    },
  });
  return done.ok ? ok({ entry: done.value.entry, recordedAt: done.value.recordedAt }) : done;
}
