import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { DayItem } from '../../../domain/kinds/justification/item-state.ts';
import {
  justificationId,
  type Justification,
  type JustificationAct,
  type JustificationReason,
} from '../../../domain/kinds/justification/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { oneAct, type Undoable } from '../../data/commands/one-act.ts';
import type { CommandFailure, CommandResult } from '../../data/commands/outcome.ts';
import type { Register } from '../../data/register.ts';

/** Something of a pupil's day that a teacher decides on, as the list of the day shows it. */
export interface Decidable extends DayItem {
  readonly day: LocalDate;
  readonly pupil: PersonId;
  /** The class in which the teacher has the pupil now. */
  readonly schoolClass: ClassId;
  /** The reason that stands, and the decision on it. */
  readonly text?: Pick<JustificationAct, 'id'>;
  readonly decision?: Pick<JustificationAct, 'id'>;
  /** The pupil is absent today: it is justified on the return (D89). */
  readonly isGreyed?: boolean;
}

/** A reason that came to the school by another way than from the family's own page. */
export interface WrittenDown {
  readonly reason: JustificationReason;
  readonly text?: string;
  readonly origin: NonNullable<JustificationAct['origin']>;
}

type Writer = Pick<Register, 'run'>;

/** What was decided, with a way back on the same day, as long as nobody has decided otherwise; or why it was not. */
export type DecidedResult = Result<Undoable, CommandFailure>;

/** Validates the reason that was sent (convalidare); of a group, that of each of its days. */
export function validate(register: Writer, of: readonly Decidable[]): Promise<DecidedResult> {
  return forEach(register, of, (each) => decide(register, each, { act: 'validate' }));
}

/** Rejects the reason that was sent, and says why (rifiutare). */
export function reject(register: Writer, of: readonly Decidable[], text: string): Promise<DecidedResult> {
  return forEach(register, of, (each) => decide(register, each, { act: 'reject', text }));
}

/**
 * Writes down what came on paper, by telephone or by word of mouth; of a pupil who is absent today too: a parent calls while the child is still
 * ill, and B.1 asks for nothing but where it came from. What was sent waits for the return (D89).
 */
export function justify(
  register: Writer,
  of: readonly Decidable[],
  written: WrittenDown,
): Promise<DecidedResult> {
  return forEach(register, of, (each) =>
    write(register, each, { act: 'justify', ...written, ...answering(each.decision ?? each.text) }),
  );
}

/** Takes validations back, each by itself, and says why; the staff alone does. */
export async function revoke(
  register: Writer,
  of: readonly Decidable[],
  text: string,
): Promise<CommandResult> {
  let last: CommandResult = fail({ kind: 'refused', reason: 'invalid' });
  for (const each of of) {
    last = await write(register, each, { act: 'revoke', text, ...answering(each.decision) });
    if (!last.ok) return last;
  }
  return last;
}

/** Takes one day out of its group, to decide on it by itself (D84). */
export function splitOff(register: Writer, of: Decidable): Promise<DecidedResult> {
  return forEach(register, [of], (each) => write(register, each, { act: 'splitOff' }));
}

async function decide(
  register: Writer,
  of: Decidable,
  act: Pick<JustificationAct, 'act' | 'text'>,
): Promise<CommandResult> {
  if (of.isGreyed === true) return fail({ kind: 'refused', reason: 'absentToday' });
  return await write(register, of, { ...act, ...answering(of.text) });
}

/** An act holds for the text that was seen, and for no other. */
function answering(act: Pick<JustificationAct, 'id'> | undefined): Pick<JustificationAct, 'answers'> {
  return act ? { answers: act.id } : {};
}

/** Each day by itself, in order, as one act: a group is decided on as a whole, or not (D84). */
async function forEach(
  register: Writer,
  of: readonly Decidable[],
  decideOn: (each: Decidable) => Promise<CommandResult>,
): Promise<DecidedResult> {
  const act = await oneAct(
    of.map((each) => ({
      pupil: each.pupil,
      async run() {
        const done = await decideOn(each);
        if (!done.ok) return done;
        const undo = () => write(register, each, { act: 'takeBack', answers: done.value.entry });
        return ok({ ...done.value, undo });
      },
    })),
  );
  return act.ok ? act : fail(act.failure.failure);
}

async function write(
  { run }: Writer,
  { day, pupil, schoolClass, item, time, hours }: Decidable,
  act: Omit<JustificationAct, 'id' | 'by' | 'at' | 'item' | 'time'>,
): Promise<CommandResult> {
  const id = justificationId(day, pupil);
  const done = await run({
    collection: 'attendance',
    id,
    members: { day },
    day,
    writeFacts: (facts) => facts.writeFacts(schoolClass, day, pupil),
    change({ current }, facts, version): Justification {
      const { entry, recordedAt } = version;
      const about = {
        item,
        ...(time === undefined ? {} : { time }),
        ...(hours === undefined ? {} : { hours: [...hours] }),
      };
      const made = { ...act, ...about, id: entry, by: facts.me, at: recordedAt };
      const acts = [...actsOf(current), made];
      // In which classes it stands is the server's word: it is written in that of the teacher.
      return { ...version, id, kind: 'justification', day, class: schoolClass, pupil, acts };
    },
  });
  return done.ok ? ok({ entry: done.value.entry, recordedAt: done.value.recordedAt }) : done;
}

function actsOf(record: RegisterRecord | undefined): Justification['acts'] {
  return record?.kind === 'justification' ? record.acts : [];
}
