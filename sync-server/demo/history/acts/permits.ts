import type { LocalTime, PersonId } from '../../../../domain/base/ids.ts';
import { addDays } from '../../../../domain/base/local-date.ts';
import type { AttendanceDay } from '../../../../domain/kinds/attendance-day/record.ts';
import { isPermitTime } from '../../../../domain/kinds/permit/permit-times.ts';
import { permitId, type Permit, type PermitAct } from '../../../../domain/kinds/permit/record.ts';
import type { LessonHour } from '../../../../domain/school/lesson-hour.ts';
import type { Random } from '../../random.ts';
import { instantAt } from '../../school-clock.ts';
import type { Stamp } from '../../stamp.ts';
import type { HistorySource } from '../history-source.ts';

const PERMITTED_SHARE = 0.3;
/** The family asks on the afternoon before, and is answered in the evening. */
const ASKED_AT = 870;
const GRANTED_AT = 1080;

/** What a permit is asked for. */
export interface Asked {
  readonly day: Permit['day'];
  readonly class: Permit['class'];
  readonly pupil: PersonId;
  readonly move: Permit['move'];
  readonly time: LocalTime;
}

/** Writes down permits that were asked for, and what became of them. */
export function createPermits(source: HistorySource, stamp: Stamp, random: Random) {
  const write = ({ time, ...asked }: Asked, decision?: 'grant' | 'refuse'): readonly Permit[] => {
    const guardian = source.guardianOf.get(asked.pupil);
    if (guardian === undefined) return [];
    // Of tomorrow nobody has asked today: today has not begun.
    const yesterday = addDays(source.today, -1);
    const askedOn = asked.day > source.today ? yesterday : addDays(asked.day, -1);
    const ask = stamp.envelope(
      guardian,
      instantAt(askedOn, ASKED_AT + random.integer(0, 80), random.integer(0, 59)),
    );
    const answer = stamp.envelope(
      source.principal,
      instantAt(askedOn, GRANTED_AT + random.integer(0, 9), random.integer(0, 59)),
    );
    const acts: readonly PermitAct[] = [
      {
        id: ask.entry,
        act: 'ask',
        by: guardian,
        at: ask.recordedAt,
        time,
        reason: random.pick(['health', 'family']),
      },
      ...(decision === undefined
        ? []
        : [
            {
              id: answer.entry,
              act: decision,
              by: source.principal,
              at: answer.recordedAt,
              answers: ask.entry,
              ...(decision === 'refuse' ? { text: 'È prevista una verifica' } : {}),
            },
          ]),
    ];
    const { author, recordedAt } = decision === undefined ? ask : answer;
    return [
      {
        ...stamp.envelope(author, recordedAt),
        id: permitId(asked.day, asked.pupil, asked.move),
        kind: 'permit',
        ...asked,
        acts,
      },
    ];
  };
  return {
    write,
    /** The permits that had been granted for some of the comings and goings of a day. */
    behind: (day: AttendanceDay, bells: readonly LessonHour[]): readonly Permit[] => {
      const [only, ...others] = day.events;
      if (!only?.time || others.length > 0 || (only.kind !== 'entry' && only.kind !== 'exit')) return [];
      if (!isPermitTime(only.kind, only.time, bells, {}) || !random.chance(PERMITTED_SHARE)) return [];
      const { day: on, class: schoolClass, pupil } = day;
      return write({ day: on, class: schoolClass, pupil, move: only.kind, time: only.time }, 'grant');
    },
  };
}
