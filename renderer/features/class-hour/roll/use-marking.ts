import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalTime, PersonId } from '../../../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../../../domain/base/local-date.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import { hasBegun } from '../../../../domain/school/before-its-time.ts';
import { movesOf, type HourMark } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import type { RollCallMark } from '../../../../domain/kinds/attendance-day/roll-call.ts';
import type { Register } from '../../../data/register.ts';
import type { ClassHour } from '../view/class-hour.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { useFormat } from '../../../i18n/format.ts';
import { sayWhyNot } from '../../../ui/notice/why-not.ts';
import { needsTime, untimedMark } from '../marks/marks.ts';
import { closedText, isRollClosed } from '../words/closed-text.ts';
import type { TimeEditing } from '../row/roll-row.tsx';
import { allDayText } from '../time/all-day-text.ts';
import { refusedBeforeBell } from '../time/before-the-bell.ts';
import { goneFirst } from '../time/gone-first.ts';
import { shownAfter, spokenState } from '../time/spoken-state.ts';
import { suggestedTime } from '../time/time-entry.ts';
import { usePeople } from '../words/person-names.tsx';
import type { RollCall } from './use-roll-call.ts';

interface MarkingOptions {
  readonly register: Register;
  readonly place: HourPlace;
  readonly hour: ClassHour;
  readonly rollCall: RollCall;
  readonly announce: (text: string) => void;
  readonly focus: (index?: number) => void;
}

/** Marking pupils in the roll, with the time or the answer that a mark asks for in its row. */
export interface Marking {
  readonly editing: (TimeEditing & { readonly pupil: PersonId }) | undefined;
  start(index: number, mark: HourMark): void;
  setTime(index: number, time: LocalTime, how: 'key' | 'pointer'): void;
  /** The answer that a pupil who was seen earlier was absent for the whole day. */
  setAllDay(index: number): void;
  cancel(): void;
  /** Marks what a permit has granted, at its time. */
  markPermit(index: number, mark: RollCallMark): void;
}

/** What happens when a mark is chosen. */
export function useMarking({ register, place, hour, rollCall, announce, focus }: MarkingOptions): Marking {
  const { t } = useTranslation();
  const format = useFormat();
  const people = usePeople();
  const [editing, setEditing] = useState<Marking['editing']>();
  const { pupils, bell } = hour;
  const isReadOnly = isRollClosed(hour);

  const hasStarted = () => hasBegun({ day: place.day, start: bell.start }, register.now());

  const markAndSay = async (index: number, mark: RollCallMark) => {
    const pupil = pupils[index];
    if (!pupil) return;
    const marker = { by: register.identity.person, at: register.now() };
    const shown = shownAfter(hour, pupil, mark, marker);
    const state = spokenState(shown, t, format);
    if (await rollCall.mark(pupil, mark, shown))
      announce(t('classHour.roll.marked', { name: listName(pupil.person), state }));
  };

  const markPermit = (index: number, mark: RollCallMark) => {
    if (isReadOnly) {
      sayWhyNot(closedText(hour, t, format));
      return;
    }
    const now = schoolDayAndTime(register.now());
    if ('time' in mark && now.day === place.day && mark.time > now.time && !hour.mayRunAhead) {
      const times = { time: format.clock(mark.time), now: format.clock(now.time) };
      sayWhyNot(t('classHour.roll.timeAhead', times));
      return;
    }
    setEditing(undefined);
    focus(index);
    void markAndSay(index, mark);
  };

  const start = (index: number, mark: HourMark) => {
    const pupil = pupils[index];
    if (!pupil) return;
    if (isReadOnly) {
      sayWhyNot(closedText(hour, t, format));
      return;
    }
    const refused = hasStarted() ? undefined : refusedBeforeBell(mark, hour, pupil);
    if (refused) {
      sayWhyNot(t(`classHour.roll.${refused}`, { time: format.clock(bell.start) }));
      return;
    }
    if (needsTime(mark)) {
      const now = schoolDayAndTime(register.now());
      // Where the school lets hours run ahead, a time to come may be proposed.
      const isBound = now.day === place.day && (hasStarted() || !hour.mayRunAhead);
      const opposite = mark === 'late' ? 'exit' : 'entry';
      const last = movesOf(pupil.state.events).findLast(
        ({ kind, time }) => kind === opposite && time > bell.start && time <= bell.end,
      );
      const suggested = suggestedTime(bell, isBound ? now.time : undefined, mark, last?.time);
      const isSame = pupil.mark === mark || (mark === 'late' && pupil.isReturn === true);
      const seenIn = mark === 'late' ? goneFirst(hour, pupil, register.now()) : undefined;
      setEditing({
        pupil: pupil.person.id,
        mark,
        initial: isSame ? (pupil.time ?? suggested) : suggested,
        ...(seenIn === undefined
          ? {}
          : {
              asked: t('classHour.roll.goneFirst', {
                hour: format.hour(seenIn),
                time: format.clock(bell.start),
              }),
            }),
      });
      return;
    }
    // Whoever was here before and is not here now has gone: when, or was that a mistake (A1)?
    const wasHere = pupil.seen.before !== undefined && pupil.mark !== 'absent' && pupil.mark !== 'exited';
    // Before the bell nobody has gone yet: the absence is prepared, and says nothing of the hours before.
    // Where absences are called by the hour it says nothing of the other ones either (D102).
    if (mark === 'absent' && wasHere && hasStarted() && hour.mode === 'daily') {
      setEditing({
        pupil: pupil.person.id,
        mark: 'exited',
        initial: bell.start,
        allDay: allDayText(hour, pupil, { t, format, people }),
      });
      return;
    }
    setEditing(undefined);
    void markAndSay(index, untimedMark(mark));
  };

  const setTime = (index: number, time: LocalTime, how: 'key' | 'pointer') => {
    const pupil = pupils[index];
    if (!pupil || !editing) return;
    const { mark } = editing;
    setEditing(undefined);
    if (how === 'key') focus(index);
    const command = { kind: mark === 'late' ? ('late' as const) : ('exit' as const), time };
    void markAndSay(index, command);
  };

  const setAllDay = (index: number) => {
    const pupil = pupils[index];
    if (!pupil) return;
    setEditing(undefined);
    focus(index);
    void markAndSay(index, { kind: 'absent', wholeDay: true });
  };

  const cancel = useCallback(() => {
    setEditing(undefined);
    focus();
  }, [focus]);

  return { editing, start, setTime, setAllDay, cancel, markPermit };
}
