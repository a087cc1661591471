import { describe, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import type { LocalDate } from '../base/ids.ts';
import {
  absentAt,
  clock,
  justifiedDay,
  moved,
  people,
  sevenDays,
  type JustifiedDay,
  type WrittenAct,
} from '../testing/justified-day.ts';
import { sample, sampleYear } from '../testing/sample.ts';
import { absenceGroups } from './absence-groups.ts';
import { closedPeriodsOf } from '../school/limits/closed-period.ts';
import { familyRight } from '../school/who/family-right.ts';
import { validationList } from './validation-list.ts';

/** A week of November 2026: Sunday the 15th, Monday to Thursday. */
const [SUN, MON, TUE, WED, THU] = [
  '2026-11-15',
  '2026-11-16',
  '2026-11-17',
  '2026-11-18',
  '2026-11-19',
] as const;
const { first: G, second: X, student, teacher, principal, office } = people;

const absence = { item: 'absence' } as const;
const send = (at: WrittenAct['at'], changes: Partial<WrittenAct> = {}): WrittenAct => ({
  act: 'send',
  ...absence,
  at,
  reason: 'health',
  ...changes,
});
const validate = (at: WrittenAct['at'], answers: string): WrittenAct => ({
  act: 'validate',
  ...absence,
  at,
  answers,
});
const announce = (at: WrittenAct['at']): WrittenAct => ({ ...send(at), act: 'announce' });
const states = (day: JustifiedDay) => day.state().items.map(({ item, state }) => `${item} ${state}`);
const absentOn = (day: string) => justifiedDay(day, [absentAt(clock(day, '08:20'))]);

describe('the sequences of a justification', () => {
  test('D107b 1: what a teacher has validated is changed by no parent, who sees who validated it and when', () => {
    const monday = absentOn(MON);
    expect(states(monday)).toEqual(['absence toJustify']);
    expect(monday.act(G, send(clock(MON, '20:00')))).toBe('ok');
    expect(states(monday)).toEqual(['absence sent']);
    const at = clock(TUE, '08:10');
    expect(monday.act(teacher, validate(at, monday.last()))).toBe('ok');
    expect(states(monday)).toEqual(['absence validated']);
    expect(monday.act(G, send(clock(TUE, '21:00'), { reason: 'family' }))).toBe('alreadyDecided');
    expect(monday.state().items[0]).toMatchObject({
      state: 'validated',
      text: { reason: 'health' },
      decision: { by: teacher.person, at },
    });
  });

  test('D107b 2: an announced absence is sent at once, and a correction to late begins anew', () => {
    const monday = justifiedDay(MON);
    expect(monday.act(G, announce(clock(SUN, '19:00')))).toBe('ok');
    expect(monday.state().notices).toMatchObject([{ item: 'absence', state: 'announced' }]);
    monday.events = [absentAt(clock(MON, '08:20'))];
    expect(monday.state().items).toMatchObject([{ state: 'sent', text: { at: clock(SUN, '19:00') } }]);
    monday.events = [moved('entry', '09:00', clock(MON, '09:02'))];
    expect(states(monday)).toEqual(['late toJustify']);
    expect(monday.state(TUE).notices).toMatchObject([{ item: 'absence', state: 'withoutEffect' }]);
  });

  test('D107b 2: what was sent and validated for an absence says nothing of the late entry it was corrected to', () => {
    const monday = absentOn(MON);
    monday.act(G, send(clock(MON, '20:00')));
    monday.act(teacher, validate(clock(TUE, '08:10'), monday.last()));
    monday.events = [moved('entry', '09:00', clock(TUE, '08:30'))];
    expect(states(monday)).toEqual(['late toJustify']);
    expect(monday.state().voided.map(({ act, reason }) => [act.act, reason])).toEqual([
      ['send', 'itemCorrected'],
      ['validate', 'itemCorrected'],
    ]);
  });

  test('D107b 3: an announced absence of a pupil who came has no effect from midnight on', () => {
    const monday = justifiedDay(MON);
    monday.act(G, announce(clock(SUN, '19:00')));
    expect(monday.state(MON).notices).toMatchObject([{ state: 'announced' }]);
    expect(monday.state(TUE).notices).toMatchObject([{ state: 'withoutEffect' }]);
    expect(monday.state(TUE).items).toEqual([]);
  });

  test('D107b 4: one reason for three days, of which the teacher splits one off and rejects it', () => {
    const days = [MON, TUE, WED].map((day) => ({ day, here: absentOn(day) }));
    const sent = clock(WED, '18:00');
    for (const { here } of days) expect(here.act(G, send(sent, { lastDay: WED as LocalDate }))).toBe('ok');
    const groups = () =>
      absenceGroups(
        days.map(({ day, here }) => {
          const { state, isSplitOff } = must(here.state().items[0], 'an absence');
          return { day: day as LocalDate, state, isSplitOff };
        }),
        sampleYear,
      ).map(({ lessonDays, state }) => [lessonDays, state]);
    expect(groups()).toEqual([[3, 'sent']]);

    const [monday, tuesday, wednesday] = days.map(({ here }) => here) as [
      JustifiedDay,
      JustifiedDay,
      JustifiedDay,
    ];
    const rejected = wednesday.last();
    expect(wednesday.act(teacher, { act: 'splitOff', ...absence, at: clock(THU, '08:10') })).toBe('ok');
    const no = { act: 'reject', ...absence, answers: rejected, text: 'Era in gita' } as const;
    expect(wednesday.act(teacher, { ...no, at: clock(THU, '08:11') })).toBe('ok');
    for (const here of [monday, tuesday])
      expect(here.act(teacher, validate(clock(THU, '08:12'), here.last()))).toBe('ok');
    expect(groups()).toEqual([
      [2, 'validated'],
      [1, 'rejected'],
    ]);
    expect(wednesday.act(X, send(clock(THU, '19:00'), { reason: 'transport' }))).toBe('ok');
    expect(wednesday.state().items).toMatchObject([{ state: 'sent', text: { by: X.person } }]);
    expect(groups()).toEqual([
      [2, 'validated'],
      [1, 'sent'],
    ]);
  });

  test('D107b 5: the other parent reads what was sent, and changes nothing of it', () => {
    const monday = absentOn(MON);
    monday.act(G, send(clock(MON, '20:00')));
    const sent = monday.last();
    expect(monday.act(X, send(clock(MON, '21:00'), { reason: 'family' }))).toBe('sentByOther');
    const back = { act: 'withdraw', ...absence, answers: sent } as const;
    expect(monday.act(X, { ...back, at: clock(MON, '21:00') })).toBe('sentByOther');
    expect(monday.state().items).toMatchObject([{ text: { by: G.person, reason: 'health' } }]);
    expect(monday.act(G, send(clock(MON, '21:30'), { reason: 'family' }))).toBe('ok');
    expect(monday.act(G, { ...back, answers: monday.last(), at: clock(MON, '22:00') })).toBe('ok');
    expect(states(monday)).toEqual(['absence toJustify']);
  });

  test('D107b 6: a pupil who is absent again is greyed in the list of the day', () => {
    const wednesday = absentOn(WED);
    wednesday.act(G, send(clock(WED, '20:00')));
    const pupil = must(G.child, 'a child');
    const items = wednesday.state().items.map((item) => ({ ...item, pupil, day: WED as LocalDate }));
    const listOn = (today: string, absent: readonly (typeof pupil)[]) =>
      validationList(items, today as LocalDate, new Set(absent));
    expect(listOn(THU, [pupil])).toMatchObject([{ item: 'absence', state: 'sent', isGreyed: true }]);
    expect(listOn(THU, [])).toMatchObject([{ isGreyed: false }]);
  });

  test('D107b 7: a short late entry is not justified, and one corrected to an ordinary one is', () => {
    const monday = justifiedDay(MON, [moved('entry', '08:05', clock(MON, '08:05'))]);
    expect(monday.state().items).toMatchObject([{ item: 'late', state: 'notRequired', isShort: true }]);
    monday.events = [moved('entry', '08:25', clock(MON, '08:30'))];
    expect(states(monday)).toEqual(['late toJustify']);
  });

  test('D107b 8: who only reads sends nothing, nor the adult student without the right', () => {
    const may = (mayJustify: boolean) => {
      const facts = { isAdult: true, studentMayJustify: mayJustify, policies: sevenDays };
      return { justifying: { familyRight: () => familyRight({ is: 'student', mayJustify }, facts) } };
    };
    const monday = absentOn(MON);
    const reason = send(clock(MON, '20:00'));
    expect(monday.act(G, reason, { justifying: { familyRight: () => 'readOnly' } })).toBe('forbidden');
    expect(monday.act(student, reason, may(false))).toBe('forbidden');
    expect(monday.act(student, reason)).toBe('forbidden');
    expect(states(monday)).toEqual(['absence toJustify']);
    expect(monday.act(student, reason, may(true))).toBe('ok');
    expect(states(monday)).toEqual(['absence sent']);
  });

  test.each(['teacher first', 'parent first'])(
    'D107b 9: a validation of a text that was withdrawn before has no effect, whoever arrives first: %s',
    (order) => {
      const server = absentOn(MON);
      server.act(G, send(clock(MON, '20:00')));
      const sent = server.last();
      const base = server.record;
      const [atSchool, atHome] = [server.copy(), server.copy()];
      expect(atSchool.act(teacher, validate(clock(TUE, '09:00'), sent))).toBe('ok');
      const withdraw = { act: 'withdraw', ...absence, answers: sent, at: clock(TUE, '08:55') } as const;
      expect(atHome.act(G, withdraw)).toBe('ok');
      const [one, other] = order === 'teacher first' ? [atSchool, atHome] : [atHome, atSchool];
      server.receive(one, base);
      server.receive(other, base);
      expect(states(server)).toEqual(['absence toJustify']);
      expect(server.state().voided).toMatchObject([
        { act: { act: 'validate' }, reason: 'textWithdrawn', because: { act: 'withdraw', by: G.person } },
      ]);
    },
  );

  test('D107b 9: a validation of a text that was written anew before leaves the new one sent', () => {
    const server = absentOn(MON);
    server.act(G, send(clock(MON, '20:00')));
    const base = server.record;
    const [atSchool, atHome] = [server.copy(), server.copy()];
    expect(atSchool.act(teacher, validate(clock(TUE, '09:00'), server.last()))).toBe('ok');
    expect(atHome.act(G, send(clock(TUE, '08:55'), { reason: 'family', answers: server.last() }))).toBe('ok');
    server.receive(atSchool, base);
    server.receive(atHome, base);
    expect(server.state().items).toMatchObject([{ state: 'sent', text: { reason: 'family' } }]);
    expect(server.state().voided).toMatchObject([{ act: { act: 'validate' }, reason: 'textWithdrawn' }]);
  });

  test('D107b 9: a validation of a text that was read holds, though the clock of the teacher is behind the parent’s', () => {
    const monday = absentOn(MON);
    monday.act(G, send(clock(TUE, '09:01')));
    expect(monday.act(teacher, validate(clock(TUE, '09:00'), monday.last()))).toBe('ok');
    expect(states(monday)).toEqual(['absence validated']);
  });

  test('D104, D107b 10: of a closed period nothing is sent any more, nor validated', () => {
    const closed = {
      closedPeriods: () => closedPeriodsOf({ ...sampleYear, frozen: [{ period: 0 }] }, sample.class),
    };
    const monday = absentOn(MON);
    expect(monday.act(G, send(clock(MON, '20:00')), closed)).toBe('periodClosed');
    expect(monday.act(G, announce(clock(SUN, '19:00')), closed)).toBe('periodClosed');
    expect(monday.act(G, send(clock(MON, '20:00')))).toBe('ok');
    const yes = validate(clock(TUE, '08:10'), monday.last());
    expect(monday.act(teacher, yes, closed)).toBe('periodClosed');
  });
});

describe('the rest of the machine', () => {
  const onPaper = (at: WrittenAct['at']): WrittenAct => ({
    act: 'justify',
    ...absence,
    at,
    reason: 'family',
    origin: 'paper',
  });

  test('B.1 the office writes down what came on paper, and validates nothing', () => {
    const monday = absentOn(MON);
    expect(monday.act(office, onPaper(clock(TUE, '08:30')))).toBe('ok');
    expect(monday.state().items).toMatchObject([
      { state: 'validated', decision: { origin: 'paper', by: office.person } },
    ]);
    const tuesday = absentOn(TUE);
    tuesday.act(G, send(clock(TUE, '20:00')));
    expect(tuesday.act(office, validate(clock(WED, '08:30'), tuesday.last()))).toBe('forbidden');
  });

  test('B.1 the staff revokes with a reason, after which the family begins from what it had written', () => {
    const monday = absentOn(MON);
    monday.act(G, send(clock(MON, '20:00')));
    monday.act(teacher, validate(clock(TUE, '08:10'), monday.last()));
    const revoke = { act: 'revoke', ...absence, answers: monday.last(), at: clock(TUE, '10:00') } as const;
    expect(monday.act(teacher, { ...revoke, text: 'Errore' })).toBe('forbidden');
    expect(monday.act(principal, revoke)).toBe('invalid');
    expect(monday.act(principal, { ...revoke, text: 'Convalidata per errore' })).toBe('ok');
    expect(monday.state().items).toMatchObject([
      { state: 'toJustify', draft: { reason: 'health' }, endedBy: { text: 'Convalidata per errore' } },
    ]);
    expect(monday.act(G, send(clock(TUE, '20:00')))).toBe('ok');
  });

  test('B.1 a validation is revoked within its period, and not in the next one', () => {
    const monday = absentOn(MON);
    monday.act(G, send(clock(MON, '20:00')));
    monday.act(teacher, validate(clock(TUE, '08:10'), monday.last()));
    const revokedOn = (on: string): WrittenAct => ({
      act: 'revoke',
      ...absence,
      answers: monday.last(),
      text: 'Errore',
      at: clock(on, '10:00'),
    });
    expect(monday.act(principal, revokedOn('2027-02-02'))).toBe('periodClosed');
    expect(monday.act(principal, revokedOn('2027-01-29'))).toBe('ok');
  });

  test('D14, B.1 a teacher who has not the first hour of the day validates nothing; coordinator and staff do', () => {
    const sentOn = () => {
      const monday = absentOn(MON);
      monday.act(G, send(clock(MON, '20:00')));
      return monday;
    };
    const at = clock(TUE, '10:10');
    const other = people.colleague;
    for (const [facts, said] of [
      [{}, 'forbidden'],
      [{ justifying: { coordinates: () => true } }, 'ok'],
      [{ justifying: { answersFor: () => true } }, 'ok'],
      [{ takesFirstHour: () => true }, 'ok'],
      // Of a pupil who has changed class the new class's teacher decides, and nobody of a class left before.
      [{ takesFirstHour: () => true, enrolment: 'otherDays', isEnrolledOn: () => true }, 'ok'],
      [{ takesFirstHour: () => true, enrolment: 'otherDays', isEnrolledOn: () => false }, 'forbidden'],
      // Who came to the class after the day that is justified decides on it too (D89).
      [{ takesFirstHour: () => true, teaches: false }, 'ok'],
    ] as const) {
      const monday = sentOn();
      expect(monday.act(other, validate(at, monday.last()), facts)).toBe(said);
    }
    const monday = sentOn();
    expect(monday.act(G, validate(at, monday.last()))).toBe('forbidden');
    expect(monday.act(teacher, validate(clock(MON, '21:00'), monday.last()))).toBe('notYet');
  });

  test('B.1 a rejection gives its reason, a reason “other” its words, and no act a part of another one', () => {
    const monday = absentOn(MON);
    expect(monday.act(G, send(clock(MON, '20:00'), { reason: 'other' }))).toBe('invalid');
    expect(monday.act(G, send(clock(MON, '20:00'), { reason: 'other', text: 'Trasloco' }))).toBe('ok');
    const no = { act: 'reject', ...absence, answers: monday.last(), at: clock(TUE, '08:10') } as const;
    expect(monday.act(teacher, no)).toBe('invalid');
    expect(monday.act(teacher, { ...no, text: '  ' })).toBe('invalid');
    expect(monday.act(teacher, { ...no, text: 'Manca il certificato' })).toBe('ok');
    expect(monday.act(G, send(clock(TUE, '20:00'), { collector: 'zia' }))).toBe('invalid');
  });
});
