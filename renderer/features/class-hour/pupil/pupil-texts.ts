import type { TFunction } from 'i18next';
import type { LocalTime } from '../../../../domain/base/ids.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { HourMark } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import type { Format } from '../../../i18n/format.ts';
import { elsewhereText } from '../../../kinds/presence-elsewhere/elsewhere-text.ts';
import type { PupilHour } from '../view/class-hour.ts';
import { backdatedText } from '../words/backdated-mark.tsx';
import { isPresumed, type RollStanding } from './roll-standing.ts';

type Span = { readonly start: LocalTime; readonly end: LocalTime };

/** The hour that a pupil's state is told of: its bells, and whether anybody has called its roll. */
export interface ToldHour extends Span {
  readonly standing: RollStanding;
  /** The time on the clock, on the day itself: what has happened by now is not said to be to come. */
  readonly now?: LocalTime;
}

/** How a pupil stands in this hour, in words: nobody is said to be present whom nobody has called. */
export function stateText(pupil: PupilHour, span: ToldHour, t: TFunction, format: Format): string {
  const { mark, time, shortLate, moves, isReturn } = pupil;
  if (time !== undefined && isReturn) return t('classHour.roll.returnedAt', { time: format.clock(time) });
  if (time !== undefined) return markText(mark, format.clock(time), shortLate, t);
  if (isPresumed(mark, span.standing)) {
    if (pupil.isProposedAbsent && span.standing === 'toCall') return t('classHour.roll.presumed.absent');
    return t(
      span.standing === 'toCall' ? 'classHour.roll.presumed.toCall' : 'classHour.roll.presumed.notCalled',
    );
  }
  const next = moves.find((move) => move.time >= span.end);
  if (mark === 'absent' && next?.kind === 'entry')
    return t('classHour.roll.absentUntil', { time: format.clock(next.time) });
  if (mark === 'present' && next?.kind === 'exit')
    return t('classHour.roll.presentUntil', { time: format.clock(next.time) });
  return t(`classHour.roll.state.${mark}`);
}

/** A mark with its time, in words: also for saying what has just been marked (C5). */
export function markText(mark: HourMark, time: string | undefined, isShort: boolean, t: TFunction): string {
  if (time !== undefined && mark === 'late')
    return isShort ? t('classHour.roll.shortLateAt', { time }) : t('classHour.roll.lateAt', { time });
  if (time !== undefined && mark === 'exited') return t('classHour.roll.exitedAt', { time });
  return t(`classHour.roll.state.${mark}`);
}

/**
 * Entries and exits of the day that the mark of this hour does not say: a pupil who came late in an earlier hour is present in this one,
 * one who comes later is absent, one who went out and came back did both.
 */
export function otherTimes(
  pupil: PupilHour,
  span: Span & Pick<ToldHour, 'now'>,
  t: TFunction,
  format: Format,
): readonly string[] {
  const hasLetter = pupil.earlier.some(({ mark }) => mark === 'late');
  return pupil.moves.map(({ kind, time: at }) => {
    const time = format.clock(at);
    const isAhead = at >= span.end && (span.now === undefined || at > span.now);
    if (kind === 'entry' && !isAhead && isBack(pupil, at)) return t('classHour.roll.returned', { time });
    if (kind === 'entry' && pupil.also.includes('late') && at > span.start && !isAhead)
      return t(pupil.shortLate ? 'classHour.roll.cameShortLate' : 'classHour.roll.cameLate', { time });
    if (kind === 'exit') return t(isAhead ? 'classHour.roll.leaves' : 'classHour.roll.left', { time });
    // Beside the letter of the hour of its only entry the time alone is enough.
    if (hasLetter && pupil.moves.length === 1 && !isAhead) return time;
    return t(isAhead ? 'classHour.roll.enters' : 'classHour.roll.entered', { time });
  });
}

/** Whether a coming is a return: something that is told of the day comes before it. */
function isBack({ mark, time, isReturn, moves }: PupilHour, at: LocalTime): boolean {
  const isOfMark = mark === 'late' || mark === 'exited' || isReturn === true;
  return moves.some((move) => move.time < at) || (isOfMark && time !== undefined && time < at);
}

/** All that a pupil's row says in colours and letters, in words: the state now, then the day, who marked, and the earlier hours. */
export function pupilStates(pupil: PupilHour, span: ToldHour, t: TFunction, format: Format): string {
  const { earlier, changedAfterRollCall, out } = pupil;
  const state = stateText(pupil, span, t, format);
  return [
    state,
    ...otherTimes({ ...pupil, moves: unsaidMoves(pupil, state, format), earlier: [] }, span, t, format),
    ...(pupil.lacksChoice ? [t('ofPupil.choiceMissing')] : []),
    ...out.map((each) => elsewhereText(each, t, format)),
    ...earlier.filter(hasLetters).map((each) => earlierText(each, t, format)),
    ...markedByText(pupil, t, format),
    ...(changedAfterRollCall ? [t('classHour.roll.changedAfter')] : []),
    ...[backdatedText(pupil.times, undefined, t, format)].filter((said) => said !== undefined),
    ...(pupil.movesOverMaximum > 0 ? [t('classHour.roll.overMaximum')] : []),
    ...(pupil.toJustify === undefined ? [] : [t('classHour.roll.toJustify', { count: pupil.toJustify })]),
  ].join('; ');
}

/** How a pupil stood in an earlier hour, in words: all that was said of it. */
export function earlierText(
  { hour, mark, also, isReturn }: PupilHour['earlier'][number],
  t: TFunction,
  format: Format,
): string {
  const last = isReturn ? t('classHour.roll.back') : t(`classHour.roll.state.${mark}`);
  const state = [...also.map((each) => t(`classHour.roll.state.${each}`)), last].join(', ');
  return t('classHour.roll.earlierAt', { hour: format.hour(hour), state });
}

/**
 * The comings and goings that the state in words does not say itself. One with a time of its own says that one alone: somebody may have gone
 * in the minute of the return.
 */
export function unsaidMoves(
  { time: ofMark, moves }: PupilHour,
  state: string,
  format: Format,
): PupilHour['moves'] {
  return ofMark === undefined ? moves.filter(({ time }) => !state.includes(format.clock(time))) : moves;
}

/** Whether an earlier hour is more than a presence: who went and came back in it has a letter for the going. */
export function hasLetters({ mark, also }: PupilHour['earlier'][number]): boolean {
  return mark !== 'present' || also.length > 0;
}

/** Who made the last mark and when, where it was somebody else (A7). */
export function markedByText({ markedBy }: PupilHour, t: TFunction, format: Format): readonly string[] {
  if (!markedBy) return [];
  const name = markedBy.person ? listName(markedBy.person) : t('common.somebody');
  return [t('classHour.roll.markedBy', { name, time: format.time(markedBy.at) })];
}

/** Keys of the pupils who share surname and given name with another one of the class. */
export function homonyms(pupils: readonly PupilHour[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { person } of pupils) seen.set(listName(person), (seen.get(listName(person)) ?? 0) + 1);
  return new Set(pupils.filter((p) => (seen.get(listName(p.person)) ?? 0) > 1).map((p) => p.person.id));
}
