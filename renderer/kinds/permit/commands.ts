import { ok, type Result } from '../../../domain/base/result.ts';
import type { ClassId, LocalDate, LocalTime, PersonId } from '../../../domain/base/ids.ts';
import { permitState } from '../../../domain/kinds/permit/permit-state.ts';
import { permitId, type Permit, type PermitAct } from '../../../domain/kinds/permit/record.ts';
import { oneAct, type StoppedAct, type Undoable } from '../../data/commands/one-act.ts';
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

function answer(
  register: Pick<Register, 'run'>,
  asked: AskedPermit,
  act: Pick<PermitAct, 'act' | 'text'>,
): Promise<CommandResult> {
  const { request } = asked;
  return write(register, asked, (acts, made) => [...acts, { ...made, ...act, answers: request.id }]);
}

/** A permit that the school gives to a family that has come, written or telephoned: for whom, when, why, and who collects the pupil. */
export interface SchoolPermit {
  readonly day: LocalDate;
  readonly schoolClass: ClassId;
  readonly pupils: readonly PersonId[];
  readonly move: Permit['move'];
  readonly time: LocalTime;
  readonly reason: NonNullable<PermitAct['reason']>;
  readonly text?: string;
  readonly collector?: string;
}

/** Which permit: of one pupil on one day, in one direction. */
export type PermitOfOne = Pick<SchoolPermit, 'day' | 'schoolClass' | 'move'> & { readonly pupil: PersonId };

/** Asks and grants in one act, for one pupil or several (D90). All of them have the permit then or, where one is refused, none. */
export async function grantAtSchool(
  register: Pick<Register, 'run'>,
  { pupils, ...asked }: SchoolPermit,
): Promise<Result<Undoable, StoppedAct>> {
  return await oneAct(
    pupils.map((pupil) => ({
      pupil,
      async run() {
        const of = { ...asked, pupil };
        const done = await write(register, of, (acts, made) => {
          const { time, reason, text, collector } = asked;
          const request: PermitAct = {
            ...made,
            act: 'ask',
            time,
            reason,
            ...(text === undefined ? {} : { text }),
            ...(collector === undefined ? {} : { collector }),
          };
          return [...acts, request, { ...made, id: grantOf(made.id), act: 'grant', answers: made.id }];
        });
        return done.ok ? ok({ ...done.value, undo: () => takeGrantBack(register, of) }) : done;
      },
    })),
  );
}

/** Takes back what one has decided about a permit: the family's request is open again, the school's own one is gone. */
export function takeGrantBack(register: Pick<Register, 'run'>, of: PermitOfOne): Promise<CommandResult> {
  return write(register, of, (acts, made) => {
    const { decision, request } = permitState(acts);
    const answers = decision?.id ?? request?.id;
    return answers === undefined ? undefined : [...acts, { ...made, act: 'withdraw', answers }];
  });
}

/** The grant that is written together with its request. */
function grantOf(request: string): string {
  return `${request}.grant`;
}

async function write(
  { run }: Pick<Register, 'run'>,
  { day, schoolClass, pupil, move }: PermitOfOne,
  next: (acts: Permit['acts'], made: Pick<PermitAct, 'id' | 'by' | 'at'>) => Permit['acts'] | undefined,
): Promise<CommandResult> {
  const id = permitId(day, pupil, move);
  const done = await run({
    collection: 'attendance',
    id,
    members: { day },
    day,
    writeFacts: (facts) => facts.writeFacts(schoolClass, day, pupil),
    change({ current }, facts, version): Permit | undefined {
      const before = current?.kind === 'permit' ? current.acts : [];
      const acts = next(before, { id: version.entry, by: facts.me, at: version.recordedAt });
      return acts && { ...version, id, kind: 'permit', day, move, class: schoolClass, pupil, acts };
    },
  });
  return done.ok ? ok({ entry: done.value.entry, recordedAt: done.value.recordedAt }) : done;
}
