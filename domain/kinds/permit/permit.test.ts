import { describe, expect, test } from 'vitest';
import type { Instant, LocalDate, LocalTime } from '../../base/ids.ts';
import { authorizeWrite, type EntryFacts } from '../../entries/authorize-write.ts';
import { MOST_ACTS_OF_ONE } from '../../record/acts.ts';
import {
  hourOfPermit,
  isPermitted,
  isPermitUsed,
  markOfPermit,
} from '../../justifications/authorised-times.ts';
import { clock, moved, people, sevenDays } from '../../testing/justified-day.ts';
import { bellHour, sample, sampleEntry, sampleHours, sampleYear } from '../../testing/sample.ts';
import { permitState } from './permit-state.ts';
import { permitId, type Permit, type PermitAct } from './record.ts';

const day = '2026-10-06' as LocalDate;
const facts: EntryFacts = {
  policies: sevenDays,
  year: sampleYear,
  hours: sampleHours,
  teaches: true,
  subjects: [],
  enrolment: 'enrolled',
};
const { first: G, second: X, principal, teacher } = people;

function permit(move: Permit['move'], acts: Permit['acts']): Permit {
  return {
    id: permitId(day, sample.pupil, move),
    kind: 'permit',
    school: sample.school,
    author: sample.bianchi,
    entry: sampleEntry(),
    recordedAt: acts.at(-1)?.at ?? sample.morning,
    day,
    move,
    class: sample.class,
    pupil: sample.pupil,
    acts,
  };
}

function write(
  who: typeof G | typeof principal,
  before: Permit['acts'],
  act: Omit<PermitAct, 'id' | 'by'>,
  move: Permit['move'] = 'entry',
  changes: Partial<EntryFacts> = {},
): Permit['acts'] | string {
  const next = permit(move, [...before, { ...act, id: `${before.length}`, by: who.person }]);
  const previous = before.length === 0 ? null : permit(move, before);
  const decided = authorizeWrite(who, previous, next, { ...facts, ...changes }, act.at);
  return decided.ok ? (decided.value as Permit).acts : decided.failure.reason;
}

const ask = (time: string, at: Instant) =>
  ({ act: 'ask', time: time as LocalTime, reason: 'health', at }) as const;

describe('a permit', () => {
  test('D90 is asked for until 16:00 of the day before', () => {
    expect(write(G, [], ask('09:30', clock('2026-10-05', '15:59')))).toHaveLength(1);
    expect(write(G, [], ask('09:30', clock('2026-10-05', '16:00')))).toHaveLength(1);
    expect(write(G, [], ask('09:30', clock('2026-10-05', '16:01')))).toBe('tooLate');
    expect(write(G, [], ask('09:30', clock('2026-10-06', '07:00')))).toBe('tooLate');
    const earlier = { ...sevenDays, justification: { permitUntil: '12:00' as LocalTime } };
    const asked = ask('09:30', clock('2026-10-05', '12:01'));
    expect(write(G, [], asked, 'entry', { policies: earlier })).toBe('tooLate');
  });

  test('D90 is for an entry in the first hours, and an exit in the last ones', () => {
    const at = clock('2026-10-05', '12:00');
    const policies = { ...sevenDays, justification: { entryUntilHour: 2, exitInLastHours: 1 } };
    expect(write(G, [], ask('09:59', at), 'entry', { policies })).toHaveLength(1);
    expect(write(G, [], ask('10:00', at), 'entry', { policies })).toBe('invalid');
    expect(write(G, [], ask('10:00', at), 'exit', { policies })).toHaveLength(1);
    expect(write(G, [], ask('09:59', at), 'exit', { policies })).toBe('invalid');
  });

  test('D90 is for an exit in the last lessons of the class, whatever bells ring after them', () => {
    const exitAt = (time: string, hours = sampleHours.slice(0, 2)) =>
      write(G, [], ask(time, clock('2026-10-05', '12:00')), 'exit', { lessonHours: () => hours });
    expect(exitAt('08:30')).toHaveLength(1);
    expect(exitAt('10:00')).toBe('invalid');
    expect(exitAt('10:00', [...sampleHours])).toHaveLength(1);
  });

  test('D14, D91 names as collector nobody who may not collect the pupil on the day', () => {
    const asked = { ...ask('09:30', clock('2026-10-05', '12:00')), collector: 'aunt' };
    expect(
      write(G, [], asked, 'entry', { mayCollect: (id, on) => id === 'aunt' && on === day }),
    ).toHaveLength(1);
    expect(write(G, [], asked, 'entry', { mayCollect: () => false })).toBe('notDelegate');
    expect(write(G, [], asked)).toHaveLength(1);
  });

  test('D90 is asked for by one person so often and no more, which leaves room for the others', () => {
    const by = (who: typeof G, count: number): Permit['acts'] =>
      Array.from({ length: count }, (_, index) => ({
        ...ask('09:30', clock('2026-10-05', '10:00')),
        id: `${who.person}-${index}`,
        by: who.person,
      }));
    const again = ask('09:40', clock('2026-10-05', '12:00'));
    expect(write(G, by(G, MOST_ACTS_OF_ONE), again)).toBe('tooManyActs');
    expect(write(G, by(G, MOST_ACTS_OF_ONE - 1), again)).toHaveLength(MOST_ACTS_OF_ONE);
    // What somebody else has written leaves everybody their own number: the answer is about what stands.
    expect(write(G, by(X, MOST_ACTS_OF_ONE), again)).toBe('alreadyDecided');
  });

  test('D90 shows as used when the pupil is gone for good, not after an earlier going', () => {
    const at = clock(day, '08:30');
    const [went, back] = [moved('exit', '08:30', at), moved('entry', '09:30', at)];
    const noon = '10:30' as LocalTime;
    expect(isPermitUsed('exit', noon, [])).toBe(false);
    expect(isPermitUsed('exit', noon, [went, back])).toBe(false);
    expect(isPermitUsed('exit', noon, [went])).toBe(true);
    expect(isPermitUsed('exit', noon, [went, back, moved('exit', '10:40', at)])).toBe(true);
    expect(isPermitUsed('entry', noon, [back])).toBe(true);
    expect(isPermitUsed('entry', noon, [went, back])).toBe(false);
  });

  test('D90 belongs to one hour also in a pause: coming to the next one, leaving to the one before', () => {
    const hours = [bellHour(1, '08:00', '09:00'), bellHour(2, '09:10', '10:00')];
    const hourOf = (move: Permit['move'], time: string) => hourOfPermit(move, time as LocalTime, hours)?.hour;
    expect([hourOf('entry', '09:05'), hourOf('exit', '09:05')]).toEqual([2, 1]);
    expect([hourOf('entry', '09:10'), hourOf('exit', '09:10')]).toEqual([2, 2]);
    expect([hourOf('entry', '07:50'), hourOf('exit', '07:50')]).toEqual([1, 1]);
    expect([hourOf('entry', '10:00'), hourOf('exit', '10:00')]).toEqual([2, 2]);
  });

  test('D90 is granted by the staff alone, and then changed by nobody', () => {
    const asked = write(G, [], ask('09:30', clock('2026-10-05', '12:00')));
    if (typeof asked === 'string') throw new Error(asked);
    const grant = { act: 'grant', answers: '0', at: clock('2026-10-05', '17:00') } as const;
    expect(write(G, asked, grant)).toBe('forbidden');
    expect(write(teacher, asked, grant)).toBe('forbidden');
    expect(write(teacher, asked, grant, 'entry', { justifying: { answersFor: () => true } })).toHaveLength(2);
    const granted = write(principal, asked, grant);
    if (typeof granted === 'string') throw new Error(granted);
    expect(permitState(granted)).toMatchObject({ state: 'granted', request: { time: '09:30' } });
    expect(write(G, granted, ask('09:50', clock('2026-10-05', '15:00')))).toHaveLength(3);
    const later = { act: 'withdraw', answers: '0', at: clock('2026-10-05', '18:00') } as const;
    expect(write(G, granted, later)).toBe('alreadyDecided');
  });

  test('D90 the school asks for a family that comes or telephones, at any hour, and grants it in the same act', () => {
    const at = clock(day, '09:40');
    const asked = write(principal, [], ask('10:00', at), 'entry');
    if (typeof asked === 'string') throw new Error(asked);
    const granted = write(principal, asked, { act: 'grant', answers: '0', at });
    if (typeof granted === 'string') throw new Error(granted);
    expect(permitState(granted)).toMatchObject({ state: 'granted', request: { time: '10:00' } });
    expect(write(teacher, [], ask('10:00', at))).toBe('forbidden');
    const coordinates = { justifying: { coordinates: () => true } };
    expect(write(teacher, [], ask('10:00', at), 'entry', coordinates)).toHaveLength(1);
    const office = { ...principal, roles: ['office'] as const, classes: [sample.class] };
    expect(write(office, [], ask('10:00', at))).toHaveLength(1);
    expect(write({ ...office, classes: [] }, [], ask('10:00', at))).toBe('forbidden');
  });

  test('D90 the school gives none for a day that is over, and none outside the bells of the class', () => {
    const asked = (time: string, at: Instant, move: Permit['move'] = 'exit') =>
      write(principal, [], ask(time, at), move);
    const before = clock('2026-10-05', '12:00');
    expect(asked('09:30', clock(day, '23:59'))).toHaveLength(1);
    expect(asked('09:30', clock('2026-10-07', '00:01'))).toBe('tooLate');
    const [first, last] = [sampleHours[0]?.start ?? '', sampleHours.at(-1)?.end ?? ''];
    expect(asked(first, before)).toHaveLength(1);
    // Who comes with the first bell is not late (D93).
    expect(asked(first, before, 'entry')).toBe('invalid');
    for (const move of ['entry', 'exit'] as const)
      for (const time of ['07:00', last, '23:12']) expect(asked(time, before, move)).toBe('invalid');
    const unknown = write(principal, [], ask('23:12', before), 'exit', { hours: [] });
    expect(unknown).toHaveLength(1);
  });

  test('D90 a request is granted until its day is over, by the time of the grant, and refused after that too', () => {
    const asked: Permit['acts'] = [{ ...ask('09:30', clock('2026-10-05', '12:00')), id: '0', by: G.person }];
    const decide = (act: 'grant' | 'refuse', at: Instant) =>
      write(principal, asked, { act, answers: '0', at, ...(act === 'refuse' ? { text: 'Verifica' } : {}) });
    expect(decide('grant', clock(day, '23:59'))).toHaveLength(2);
    expect(decide('grant', clock('2026-10-07', '00:01'))).toBe('tooLate');
    expect(decide('refuse', clock('2026-10-07', '00:01'))).toHaveLength(2);
  });

  test('D90 whoever has granted a permit takes that back, and nobody else does', () => {
    const at = clock('2026-10-05', '17:00');
    const asked: Permit['acts'] = [{ ...ask('09:30', clock('2026-10-05', '12:00')), id: '0', by: G.person }];
    const granted = write(principal, asked, { act: 'grant', answers: '0', at });
    if (typeof granted === 'string') throw new Error(granted);
    const back = { act: 'withdraw', answers: '1', at: clock('2026-10-05', '18:00') } as const;
    const open = write(principal, granted, back);
    if (typeof open === 'string') throw new Error(open);
    expect(permitState(open)).toEqual({ state: 'asked', request: asked[0], voided: [] });
    const coordinates = { justifying: { coordinates: () => true } };
    expect(write(teacher, granted, back, 'entry', coordinates)).toBe('alreadyDecided');
    const own: Permit['acts'] = [
      { ...ask('09:30', at), id: '0', by: principal.person },
      { act: 'grant', answers: '0', id: '1', by: principal.person, at },
    ];
    const gone = write(principal, own, back);
    expect(typeof gone === 'string' ? gone : permitState(gone)).toEqual({ state: 'withdrawn', voided: [] });
  });

  test('D90 covers who comes no later, and who leaves no earlier, than was granted', () => {
    const acts = (time: string): Permit['acts'] => [
      { ...ask(time, clock('2026-10-05', '12:00')), id: '0', by: G.person },
      { act: 'grant', answers: '0', at: clock('2026-10-05', '17:00'), id: '1', by: principal.person },
    ];
    const entry = [permit('entry', acts('09:30'))];
    const at = (item: 'late' | 'exit', time: string) => ({ item, time: time as LocalTime });
    expect(isPermitted(at('late', '09:30'), entry)).toBe(true);
    expect(isPermitted(at('late', '09:31'), entry)).toBe(false);
    expect(isPermitted(at('exit', '10:40'), entry)).toBe(false);
    const exit = [permit('exit', acts('10:30'))];
    expect(exit.map(markOfPermit)).toEqual([{ kind: 'exit', time: '10:30' }]);
    expect(entry.map(markOfPermit)).toEqual([{ kind: 'late', time: '09:30' }]);
    expect(markOfPermit(permit('exit', acts('10:30').slice(0, 1)))).toBeUndefined();
    expect(isPermitted(at('exit', '10:30'), exit)).toBe(true);
    expect(isPermitted(at('exit', '10:29'), exit)).toBe(false);
    expect(isPermitted(at('exit', '10:40'), [permit('exit', acts('10:30').slice(0, 1))])).toBe(false);
  });

  test('D87 the other parent does not change a request, and a withdrawal before a grant leaves the grant without effect', () => {
    const asked: Permit['acts'] = [{ ...ask('09:30', clock('2026-10-05', '10:00')), id: '0', by: G.person }];
    expect(write(X, asked, ask('09:50', clock('2026-10-05', '11:00')))).toBe('alreadyDecided');
    const withdrawn: PermitAct = {
      id: '1',
      act: 'withdraw',
      answers: '0',
      by: G.person,
      at: clock('2026-10-05', '11:00'),
    };
    const granted: PermitAct = { ...withdrawn, id: '2', act: 'grant', at: clock('2026-10-05', '11:05') };
    for (const acts of [
      [...asked, withdrawn, granted],
      [granted, ...asked, withdrawn],
    ])
      expect(permitState(acts)).toMatchObject({ state: 'withdrawn', voided: [{ act: 'grant' }] });
  });
});
