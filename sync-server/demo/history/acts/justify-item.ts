import type { LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import type { DayItem } from '../../../../domain/kinds/justification/item-state.ts';
import type { JustificationAct, JustificationReason } from '../../../../domain/kinds/justification/record.ts';
import type { Random } from '../../random.ts';
import { instantAt } from '../../school-clock.ts';

/** What is done about one thing, without the name of the save that brings it. */
export type PlannedAct = Omit<JustificationAct, 'id' | 'answers'> & {
  /** It answers the act before it. */
  readonly isAnswer?: true;
};

/** Who does what about a pupil's day, and when they can. */
export interface JustifyPlan {
  readonly item: DayItem;
  /** The last day of the group of an absence; the day itself of anything else. */
  readonly lastDay: LocalDate;
  readonly guardian: PersonId | undefined;
  /** The first hours after the return: who has the class, and the minute at which it begins. */
  readonly returns: readonly {
    readonly day: LocalDate;
    readonly teacher: PersonId;
    readonly minute: number;
  }[];
}

/** How it goes: written on paper, sent and decided, sent twice after a rejection, only sent, or forgotten. */
export type Course = 'paper' | 'online' | 'rejectedOnce' | 'rejected' | 'sent' | 'forgotten';

const REASONS = ['health', 'health', 'health', 'family', 'family', 'transport'] as const;
const LATE_REASONS = ['transport', 'transport', 'family', 'health'] as const;
const EVENING = 1140;
const WHY_NOT = 'Manca la firma di un genitore';

/** The acts of one course of things; those whose time has not come are left out by whoever asks. */
export function actsOf(plan: JustifyPlan, course: Course, random: Random): readonly PlannedAct[] {
  const { item: about, lastDay, guardian, returns } = plan;
  const [back, next] = returns;
  const { item, time } = about;
  const what = { item, ...(time === undefined ? {} : { time }) };
  const reason: JustificationReason = random.pick(item === 'late' ? LATE_REASONS : REASONS);
  const send = (day: LocalDate): readonly PlannedAct[] =>
    guardian === undefined
      ? []
      : [
          {
            ...what,
            act: 'send',
            by: guardian,
            at: instantAt(day, EVENING + random.integer(0, 150), random.integer(0, 59)),
            reason,
            ...(item === 'absence' ? { lastDay } : {}),
          },
        ];
  const inClass = (
    hour: JustifyPlan['returns'][number] | undefined,
    act: Pick<PlannedAct, 'act' | 'text' | 'reason' | 'origin' | 'isAnswer'>,
  ): readonly PlannedAct[] =>
    hour === undefined
      ? []
      : [
          {
            ...what,
            ...act,
            by: hour.teacher,
            at: instantAt(hour.day, hour.minute + random.integer(3, 12), random.integer(0, 59)),
          },
        ];
  const reject = inClass(back, { act: 'reject', text: WHY_NOT, isAnswer: true });
  switch (guardian === undefined && course !== 'forgotten' ? 'paper' : course) {
    case 'forgotten':
      return [];
    case 'paper':
      return inClass(back, { act: 'justify', reason, origin: 'paper' });
    case 'sent':
      return send(lastDay);
    case 'online':
      return [...send(lastDay), ...inClass(back, { act: 'validate', isAnswer: true })];
    case 'rejected':
      return [...send(lastDay), ...reject];
    case 'rejectedOnce':
      return [
        ...send(lastDay),
        ...reject,
        ...(back ? send(back.day) : []),
        ...inClass(next, { act: 'validate', isAnswer: true }),
      ];
  }
}

/** How things went: of what is long over nearly all is settled, and of the last days much is left to do. */
export function courseOf(daysSince: number, isOver: boolean, random: Random): Course {
  const chance = random.next();
  if (isOver || daysSince > 10) {
    if (chance < 0.58) return 'paper';
    if (chance < 0.94) return 'online';
    return chance < 0.985 ? 'rejectedOnce' : isOver ? 'paper' : 'forgotten';
  }
  if (chance < 0.3) return 'paper';
  if (chance < 0.5) return 'online';
  if (chance < 0.72) return 'sent';
  return chance < 0.78 ? 'rejected' : 'forgotten';
}
