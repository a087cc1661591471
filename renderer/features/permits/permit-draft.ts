import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import type { JustificationReason } from '../../../domain/kinds/justification/record.ts';
import { isPermitTime } from '../../../domain/kinds/permit/permit-times.ts';
import type { Permit } from '../../../domain/kinds/permit/record.ts';
import type { SchoolPermit } from '../../kinds/permit/commands.ts';
import { typedClock } from '../../ui/typed-clock.ts';
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
export type PermitFault = 'noPupil' | 'noDay' | 'notATime' | 'noReason' | 'noWords';

/** The faults of a draft by field, in the order of the fields; or what is granted. */
export function readPermit(
  draft: PermitDraft,
):
  | { readonly permit: Omit<SchoolPermit, 'schoolClass'> }
  | { readonly faults: Readonly<Partial<Record<string, PermitFault>>> } {
  const { pupils, move, reason, collector } = draft;
  const day = parseLocalDate(draft.day);
  const time = typedClock(draft.time);
  const text = draft.words.trim();
  if (pupils.length > 0 && day && time && reason && (reason !== 'other' || text !== ''))
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
      ...(day ? {} : { day: 'noDay' as const }),
      ...(time ? {} : { time: 'notATime' as const }),
      ...(reason ? {} : { reason: 'noReason' as const }),
      ...(reason === 'other' && text === '' ? { words: 'noWords' as const } : {}),
    },
  };
}

/** Whether the time is one that the school grants as a rule (D90): whoever grants it all the same knows that it is not. */
export function isUsualTime(
  { move, time: typed }: PermitDraft,
  { bells, rules }: Pick<ClassPermits, 'bells' | 'rules'>,
): boolean {
  const time = typedClock(typed);
  return time === undefined || isPermitTime(move, time, bells, rules);
}
