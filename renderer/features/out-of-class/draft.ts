import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { parseLocalDate, timeToMinutes } from '../../../domain/base/local-date.ts';
import {
  daysElsewhere,
  elsewhereFault,
  elsewhereOn,
} from '../../../domain/kinds/presence-elsewhere/elsewhere-on.ts';
import type { ElsewhereType, PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import type { SaidElsewhere } from '../../kinds/presence-elsewhere/commands.ts';
import { typedClock } from '../../ui/typed-clock.ts';
import type { ClassDay } from '../../views/hours/class-day.ts';

/** Which part of the day: all of it, from a lesson hour on, or between two times (D98). */
export const PARTS_OF_DAY = ['wholeDay', 'fromHour', 'interval'] as const;
/** One of them. */
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

/** What was typed and chosen so far. */
export interface ElsewhereDraft {
  readonly pupils: readonly PersonId[];
  readonly type: ElsewhereType;
  readonly part: PartOfDay;
  readonly fromHour: number;
  readonly start: string;
  readonly end: string;
  readonly day: string;
  readonly lastDay: string;
  readonly whereabouts: string;
}

/** The draft of something new, at an hour of a day. */
export function newDraft(
  pupils: readonly PersonId[],
  { day, hour }: { readonly day: LocalDate; readonly hour: number },
): ElsewhereDraft {
  return {
    pupils,
    type: 'activityInside',
    part: 'fromHour',
    fromHour: hour,
    start: '',
    end: '',
    day,
    lastDay: '',
    whereabouts: '',
  };
}

/** The draft that says what a record says. */
export function draftOf(known: PresenceElsewhere, hour: number): ElsewhereDraft {
  const { pupil, day, lastDay, elsewhereType, during, whereabouts } = known;
  const part =
    during.start !== undefined ? 'interval' : during.fromHour === undefined ? 'wholeDay' : 'fromHour';
  return {
    pupils: [pupil],
    type: elsewhereType,
    part,
    fromHour: during.fromHour ?? hour,
    start: during.start ?? '',
    end: during.end ?? '',
    day,
    lastDay: lastDay ?? '',
    whereabouts,
  };
}

/** What is wrong with a field. */
export type DraftFault =
  | 'noPupil'
  | 'noLessons'
  | 'noSuchHour'
  | 'noDay'
  | 'periodClosed'
  | 'lastBeforeFirst'
  | 'beyondYear'
  | 'notATime'
  | 'order'
  | 'outsideBells'
  | 'noPlace';

/** The faults of a draft by field, in the order of the fields; or what it says. */
export function readDraft(
  draft: ElsewhereDraft,
  dayOf: (day: LocalDate) => ClassDay,
): { readonly said: SaidElsewhere } | { readonly faults: Readonly<Partial<Record<string, DraftFault>>> } {
  const { type, part, fromHour } = draft;
  const [start, end] = [typedClock(draft.start), typedClock(draft.end)];
  const day = parseLocalDate(draft.day);
  const lastDay = parseLocalDate(draft.lastDay);
  const whereabouts = draft.whereabouts.trim();
  const isInterval = part === 'interval';
  const during = isInterval
    ? { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) }
    : part === 'fromHour'
      ? { fromHour }
      : {};
  const said = day && {
    day,
    ...(lastDay === undefined || lastDay === day ? {} : { lastDay }),
    elsewhereType: type,
    during,
    whereabouts,
  };
  const fault = said && elsewhereFault(said);
  const faults: Partial<Record<string, DraftFault>> = {
    ...(draft.pupils.length === 0 ? { pupils: 'noPupil' as const } : {}),
    ...(isInterval && start === undefined ? { start: 'notATime' as const } : {}),
    ...(isInterval && end === undefined ? { end: 'notATime' as const } : {}),
    ...(isInterval && start !== undefined && end !== undefined && start >= end
      ? { end: 'order' as const }
      : {}),
    ...(said && !fault ? withoutEffect(said, dayOf) : {}),
    ...(said === undefined ? { day: 'noDay' as const } : {}),
    ...(draft.lastDay !== '' && lastDay === undefined ? { lastDay: 'noDay' as const } : {}),
    ...(fault?.path === 'lastDay'
      ? {
          lastDay: fault.reason === 'beyondYear' ? ('beyondYear' as const) : ('lastBeforeFirst' as const),
        }
      : {}),
    ...(whereabouts === '' ? { whereabouts: 'noPlace' as const } : {}),
  };
  return said && Object.keys(faults).length === 0 ? { said } : { faults };
}

/** The number that an hour of a class has in another one, which may count them from elsewhere: hours are the same by the clock (D17). */
export function hourThere(fromHour: number, here: ClassDay, there: ClassDay): number {
  const own = here.bells.find(({ hour }) => hour === fromHour);
  if (!own || there.bells.length === 0) return fromHour;
  return there.bells.find(({ start }) => start === own.start)?.hour ?? NO_HOUR;
}

/** No class has an hour of this number. */
const NO_HOUR = 0;

/** What a part of the day would say of no lesson, on any of its days: written down it would be without effect, and nobody would know (D98). */
function withoutEffect(
  said: SaidElsewhere,
  dayOf: (day: LocalDate) => ClassDay,
): Partial<Record<'part' | 'fromHour' | 'start', DraftFault>> {
  const { fromHour, start, end } = said.during;
  // A placement goes on over a day without lessons: the whole day is said of any.
  if (fromHour === undefined && (start === undefined || end === undefined)) return {};
  const atSchool = daysElsewhere(said)
    .map((day) => ({ day, ...dayOf(day) }))
    .filter(({ hasLessons }) => hasLessons);
  if (atSchool.length === 0) return { part: 'noLessons' };
  if (fromHour !== undefined) {
    const { bells } = dayOf(said.day);
    const isKnown = bells.length === 0 || bells.some(({ hour }) => hour === fromHour);
    return isKnown && atSchool.some((each) => elsewhereOn(said, each.day, each.bells))
      ? {}
      : { fromHour: 'noSuchHour' };
  }
  const touches = atSchool.some(({ day, bells }) => {
    const span = elsewhereOn(said, day, bells);
    const isOf = (hour: ClassDay['bells'][number]) =>
      span !== undefined && span.from < timeToMinutes(hour.end) && timeToMinutes(hour.start) < span.to;
    return bells.length === 0 || bells.some(isOf);
  });
  return touches ? {} : { start: 'outsideBells' };
}
