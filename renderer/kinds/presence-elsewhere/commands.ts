import { firstValueFrom } from 'rxjs';
import {
  instantToMilliseconds,
  type ClassId,
  type LocalDate,
  type PersonId,
} from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { uuidV7 } from '../../../domain/base/uuid-v7.ts';
import { hoursOfDay } from '../../../domain/kinds/attendance-day/attendance-mode.ts';
import { incoherence, type Incoherence } from '../../../domain/kinds/attendance-day/incoherent-marks.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import { elsewhereOn } from '../../../domain/kinds/presence-elsewhere/elsewhere-on.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import type { MinuteSpan } from '../../../domain/school/minute-span.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import { oneAct, type StoppedAct, type Undoable } from '../../data/commands/one-act.ts';
import type { CommandFailure, CommandResult, Saved } from '../../data/commands/outcome.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** What is said of one who is elsewhere in the school's own name (D98): when, of which type, and where. */
export type SaidElsewhere = Pick<
  PresenceElsewhere,
  'day' | 'lastDay' | 'elsewhereType' | 'during' | 'whereabouts'
>;

type Writer = Pick<Register, 'run' | 'records' | 'now'>;

/**
 * Writes that pupils of a class are elsewhere, each in a record of their own. Either all of them are written or, where one is refused, none.
 */
export async function sendElsewhere(
  register: Writer,
  schoolClass: ClassId,
  pupils: readonly PersonId[],
  said: SaidElsewhere,
): Promise<Result<Undoable, StoppedAct>> {
  return await oneAct(
    pupils.map((pupil) => ({
      pupil,
      async run() {
        const id = uuidV7(instantToMilliseconds(register.now()), crypto.getRandomValues(new Uint8Array(10)));
        const done = await write(register, { id, class: schoolClass, pupil, ...said });
        if (!done.ok) return done;
        const { entry, recordedAt, record } = done.value;
        return ok({ entry, recordedAt, undo: () => withdrawElsewhere(register, record) });
      },
    })),
  );
}

/** Says something else of time elsewhere: its last day, part of the day, type or place. */
export async function changeElsewhere(
  register: Writer,
  known: PresenceElsewhere,
  said: Omit<SaidElsewhere, 'day'>,
): Promise<Result<Undoable, CommandFailure>> {
  const { lastDay: _before, ...rest } = known;
  const done = await write(register, { ...rest, ...said });
  if (!done.ok) return done;
  const undo = async () => asCommand(await write(register, known));
  const { entry, recordedAt } = done.value;
  return ok({ entry, recordedAt, undo });
}

/** Takes time elsewhere back: nothing of it holds. */
export async function withdrawElsewhere(register: Writer, known: PresenceElsewhere): Promise<CommandResult> {
  return asCommand(await write(register, { ...known, withdrawn: true }));
}

/** Lets what was taken back hold again. */
export async function restoreElsewhere(register: Writer, known: PresenceElsewhere): Promise<CommandResult> {
  const { withdrawn: _taken, ...standing } = known;
  return asCommand(await write(register, standing));
}

/**
 * What the marks of a day say against time elsewhere, for each pupil of whom they do (D98): somebody absent is not elsewhere, and a coming
 * or going inside the time is taken away only when asked.
 */
export function marksAgainst(
  facts: Pick<SchoolFacts, 'bellHours' | 'yearOn'>,
  schoolClass: ClassId,
  days: readonly AttendanceDay[],
  said: SaidElsewhere,
): readonly { readonly of: AttendanceDay; readonly what: Incoherence }[] {
  return days.flatMap((of) => {
    const { day, events } = of;
    const bells = facts.bellHours(schoolClass, day);
    const span = elsewhereOn(said, day, bells);
    const what =
      span && incoherence(events, hoursOfDay(day, { hours: bells, year: facts.yearOn(day) }), span);
    return what === undefined ? [] : [{ of, what }];
  });
}

/** The days of a class's pupils that this device knows, of those on which somebody is elsewhere. */
export async function markedDays(
  { records }: Pick<Register, 'records'>,
  { day, lastDay = day }: Pick<SaidElsewhere, 'day' | 'lastDay'>,
  pupils: readonly PersonId[],
): Promise<readonly AttendanceDay[]> {
  const found = await firstValueFrom(records.find('attendanceDay', { day: { from: day, to: lastDay } }));
  return found.filter(({ pupil }) => pupils.includes(pupil));
}

type Wanted = SaidElsewhere &
  Pick<PresenceElsewhere, 'id' | 'class' | 'pupil' | 'withdrawn' | 'otherClasses'>;

async function write(
  register: Writer,
  { id, class: schoolClass, pupil, day, ...wanted }: Wanted,
): Promise<Result<Saved & { readonly record: PresenceElsewhere }, CommandFailure>> {
  const { lastDay, elsewhereType, during, whereabouts, withdrawn, otherClasses } = wanted;
  const ofPupil = await markedDays(register, { day, ...(lastDay ? { lastDay } : {}) }, [pupil]);
  const all = await firstValueFrom(register.records.find('presenceElsewhere', {}));
  const othersElsewhere = all.filter((each) => each.pupil === pupil);
  const marked = new Map(ofPupil.map((each) => [each.day, each.events]));
  const done = await register.run({
    collection: 'attendance',
    id,
    members: { day, class: schoolClass },
    day,
    writeFacts: (facts) => ({
      ...facts.writeFacts(schoolClass, day, pupil),
      othersElsewhere,
      isMarkedAbsent: absentIn(facts, schoolClass, marked),
    }),
    change: (_known, _facts, version): PresenceElsewhere => ({
      ...version,
      id,
      kind: 'presenceElsewhere',
      day,
      class: schoolClass,
      pupil,
      elsewhereType,
      during,
      whereabouts,
      ...(lastDay === undefined ? {} : { lastDay }),
      ...(withdrawn === undefined ? {} : { withdrawn }),
      ...(otherClasses ? { otherClasses } : {}),
    }),
  });
  if (!done.ok) return done;
  const { entry, recordedAt, after } = done.value;
  if (after?.kind !== 'presenceElsewhere') return fail({ kind: 'refused', reason: 'invalid' });
  return ok({ entry, recordedAt, record: after });
}

function absentIn(
  facts: SchoolFacts,
  schoolClass: ClassId,
  marked: ReadonlyMap<LocalDate, AttendanceDay['events']>,
): NonNullable<WriteFacts['isMarkedAbsent']> {
  return (on: LocalDate, during: MinuteSpan) => {
    const ofDay = hoursOfDay(on, { hours: facts.bellHours(schoolClass, on), year: facts.yearOn(on) });
    return incoherence(marked.get(on) ?? [], ofDay, during) === 'absent';
  };
}

function asCommand(done: Result<Saved, CommandFailure>): CommandResult {
  return done.ok ? ok({ entry: done.value.entry, recordedAt: done.value.recordedAt }) : done;
}
