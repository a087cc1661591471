import { BehaviorSubject, map, of, type Observable } from 'rxjs';
import { toEntryId, toInstant, type Instant, type PersonId } from '../../domain/base/ids.ts';
import { equalJson } from '../../domain/base/canonical-json.ts';
import { dayOfInstant } from '../../domain/base/local-date.ts';
import { fail, ok } from '../../domain/base/result.ts';
import type { JournalEntry } from '../../domain/protocol/bridge/journal.ts';
import type { Identity } from '../../domain/protocol/endpoints/session/session.ts';
import { attendanceDayId, type AttendanceEvent } from '../../domain/kinds/attendance-day/record.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import type { ConflictNotice } from '../../domain/kinds/conflict-notice/record.ts';
import { lessonId, type Lesson } from '../../domain/kinds/lesson/record.ts';
import { markInDay } from '../../domain/kinds/attendance-day/mark-in-day.ts';
import { foundElsewhere } from '../../renderer/data/views/elsewhere.ts';
import type { CommandResult, HourPlace, Register } from '../../renderer/data/register.ts';
import { bell, classes, pupilsOf, school, SCHOOL, schoolYear, staff, subjects } from './school/demo-class.ts';
import { memoryPicture } from './server/picture.ts';
import { seed, trouble, type MemoryState } from './school/written.ts';
import {
  aheadOf,
  bellOf,
  classHour,
  closedReason,
  knownPeople,
  schoolDay,
  teacherDay,
} from './memory-views.ts';
import { memoryWeek } from './memory-week.ts';
import type { Scenario } from './scenario.ts';

let entries = 0;

/** A register kept in memory, with the product's own rules: equipment for looking at pages. */
export function createMemoryRegister(identity: Identity, scenario: Scenario): Register {
  const state$ = new BehaviorSubject<MemoryState>(seed(scenario));
  const sync$ = new BehaviorSubject(trouble(scenario));
  const now = (): Instant => toInstant(Date.now());
  const version = () => {
    entries += 1;
    return {
      school: SCHOOL,
      author: identity.person,
      entry: toEntryId(`00000000-0000-7000-8000-${String(entries).padStart(12, '0')}`),
      recordedAt: now(),
    };
  };

  function write(record: RegisterRecord, assumed: RegisterRecord | undefined): CommandResult {
    const state = state$.value;
    const entry: JournalEntry = {
      entry: record.entry,
      collection: record.kind === 'lesson' ? 'lessons' : 'attendance',
      record,
      assumed: assumed ?? null,
    };
    state$.next({
      lessons: record.kind === 'lesson' ? new Map(state.lessons).set(record.id, record) : state.lessons,
      attendance:
        record.kind === 'attendanceDay' ? new Map(state.attendance).set(record.id, record) : state.attendance,
      waiting: [entry, ...state.waiting],
    });
    return ok({ entry: record.entry, recordedAt: record.recordedAt });
  }

  const lessonAt = (place: HourPlace) =>
    state$.value.lessons.get(lessonId(place.day, place.hour, place.schoolClass));

  async function changeLesson(place: HourPlace, change: (lesson: Lesson) => Lesson): Promise<CommandResult> {
    if (closedReason(place.day, now())) return fail({ kind: 'refused', reason: 'futureDay' });
    const ahead = aheadOf(place, now());
    const before = lessonAt(place);
    const blank: Lesson = {
      ...version(),
      id: lessonId(place.day, place.hour, place.schoolClass),
      kind: 'lesson',
      day: place.day,
      hour: place.hour,
      class: place.schoolClass,
      signatures: [],
      topic: '',
      activity: '',
    };
    const { receivedAt: _, ...base } = before ?? blank;
    const next = change(base);
    const isSigned = next.signatures.length > base.signatures.length;
    if ((isSigned && ahead === 'prepare') || (ahead && !equalJson(next.rollCall, base.rollCall)))
      return fail({ kind: 'refused', reason: 'notYet' });
    return await Promise.resolve(write({ ...next, ...version() }, before));
  }

  function setEvents(place: HourPlace, pupil: PersonId, events: readonly AttendanceEvent[]): CommandResult {
    const id = attendanceDayId(place.day, pupil);
    const before = state$.value.attendance.get(id);
    return write(
      {
        ...version(),
        id,
        kind: 'attendanceDay',
        day: place.day,
        class: place.schoolClass,
        pupil,
        events: [...events],
      },
      before,
    );
  }

  return {
    identity,
    now,
    school: () => of(school),
    schoolYear: () => of(schoolYear),
    directory: () =>
      of({
        person: (id: PersonId) =>
          [...staff, ...[...pupilsOf.values()].flat()].find((person) => person.id === id),
        schoolClass: (id: string) => classes.find((each) => each.id === id),
        classes: () => classes,
        subject: (id: string) => subjects.find((each) => each.id === id),
      }),
    teacherDay: (day) => state$.pipe(map((state) => teacherDay(state, day, scenario, dayOfInstant(now())))),
    familyWeek: (day) => of(memoryWeek(day, scenario)),
    knownPeople: () => of(knownPeople),
    schoolDay: (day) => state$.pipe(map((state) => schoolDay(state, day, scenario.name !== 'unplanned'))),
    classHour: (place) => state$.pipe(map((state) => classHour(state, place, now(), scenario))),
    picture: memoryPicture(scenario),
    syncStatus: (): ReturnType<Register['syncStatus']> =>
      combine(state$, sync$, (state, sync) => ({ ...sync, waiting: state.waiting })),
    signLesson: (place, { topic, activity, substitution }) =>
      changeLesson(place, (lesson) => ({
        ...lesson,
        topic: topic ?? lesson.topic,
        activity: activity ?? lesson.activity,
        signatures: [
          ...lesson.signatures,
          { teacher: identity.person, type: substitution ? 'substitution' : 'ordinary', signedAt: now() },
        ],
      })),
    writeLesson: (place, texts) => changeLesson(place, (lesson) => ({ ...lesson, ...texts })),
    withdrawSignature: (place) =>
      changeLesson(place, (lesson) => ({
        ...lesson,
        signatures: lesson.signatures.filter(({ teacher }) => teacher !== identity.person),
      })),
    async markPupil(place, pupil, mark, seen) {
      const before = state$.value.attendance.get(attendanceDayId(place.day, pupil))?.events ?? [];
      const marked = { ...bellOf(place.hour), by: identity.person, at: now(), isFirst: place.hour === 1 };
      const found = { ...marked, ...foundElsewhere(seen ?? {}) };
      const events = markInDay(before, mark, found, { day: place.day, bells: bell });
      const saved = setEvents(place, pupil, events);
      if (!saved.ok) return saved;
      const undo = async () => {
        const saved = setEvents(place, pupil, before);
        return await Promise.resolve(saved.ok ? ok({ ...saved.value, changed: true }) : saved);
      };
      return await Promise.resolve(ok({ ...saved.value, changed: !equalJson(events, before), undo }));
    },
    confirmRollCall: (place) =>
      changeLesson(place, (lesson) => ({ ...lesson, rollCall: { by: identity.person, at: now() } })),
    putMarkBack: settleNotice,
    markConflictSeen: settleNotice,
    retryRefused: settle,
    discardRefused: settle,
    exportUnsent: async () => await Promise.resolve('{}'),
    syncNow: () => sync$.next({ ...sync$.value, lastSyncAt: now() }),
    settled: () => Promise.resolve(),
    close: async () => await Promise.resolve(),
  };

  async function settleNotice({ id, entry }: ConflictNotice): Promise<CommandResult> {
    sync$.next({ ...sync$.value, conflicts: sync$.value.conflicts.filter((each) => each.id !== id) });
    return await Promise.resolve(ok({ entry, recordedAt: now() }));
  }

  async function settle(entry: Parameters<Register['retryRefused']>[0]): Promise<CommandResult> {
    sync$.next({ ...sync$.value, refused: sync$.value.refused.filter((each) => each.entry !== entry) });
    return await Promise.resolve(ok({ entry, recordedAt: now() }));
  }
}

function combine<A, B, C>(
  a$: BehaviorSubject<A>,
  b$: BehaviorSubject<B>,
  join: (a: A, b: B) => C,
): Observable<C> {
  const joined$ = new BehaviorSubject(join(a$.value, b$.value));
  a$.subscribe((a) => joined$.next(join(a, b$.value)));
  b$.subscribe((b) => joined$.next(join(a$.value, b)));
  return joined$;
}
