import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { localDate, weekdayOf } from '../../../domain/base/local-date.ts';
import { eventFault } from '../../../domain/kinds/attendance-day/attendance-state.ts';
import { isWholeAct } from '../../../domain/kinds/justification/act-fault.ts';
import { permitState } from '../../../domain/kinds/permit/permit-state.ts';
import { daysElsewhere, elsewhereFault } from '../../../domain/kinds/presence-elsewhere/elsewhere-on.ts';
import { kindOf, type RecordKind, type RecordOfKind } from '../../../domain/kinds/registry.ts';
import { DEFAULT_POLICIES } from '../../../domain/kinds/school/record.ts';
import { isPermitted } from '../../../domain/justifications/authorised-times.ts';
import { itemsOfDay } from '../../../domain/justifications/day-items.ts';
import { dayJustifications } from '../../../domain/justifications/day-justifications.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { isReligionGroup } from '../../../domain/school/who/religion-groups.ts';
import { bellSchemeFor } from '../../../domain/school/timetable-day.ts';
import { recordValidator } from '../../register/batch/record-validators.ts';
import type { DemoSchool } from '../build-school.ts';
import { generateSchools } from '../generate-schools.ts';
import { instantAt } from '../school-clock.ts';

const TODAY = localDate(2026, 11, 23);
const schools = generateSchools({ seed: 1, today: TODAY });

describe.each(schools.map((school) => [school.name, school] as const))(
  'what happened at %s',
  (_name, school) => {
    const classes = new Map(of(school, 'class').map((one) => [one.id, one]));
    const bells = of(school, 'bellScheme');
    const justifications = new Map(
      of(school, 'justification').map((one) => [`${one.day} ${one.pupil}`, one]),
    );
    const permits = Map.groupBy(of(school, 'permit'), ({ day, pupil }) => `${day} ${pupil}`);
    const marked = of(school, 'attendanceDay').map((day) => {
      const schoolClass = classes.get(day.class);
      const key = `${day.day} ${day.pupil}`;
      const items = itemsOfDay(day.events, {
        day: day.day,
        hours: (schoolClass && bellSchemeFor(bells, schoolClass, day.day)?.hours) ?? [],
        mode: 'daily',
        policies: DEFAULT_POLICIES,
        isExcused: (item) => isPermitted(item, permits.get(key) ?? []),
      });
      return { day, is: dayJustifications(justifications.get(key)?.acts ?? [], items, true) };
    });
    const statesOf = (startYear: number) =>
      Map.groupBy(
        marked.filter(({ day }) => startYearOf(day.day) === startYear).flatMap(({ is }) => is.items),
        ({ state }) => state,
      );

    it('has comings and goings of every kind, none of them in contradiction', () => {
      const days = of(school, 'attendanceDay');
      expect(days.filter(({ events }) => eventFault(events) !== undefined)).toEqual([]);
      const shapes = new Set(days.map(({ events }) => events.map(({ kind }) => kind).join(' ')));
      for (const shape of ['absent', 'entry', 'exit', 'entry exit', 'outOfClass'])
        expect(shapes).toContain(shape);
      const returned = days.filter(({ events }) => {
        const [entry, exit] = ['entry', 'exit'].map(
          (kind) => events.find((one) => one.kind === kind)?.time ?? '',
        );
        return exit !== '' && entry !== '' && (exit ?? '') < (entry ?? '');
      });
      expect(returned.length).toBeGreaterThan(5);
    });

    it('has justifications in every state in the year that goes on, and next to none to do in the one that is over', () => {
      const now = statesOf(2026);
      for (const state of ['toJustify', 'sent', 'validated', 'rejected', 'notRequired'] as const)
        expect(now.get(state)?.length ?? 0).toBeGreaterThan(0);
      const before = statesOf(2025);
      const all = [...before.values()].flat().length;
      expect((before.get('toJustify')?.length ?? 0) / all).toBeLessThan(0.02);
      expect((before.get('validated')?.length ?? 0) / all).toBeGreaterThan(0.8);
    });

    it('says of each act all that it has to say, answers what stood, and knows nothing of today', () => {
      const acts = of(school, 'justification').flatMap((one) => one.acts);
      expect(acts.filter((act) => !isWholeAct(act))).toEqual([]);
      expect(acts.filter(({ at }) => at >= instantAt(TODAY, 0))).toEqual([]);
      expect(marked.flatMap(({ is }) => is.voided)).toEqual([]);
      const states = of(school, 'permit').map(({ acts: own }) => permitState(own));
      expect(states.flatMap(({ voided }) => voided)).toEqual([]);
      expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['asked', 'granted']));
    });

    it('lets nobody be absent, come or go while elsewhere for the school, and has each sort of it', () => {
      const elsewhere = of(school, 'presenceElsewhere');
      expect(elsewhere.filter((one) => elsewhereFault(one) !== undefined)).toEqual([]);
      const days = new Set(
        elsewhere.flatMap((one) => daysElsewhere(one).map((day) => `${day} ${one.pupil}`)),
      );
      expect(marked.filter(({ day }) => days.has(`${day.day} ${day.pupil}`))).toEqual([]);
      const sorts = new Set(elsewhere.map(({ elsewhereType }) => elsewhereType));
      expect(sorts).toContain('activityInside');
      expect(sorts).toContain('activityOutside');
      expect(sorts.has('workPlacement')).toBe(
        [...classes.values()].some(({ level }) => level === 'upperSecondary'),
      );
      expect(of(school, 'classMovement').length).toBeGreaterThan(10);
      expect(of(school, 'classMovement').some(({ expected }) => expected.from !== undefined)).toBe(true);
    });

    it('has substitutions by the office and by signature, each by somebody who is free, and some of today', () => {
      const substitutions = of(school, 'substitution');
      expect(new Set(substitutions.map(({ origin }) => origin))).toEqual(new Set(['office', 'signature']));
      // An hour of a parted class has the lesson of its main part too.
      const lessons = new Map(
        of(school, 'lesson')
          .filter(({ signatures }) => signatures.some(({ type }) => type === 'substitution'))
          .map((one) => [`${one.class} ${one.day} ${one.hour}`, one]),
      );
      const entries = Map.groupBy(of(school, 'timetableEntry'), ({ weekday, hour }) => `${weekday} ${hour}`);
      for (const { class: id, day, hour, teacher, replaces } of substitutions) {
        const level = classes.get(id)?.level;
        const busy = (entries.get(`${weekdayOf(day)} ${hour}`) ?? []).filter(
          (entry) =>
            entry.validFrom <= day &&
            day <= entry.validTo &&
            classes.get(entry.class)?.level === level &&
            entry.teachers.includes(teacher),
        );
        expect(busy).toEqual([]);
        const lesson = lessons.get(`${id} ${day} ${hour}`);
        // Hours of the last days may be left to sign.
        if (lesson) expect(lesson.signatures).toMatchObject([{ teacher, type: 'substitution', replaces }]);
      }
      const printed = school.staff.find(({ username }) => username === school.accounts[0]?.username)?.person;
      expect(substitutions.some(({ day, teacher }) => day === TODAY && teacher === printed)).toBe(true);
      const taken = substitutions.map(({ teacher, day, hour }) => `${teacher} ${day} ${hour}`);
      expect(new Set(taken).size).toBe(taken.length);
    });

    it('D204 parts the hours of divided classes, each group with its own lesson, teacher and subject', () => {
      const grouped = of(school, 'lesson').filter(
        ({ group }) => group !== undefined && !isReligionGroup(group),
      );
      const divided = new Set(of(school, 'group').map((one) => one.class));
      expect(new Set(grouped.map((one) => one.class))).toEqual(divided);
      for (const id of divided) {
        const own = grouped.filter((one) => one.class === id);
        expect(new Set(own.map(({ group }) => group))).toEqual(new Set(['FRA', 'SPA']));
        // The same hour, two lessons.
        const hours = Map.groupBy(own, ({ day, hour }) => `${day} ${hour}`);
        const both = [...hours.values()].filter(({ length }) => length === 2);
        expect(both.length / hours.size).toBeGreaterThan(0.8);
        for (const [one, other] of both) {
          expect(one?.subject).not.toBe(other?.subject);
          expect(one?.signatures[0]?.teacher).not.toBe(other?.signatures[0]?.teacher);
        }
      }
    });

    it('D94 has lessons of the alternative and of supervised study beside religion, where somebody chose them', () => {
      const beside = of(school, 'lesson').filter(({ group }) => isReligionGroup(group));
      expect(new Set(beside.map(({ group }) => group))).toEqual(new Set(['alternative', 'assistedStudy']));
      const chosen = new Set(of(school, 'religionChoice').map((one) => `${one.class} ${one.choice}`));
      expect(beside.filter((one) => !chosen.has(`${one.class} ${one.group}`))).toEqual([]);
      const special = new Map<string, string | undefined>(
        of(school, 'subject').map((one) => [one.id, one.special]),
      );
      const specialOf = (subject: string | undefined) => special.get(subject ?? '');
      expect(beside.filter(({ subject, group }) => specialOf(subject) !== group)).toEqual([]);
      const religion = new Set(
        of(school, 'lesson').flatMap((one) =>
          specialOf(one.subject) === 'religion' ? `${one.class} ${one.day} ${one.hour}` : [],
        ),
      );
      const apart = beside.filter((one) => !religion.has(`${one.class} ${one.day} ${one.hour}`));
      // Only what was left to sign lacks the lesson of religion.
      expect(apart.length / beside.length).toBeLessThan(0.02);
    });

    it('D17 says what was done with the pupils who have support, by who signed for it and never of an absent pupil', () => {
      const told = of(school, 'supportTopic');
      expect(told.length).toBeGreaterThan(100);
      const signed = new Set(
        of(school, 'lesson').flatMap(({ class: id, day, hour, signatures }) =>
          signatures.flatMap(({ teacher, type }) =>
            type === 'support' ? `${id} ${day} ${hour} ${teacher}` : [],
          ),
        ),
      );
      const isSigned = (one: (typeof told)[number]) =>
        signed.has(`${one.class} ${one.day} ${one.hour} ${one.teacher}`);
      expect(told.filter((one) => !isSigned(one))).toEqual([]);
      const absent = new Set(
        marked.flatMap(({ day }) =>
          day.events.some(({ kind }) => kind === 'absent') ? `${day.day} ${day.pupil}` : [],
        ),
      );
      expect(told.filter(({ day, pupil }) => absent.has(`${day} ${pupil}`))).toEqual([]);
    });

    it('shows in the printed class what waits on the day: permits, an announced absence, pupils who will be away', () => {
      const isShown = (one: { readonly class: string; readonly day: LocalDate }) =>
        one.class === school.showcase && one.day === TODAY;
      const waiting = of(school, 'permit').filter(isShown);
      expect(waiting.map(({ move }) => move).toSorted()).toEqual(['entry', 'exit']);
      expect(waiting.map(({ acts }) => permitState(acts).state)).toEqual(['granted', 'granted']);
      expect(of(school, 'presenceElsewhere').filter(isShown)).toHaveLength(2);
      const announced = of(school, 'justification').filter(isShown);
      expect(announced.flatMap(({ acts }) => acts.map(({ act }) => act))).toEqual(['announce']);
      expect(of(school, 'permit').some(({ day }) => day > TODAY)).toBe(true);
    });
  },
);

it('knows nothing of today and the days after it where tests begin on an empty roll, and of last year its last day', () => {
  for (const { records } of generateSchools({ seed: 1, today: TODAY, history: 'untilToday' })) {
    const last = (record: (typeof records)[number]) => {
      if (record.kind === 'presenceElsewhere') return record.lastDay ?? record.day;
      return 'day' in record ? record.day : undefined;
    };
    expect(records.filter((record) => (last(record) ?? '') >= TODAY)).toEqual([]);
    expect(records.some((record) => record.kind === 'presenceElsewhere')).toBe(true);
    const ofLastYear = records.filter(
      (record) => record.kind === 'lesson' && record.day < localDate(2026, 9, 1),
    );
    expect(new Set(ofLastYear.map(last)).size).toBe(1);
    const validate = recordValidator();
    expect(records.filter((record) => !validate(kindOf(record).collection, record).ok)).toEqual([]);
  }
});

it.each([
  [2, localDate(2026, 11, 30)],
  [3, localDate(2026, 9, 14)],
  [5, localDate(2026, 12, 25)],
  [11, localDate(2026, 10, 4)],
  [3, localDate(2027, 6, 8)],
])('%i classes on %s: every record is one that the register takes, each once', (classes, today) => {
  const validate = recordValidator();
  for (const { records } of generateSchools({ seed: 2, today, classes })) {
    expect(records.filter((record) => !validate(kindOf(record).collection, record).ok)).toEqual([]);
    expect(new Set(records.map(({ kind, id }) => `${kind}/${id}`)).size).toBe(records.length);
    expect(new Set(records.map(({ entry }) => entry)).size).toBe(records.length);
  }
});

function of<K extends RecordKind>(school: DemoSchool, kind: K): readonly RecordOfKind<K>[] {
  return school.records.filter((record): record is RecordOfKind<K> => record.kind === kind);
}
