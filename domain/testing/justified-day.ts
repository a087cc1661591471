import type { Actor } from '../access/actor.ts';
import type { RefusalReason } from '../access/refusal.ts';
import { must } from '../base/assert.ts';
import { toInstant, toPersonId, type Instant, type LocalDate, type LocalTime } from '../base/ids.ts';
import { schoolDayAndTime } from '../base/local-date.ts';
import { authorizeWrite, type EntryFacts } from '../entries/authorize-write.ts';
import { mergeRecords } from '../entries/merge.ts';
import { dayJustifications, type DayJustifications } from '../justifications/day-justifications.ts';
import { itemsOfDay } from '../justifications/day-items.ts';
import type { AttendanceEvent } from '../kinds/attendance-day/record.ts';
import type { BellHour } from '../kinds/bell-scheme/record.ts';
import { justificationId, type Justification, type JustificationAct } from '../kinds/justification/record.ts';
import type { AttendanceMode } from '../kinds/school-year/record.ts';
import { DEFAULT_POLICIES } from '../kinds/school/record.ts';
import { sample, sampleEntry, sampleHours, sampleYear } from './sample.ts';

const [school, classes] = [sample.school, [sample.class]];

function family(id: string): Actor {
  const person = toPersonId(id);
  return { school, person, roles: [], classes: [], child: sample.pupil, classesOfChild: classes };
}

/** Who writes of the sample pupil's day: both guardians, the pupil, the teacher of the first hour, and those who stand above. */
export const people = {
  first: family('guardian-g'),
  second: family('guardian-x'),
  student: family(sample.pupil),
  teacher: { school, person: sample.bianchi, roles: ['teacher'], classes },
  colleague: { school, person: sample.neri, roles: ['teacher'], classes },
  principal: { school, person: toPersonId('principal'), roles: ['principal'], classes },
  office: { school, person: toPersonId('office'), roles: ['office'], classes },
} as const satisfies Record<string, Actor>;

/** Policies of a school with seven days to justify. */
export const sevenDays = {
  ...DEFAULT_POLICIES,
  shortLateMinutes: 10,
  justification: { daysAllowed: { absence: 7, late: 7, exit: 7 } },
};

/** What decisions know where a test says nothing else: the first hour is the teacher's. */
function factsFor(actor: Actor, changes: Partial<EntryFacts>): EntryFacts {
  return {
    policies: sevenDays,
    year: sampleYear,
    hours: sampleHours,
    teaches: actor.roles.includes('teacher'),
    subjects: [],
    enrolment: 'enrolled',
    takesFirstHour: () => actor.person === sample.bianchi,
    ...changes,
  };
}

/** A clock time of the school, one or two hours ahead of UTC. */
export function clock(day: string, time: string): Instant {
  const ahead = [1, 2].map((hours) => toInstant(Date.parse(`${day}T${time}:00.000Z`) - hours * 3_600_000));
  return must(
    ahead.find((instant) => schoolDayAndTime(instant).time === time),
    'a time of that day',
  );
}

/** One pupil's day as a device holds it: what was marked, and what was done about it. */
export interface JustifiedDay {
  events: readonly AttendanceEvent[];
  record: Justification | null;
  /** How absences are called (D102). */
  mode: AttendanceMode;
  /** The bell hours of the class on the day. */
  hours: readonly BellHour[];
  /** Writes an act by the rules of the register; answers with its identifier, or why it was not taken. */
  act(who: Actor, act: WrittenAct, facts?: Partial<EntryFacts>): RefusalReason | 'ok';
  last(): string;
  state(today?: string): DayJustifications;
  /** Takes in what another device has written on the state that both started from. */
  receive(theirs: JustifiedDay, base: Justification | null): void;
  copy(): JustifiedDay;
}

/** An act as a test writes it. */
export type WrittenAct = Omit<JustificationAct, 'id' | 'by'> & { readonly id?: string };

/** A day of the sample pupil. */
export function justifiedDay(
  day: string,
  events: readonly AttendanceEvent[] = [],
  record: Justification | null = null,
): JustifiedDay {
  const date = day as LocalDate;
  const here: JustifiedDay = {
    events,
    record,
    mode: 'daily',
    hours: sampleHours,
    act(who, { id = sampleEntry(), ...written }, facts = {}) {
      const next = version(date, who, written.at, [
        ...(here.record?.acts ?? []),
        { ...written, id, by: who.person },
      ]);
      const decided = authorizeWrite(
        who,
        here.record,
        next,
        factsFor(who, { hours: here.hours, ...facts }),
        written.at,
      );
      if (!decided.ok) return decided.failure.reason;
      here.record = decided.value as Justification;
      return 'ok';
    },
    last: () => must(here.record?.acts.at(-1), 'an act').id,
    state(today = day) {
      const rules = { day: date, hours: here.hours, mode: here.mode, policies: sevenDays };
      const items = itemsOfDay(here.events, rules);
      return dayJustifications(here.record?.acts ?? [], items, today > day);
    },
    receive(theirs, base) {
      if (!theirs.record || !here.record) {
        here.record ??= theirs.record;
        return;
      }
      const { author, recordedAt } = theirs.record;
      const input = { mine: here.record, theirs: theirs.record, mergedEntry: sampleEntry() };
      const { merged } = mergeRecords({
        ...input,
        base: base ?? { ...theirs.record, acts: [] },
        theirChange: () => ({ author, recordedAt }),
      });
      here.record = merged as Justification;
    },
    copy: () => justifiedDay(day, here.events, here.record),
  };
  return here;
}

/** An absence as the roll of the first hour marks it. */
export function absentAt(at: Instant): AttendanceEvent {
  return { kind: 'absent', hour: 1, by: sample.bianchi, at };
}

/** An entry or an exit. */
export function moved(kind: 'entry' | 'exit', time: string, at: Instant): AttendanceEvent {
  return { kind, hour: 1, time: time as LocalTime, by: sample.bianchi, at };
}

function version(
  day: LocalDate,
  who: Actor,
  recordedAt: Instant,
  acts: readonly JustificationAct[],
): Justification {
  return {
    id: justificationId(day, sample.pupil),
    kind: 'justification',
    school,
    author: who.person,
    entry: sampleEntry(),
    recordedAt,
    day,
    class: sample.class,
    pupil: sample.pupil,
    acts,
  };
}
