import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import type { JustificationReason } from '../../../domain/kinds/justification/record.ts';
import { isPermitTime, isWithinBells } from '../../../domain/kinds/permit/permit-times.ts';
import type { Permit } from '../../../domain/kinds/permit/record.ts';
import type { SchoolPermit } from '../../kinds/permit/commands.ts';
import { typedClock } from '../../ui/typed-clock.ts';
import type { ClassDay } from '../../views/hours/class-day.ts';
import type { ClassPermits } from './view.ts';

/** A permit that the school gives, as chosen and typed so far. */
export interface PermitDraft {
  readonly pupils: readonly PersonId[];
  readonly move: Permit['move'];
  readonly day: string;
  readonly time: string;
  readonly reason: JustificationReason | undefined;
  readonly words: string;
  readonly collector: string | undefined;
}

/** A permit of nobody yet, for a day. */
export function newPermit(day: LocalDate): PermitDraft {
  return { pupils: [], move: 'exit', day, time: '', reason: undefined, words: '', collector: undefined };
}

/** What is wrong with a field. */
export type PermitFault =
  'noPupil' | 'noDay' | 'pastDay' | 'noLessonDay' | 'notATime' | 'outsideBells' | 'noReason' | 'noWords';

/** What the days of the class say to a permit. */
export type PermitDays = Pick<ClassPermits, 'today' | 'dayOf'>;

/** The faults of a draft by field, in the order of the fields; or what is granted. */
export function readPermit(
  draft: PermitDraft,
  { today, dayOf }: PermitDays,
):
  | { readonly permit: Omit<SchoolPermit, 'schoolClass'> }
  | { readonly faults: Readonly<Partial<Record<string, PermitFault>>> } {
  const { pupils, move, reason, collector } = draft;
  const day = parseLocalDate(draft.day);
  const time = typedClock(draft.time);
  const text = draft.words.trim();
  const known = day && dayOf(day);
  const dayFault = day && known ? faultOfDay(day < today, known) : 'noDay';
  const isOutside = time && known && !isWithinBells(move, time, known.bells);
  const timeFault = time ? (isOutside ? 'outsideBells' : undefined) : 'notATime';
  const isWhole = pupils.length > 0 && reason && (reason !== 'other' || text !== '');
  if (isWhole && day && time && !dayFault && !timeFault)
    return {
      permit: {
        pupils,
        move,
        day,
        time,
        reason,
        ...(text === '' ? {} : { text }),
        ...(collector === undefined || move === 'entry' || pupils.length > 1 ? {} : { collector }),
      },
    };
  return {
    faults: {
      ...(pupils.length === 0 ? { pupils: 'noPupil' as const } : {}),
      ...(dayFault ? { day: dayFault } : {}),
      ...(timeFault ? { time: timeFault } : {}),
      ...(reason ? {} : { reason: 'noReason' as const }),
      ...(reason === 'other' && text === '' ? { words: 'noWords' as const } : {}),
    },
  };
}

/** A permit is for what is to come, on a day on which the class is at school (D90). */
function faultOfDay(isPast: boolean, { hasLessons }: ClassDay): PermitFault | undefined {
  if (isPast) return 'pastDay';
  return hasLessons ? undefined : 'noLessonDay';
}

/** Whether the time is one that the school grants as a rule (D90): whoever grants it all the same knows that it is not. */
export function isUsualTime(
  { move, day: typedDay, time: typed }: PermitDraft,
  { dayOf, rules }: Pick<ClassPermits, 'dayOf' | 'rules'>,
): boolean {
  const [day, time] = [parseLocalDate(typedDay), typedClock(typed)];
  if (day === undefined || time === undefined) return true;
  const { bells } = dayOf(day);
  // A time at which nobody is at school is a fault of its field, and no exception.
  return !isWithinBells(move, time, bells) || isPermitTime(move, time, bells, rules);
}
