import { describe, expect, it } from 'vitest';
import type { Instant, LocalDate } from '../base/ids.ts';
import { toEntryId, toPersonId, toSchoolId } from '../base/ids.ts';
import type { RegisterRecord } from '../kinds/registry.ts';
import type { ConflictNotice } from '../kinds/conflict-notice/record.ts';
import { DEFAULT_POLICIES } from '../kinds/school/record.ts';
import type { Lesson, Signature } from '../kinds/lesson/record.ts';
import {
  sample,
  sampleAttendance,
  sampleEvent,
  sampleHours,
  sampleLesson,
  sampleYear,
} from '../testing/sample.ts';
import type { Actor } from '../access/actor.ts';
import { authorizeWrite, type EntryFacts } from './authorize-write.ts';
import type { WriteFacts } from '../school/write-facts.ts';

const bianchi: Actor = {
  school: sample.school,
  person: sample.bianchi,
  roles: ['teacher'],
  classes: [sample.class],
};
const facts: WriteFacts = {
  policies: DEFAULT_POLICIES,
  year: sampleYear,
  hours: sampleHours,
  teaches: true,
  subjects: [sample.maths],
  enrolment: 'enrolled',
};
const now = sample.evening;

function signature(teacher = sample.bianchi, changes: Partial<Signature> = {}): Signature {
  return { teacher, type: 'ordinary', subject: sample.maths, signedAt: sample.morning, ...changes };
}

function decide(
  next: RegisterRecord,
  options: { previous?: RegisterRecord; actor?: Actor; facts?: Partial<EntryFacts>; now?: Instant } = {},
) {
  const decision = authorizeWrite(
    options.actor ?? bianchi,
    options.previous ?? null,
    next,
    { ...facts, ...options.facts },
    options.now ?? now,
  );
  return decision.ok ? 'ok' : decision.failure.reason;
}

describe('what the server stamps', () => {
  it('takes author and school from the session and brings a future time back to now', () => {
    const forged = sampleLesson({
      author: sample.neri,
      school: toSchoolId('EVIL0001'),
      recordedAt: '2027-01-01T00:00:00.000Z' as Instant,
      receivedAt: sample.morning,
    });
    // The day is today, so that only the clock is wrong.
    const decision = authorizeWrite(bianchi, null, forged, facts, now);
    expect(decision.ok && decision.value).toMatchObject({
      author: sample.bianchi,
      school: sample.school,
      recordedAt: now,
    });
    expect(decision.ok && decision.value.receivedAt).toBeUndefined();
  });
});

describe('signing a lesson', () => {
  it('is for a teacher of the class, with a subject taught there or as substitution', () => {
    expect(decide(sampleLesson({ signatures: [signature()] }))).toBe('ok');
    expect(decide(sampleLesson({ signatures: [signature()] }), { facts: { subjects: [] } })).toBe(
      'forbidden',
    );
    const { subject: _none, ...substitution } = signature(sample.bianchi, { type: 'substitution' });
    expect(decide(sampleLesson({ signatures: [substitution] }), { facts: { subjects: [] } })).toBe('ok');
    expect(decide(sampleLesson({ signatures: [signature()] }), { facts: { teaches: false } })).toBe(
      'forbidden',
    );
    expect(decide(sampleLesson(), { actor: { ...bianchi, roles: ['office'] } })).toBe('forbidden');
  });

  it('as a substitute is for every teacher of the school, in every class that it has', () => {
    const { subject: _none, ...standIn } = signature(sample.bianchi, { type: 'substitution' });
    const signed = sampleLesson({ signatures: [standIn], topic: 'Supplenza' });
    const elsewhere = { teaches: false, subjects: [], schoolHasClass: true };
    expect(decide(signed, { facts: elsewhere })).toBe('ok');
    // A device that does not know all classes leaves it to the server.
    expect(decide(signed, { facts: { teaches: false } })).toBe('ok');
    expect(decide(signed, { facts: { ...elsewhere, schoolHasClass: false } })).toBe('forbidden');
    expect(decide(signed, { facts: elsewhere, actor: { ...bianchi, roles: ['office'] } })).toBe('forbidden');
    expect(decide({ ...signed, signatures: [] }, { previous: signed, facts: elsewhere })).toBe('ok');
    const ordinary = { ...signed, signatures: [signature()] };
    expect(decide(ordinary, { previous: signed, facts: elsewhere })).toBe('forbidden');
    const colleagues = sampleLesson({ signatures: [signature(sample.neri, { type: 'substitution' })] });
    expect(decide({ ...colleagues, topic: 'x' }, { previous: colleagues, facts: elsewhere })).toBe(
      'forbidden',
    );
  });

  it('D209: names a colleague as the one who is replaced, and nobody else', () => {
    const { subject: _none, ...standIn } = signature(sample.bianchi, {
      type: 'substitution',
      replaces: sample.neri,
    });
    const signed = sampleLesson({ signatures: [standIn] });
    const isColleague = (person: string) => person === sample.neri;
    expect(decide(signed, { facts: { isColleague } })).toBe('ok');
    const ofPupil = sampleLesson({ signatures: [{ ...standIn, replaces: toPersonId('pupil-rossi') }] });
    expect(decide(ofPupil, { facts: { isColleague } })).toBe('invalid');
  });

  it('never takes a lesson over into another class or group whose key looks the same', () => {
    const site = sampleLesson({ class: `${sample.class}.nord` as typeof sample.class });
    const group = { ...sampleLesson({ group: 'nord' }), id: site.id };
    expect(decide(group, { previous: site })).toBe('identityChanged');
  });

  it('D20: never adds, changes or takes back a colleague’s signature', () => {
    const signed = sampleLesson({ signatures: [signature(sample.neri)] });
    expect(decide(sampleLesson({ signatures: [signature(sample.neri)] }))).toBe('othersSignature');
    expect(decide(sampleLesson({ signatures: [] }), { previous: signed })).toBe('othersSignature');
    expect(
      decide({ ...signed, signatures: [signature(sample.neri, { type: 'support' })] }, { previous: signed }),
    ).toBe('othersSignature');
    expect(
      decide({ ...signed, signatures: [signature(sample.neri), signature()] }, { previous: signed }),
    ).toBe('ok');
    expect(decide({ ...signed, topic: 'Altro' }, { previous: signed })).toBe('othersSignature');
  });

  it('D16: allows each teacher one signature', () => {
    const twice = [signature(), signature(sample.bianchi, { signedAt: sample.evening })];
    expect(decide(sampleLesson({ signatures: twice }))).toBe('invalid');
  });

  it('keeps the key of the record and its content together', () => {
    expect(decide({ ...sampleLesson(), hour: 2 })).toBe('identityChanged');
    expect(decide(sampleAttendance(), { previous: sampleLesson() })).toBe('identityChanged');
  });

  it('is refused on future days, on days without lessons, outside the school’s window', () => {
    expect(decide(sampleLesson({ day: '2026-11-24' as LocalDate }))).toBe('futureDay');
    expect(decide(sampleLesson({ day: '2026-11-22' as LocalDate }))).toBe('noLessonDay');
    expect(decide(sampleLesson(), { facts: { year: null } })).toBe('noLessonDay');
    const sameDay = { facts: { policies: { ...DEFAULT_POLICIES, signingWindow: 'sameDay' } } } as const;
    expect(decide(sampleLesson({ day: '2026-11-20' as LocalDate }), sameDay)).toBe('windowClosed');
    expect(decide(sampleLesson({ recordedAt: sample.evening }), sameDay)).toBe('ok');
    const duringHour = { facts: { policies: { ...DEFAULT_POLICIES, signingWindow: 'duringHour' } } } as const;
    expect(decide(sampleLesson(), duringHour)).toBe('ok');
    expect(decide(sampleLesson({ recordedAt: sample.evening }), duringHour)).toBe('windowClosed');
  });

  it('judges by the recorded time and not by the arrival days later', () => {
    const sameDay = { policies: { ...DEFAULT_POLICIES, signingWindow: 'sameDay' } } as const;
    expect(decide(sampleLesson(), { facts: sameDay, now: '2026-11-30T08:00:00.000Z' as Instant })).toBe('ok');
  });

  describe('before its time (D19)', () => {
    const second = (changes: Partial<Lesson>) => sampleLesson({ hour: 2, ...changes });
    const called = { rollCall: { by: sample.bianchi, at: sample.morning } };

    it('is neither signed nor called in an hour that has not begun, and may be prepared', () => {
      expect(decide(second({ signatures: [signature()] }))).toBe('notYet');
      expect(decide(second(called))).toBe('notYet');
      expect(decide(second({ topic: 'Frazioni' }))).toBe('ok');
      const atTheBell = '2026-11-23T07:55:00.000Z' as Instant;
      const soon = signature(sample.bianchi, { signedAt: atTheBell });
      expect(decide(second({ signatures: [soon], recordedAt: atTheBell }))).toBe('ok');
    });

    it('takes what was written before the rule of the school or by a colleague as it stands', () => {
      const colleagues = second({ signatures: [signature(sample.neri)] });
      expect(decide({ ...colleagues, activity: '' }, { previous: colleagues })).toBe('ok');
      const mine = second({ signatures: [signature()] });
      expect(decide({ ...mine, topic: 'x' }, { previous: mine })).toBe('ok');
    });

    it('is signed with the hour before it, which is the same teacher’s and has begun; its roll is not', () => {
      const block = { facts: { ownHours: [1, 2] } };
      expect(decide(second({ signatures: [signature()] }), block)).toBe('ok');
      expect(decide(second(called), block)).toBe('notYet');
      expect(decide(second({ signatures: [signature()] }), { facts: { ownHours: [2] } })).toBe('notYet');
      expect(
        decide(sampleLesson({ hour: 3, signatures: [signature()] }), { facts: { ownHours: [1, 3] } }),
      ).toBe('notYet');
    });

    it('is signed with it also where the school wants lessons written during the hour: the block is its window', () => {
      const policies = { ...DEFAULT_POLICIES, signingWindow: 'duringHour' } as const;
      const block = { facts: { policies, ownHours: [1, 2] } };
      const at = (clock: string) => `2026-11-23T${clock}:00.000Z` as Instant;
      const signed = (clock: string, hour: number) =>
        sampleLesson({
          hour,
          signatures: [signature(sample.bianchi, { signedAt: at(clock) })],
          recordedAt: at(clock),
        });
      expect(decide(signed('07:10', 2), block)).toBe('ok');
      expect(decide(signed('08:40', 1), block)).toBe('ok');
      expect(decide(signed('06:55', 1), block)).toBe('ok');
      expect(decide(signed('06:54', 1), block)).toBe('windowClosed');
      expect(decide(signed('09:01', 1), block)).toBe('windowClosed');
      expect(decide({ ...signed('07:10', 2), ...called }, block)).toBe('notYet');
      expect(decide(signed('08:40', 1), { facts: { policies, ownHours: [1, 3] } })).toBe('windowClosed');
      expect(decide(signed('07:10', 2), { facts: { policies, ownHours: [2] } })).toBe('windowClosed');
      const relaxed = { ...policies, beforeHour: 'sameDay' } as const;
      expect(decide(signed('07:10', 2), { facts: { policies: relaxed } })).toBe('ok');
      expect(decide(signed('09:01', 2), { facts: { policies: relaxed } })).toBe('windowClosed');
    });

    it('may run ahead of the hour, never of the day, where the school says so', () => {
      const relaxed = { facts: { policies: { ...DEFAULT_POLICIES, beforeHour: 'sameDay' } } } as const;
      expect(decide(second({ signatures: [signature()], ...called }), relaxed)).toBe('ok');
      const tomorrow = second({ signatures: [signature()], day: '2026-11-24' as LocalDate });
      expect(decide(tomorrow, relaxed)).toBe('futureDay');
      const ahead = sampleAttendance({ events: [sampleEvent('exit', '11:00')] });
      expect(decide(ahead, relaxed)).toBe('ok');
      expect(decide(ahead)).toBe('notYet');
    });

    it('A2 the roll of an hour to come is prepared without a time, its beginning included', () => {
      expect(decide(sampleAttendance({ events: [sampleEvent('exit', '09:00', 2)] }))).toBe('notYet');
      expect(decide(sampleAttendance({ events: [sampleEvent('entry', '09:00', 2)] }))).toBe('notYet');
      expect(decide(sampleAttendance({ events: [sampleEvent('outOfClass', undefined, 2)] }))).toBe('ok');
      expect(decide(sampleAttendance({ events: [sampleEvent('exit', '09:10', 2)] }))).toBe('notYet');
      // Ten past eight: half an hour is foreseen, not more.
      expect(decide(sampleAttendance({ events: [sampleEvent('exit', '08:40')] }))).toBe('ok');
      expect(decide(sampleAttendance({ events: [sampleEvent('exit', '08:41')] }))).toBe('notYet');
      expect(decide(sampleAttendance({ events: [sampleEvent('absent', undefined, 2)] }))).toBe('ok');
    });
  });

  it('lets nobody confirm the roll in another’s name', () => {
    expect(decide(sampleLesson({ rollCall: { by: sample.neri, at: sample.morning } }))).toBe('forbidden');
    expect(decide(sampleLesson({ rollCall: { by: sample.bianchi, at: sample.morning } }))).toBe('ok');
  });
});

describe('marking attendance', () => {
  it('gives one refusal for a pupil of another class, a missing pupil and a class not hers', () => {
    const marked = { events: [sampleEvent('absent')] };
    expect(decide(sampleAttendance(marked))).toBe('ok');
    expect(decide(sampleAttendance(marked), { facts: { teaches: false } })).toBe('forbidden');
    expect(
      decide(sampleAttendance({ ...marked, pupil: toPersonId('nobody') }), { facts: { enrolment: 'never' } }),
    ).toBe('forbidden');
  });

  it('is judged by the assignment of the day, not by that of the moment of arrival', () => {
    const supply = { ...bianchi, classes: [] };
    expect(decide(sampleAttendance({ events: [sampleEvent('absent')] }), { actor: supply })).toBe('ok');
    const principal = { ...bianchi, roles: ['teacher', 'principal'] } as const;
    expect(decide(sampleAttendance(), { actor: principal, facts: { teaches: false } })).toBe('forbidden');
  });

  it('knows no hour that the bell scheme does not have', () => {
    expect(decide(sampleAttendance({ events: [sampleEvent('outOfClass', undefined, 20)] }))).toBe('invalid');
    expect(decide(sampleLesson({ hour: 20 }))).toBe('invalid');
  });

  it('is refused on a day on which the pupil was not in the class (D15)', () => {
    expect(decide(sampleAttendance(), { facts: { enrolment: 'otherDays' } })).toBe('notEnrolled');
  });

  it('follows the pupil into the class of the day, wherever the day’s first mark was made (D202)', () => {
    const begun = sampleAttendance({ class: sample.otherClass, events: [sampleEvent('absent')] });
    const next = sampleAttendance({ events: [...begun.events, sampleEvent('entry', '08:05', 2)] });
    expect(decide(next, { previous: begun })).toBe('ok');
    expect(decide(next, { previous: begun, facts: { enrolment: 'leftToday' } })).toBe('ok');
    expect(decide(next, { previous: begun, facts: { enrolment: 'otherDays' } })).toBe('notEnrolled');
  });

  it('holds the day to the school’s policies (D8)', () => {
    expect(decide(sampleAttendance({ events: [sampleEvent('absent'), sampleEvent('entry', '08:20')] }))).toBe(
      'contradictoryEvents',
    );
    const often = [
      sampleEvent('entry', '08:02'),
      sampleEvent('exit', '08:05'),
      sampleEvent('entry', '08:09'),
    ];
    expect(decide(sampleAttendance({ events: often }))).toBe('ok');
  });

  it('takes no event in a colleague’s name, and keeps those that are there', () => {
    const colleagues = sampleAttendance({ events: [sampleEvent('entry', '08:20', 1, sample.neri)] });
    expect(decide(colleagues)).toBe('forbidden');
    const both = { ...colleagues, events: [...colleagues.events, sampleEvent('exit', '08:12', 3)] };
    expect(decide(both, { previous: colleagues })).toBe('ok');
  });

  describe('only during the hour', () => {
    const facts = { policies: { ...DEFAULT_POLICIES, signingWindow: 'duringHour' } } as const;
    const inThirdHour = { recordedAt: '2026-11-23T09:30:00.000Z' as Instant };
    const late = sampleAttendance({ events: [sampleEvent('entry', '08:20')] });
    const absent = sampleAttendance({ events: [sampleEvent('absent')] });

    it('takes nothing away from an hour that is over', () => {
      const taken = sampleAttendance({ events: [], ...inThirdHour });
      expect(decide(taken, { previous: late, facts })).toBe('windowClosed');
      expect(decide(taken, { previous: absent, facts })).toBe('windowClosed');
      const absentNow = { ...taken, events: [sampleEvent('absent', undefined, 3)] };
      expect(decide(absentNow, { previous: late, facts })).toBe('windowClosed');
      expect(decide({ ...taken, recordedAt: sample.morning }, { previous: late, facts })).toBe('ok');
    });

    it('takes nothing away that does not give the hour its mark, and corrects no time in it', () => {
      const [entry, exit] = [sampleEvent('entry', '08:20'), sampleEvent('exit', '08:40')];
      const both = sampleAttendance({ events: [entry, exit] });
      const rewritten = [
        [exit],
        [sampleEvent('entry', '08:25'), exit],
        [entry, sampleEvent('exit', '08:45')],
      ];
      for (const events of rewritten)
        expect(decide(sampleAttendance({ events, ...inThirdHour }), { previous: both, facts })).toBe(
          'windowClosed',
        );
    });

    it('lets an absence end in a later hour: its own hour stays absent', () => {
      const entry = { ...sampleEvent('entry', '10:00', 3), at: inThirdHour.recordedAt };
      const arrived = sampleAttendance({ events: [entry], ...inThirdHour });
      expect(decide(arrived, { previous: absent, facts })).toBe('ok');
    });

    it('does not hold against an author what they did not know of', () => {
      const mine = sampleAttendance({ events: [sampleEvent('absent', undefined, 3)], ...inThirdHour });
      expect(decide(mine, { previous: late, facts: { ...facts, started: null } })).toBe('ok');
      expect(decide(mine, { previous: late, facts: { ...facts, started: late } })).toBe('windowClosed');
    });
  });

  it('is refused on a future day', () => {
    expect(decide(sampleAttendance({ day: '2026-11-24' as LocalDate }))).toBe('futureDay');
  });
});

describe('everything else', () => {
  it('is read-only for devices', () => {
    expect(decide(sampleYear)).toBe('readOnly');
    expect(decide(sampleYear, { actor: { ...bianchi, roles: ['principal', 'office'] } })).toBe('readOnly');
  });

  it('lets the addressee mark a conflict as seen, and change nothing else in it', () => {
    const notice: ConflictNotice = {
      id: 'n1',
      kind: 'conflictNotice',
      school: sample.school,
      author: sample.neri,
      entry: toEntryId('00000000-0000-7000-8000-00000000ffff'),
      recordedAt: sample.morning,
      addressee: sample.bianchi,
      recordKind: 'lesson',
      recordCollection: 'lessons',
      record: 'x',
      field: 'topic',
      lost: '"a"',
      kept: '"b"',
      keptAuthor: sample.neri,
      lostRecordedAt: sample.morning,
      keptRecordedAt: sample.evening,
      seen: false,
    };
    const decision = authorizeWrite(bianchi, notice, { ...notice, seen: true, kept: '"forged"' }, facts, now);
    expect(decision.ok && decision.value).toMatchObject({ seen: true, kept: '"b"' });
    expect(decide({ ...notice, seen: true })).toBe('forbidden');
    expect(decide({ ...notice, seen: true }, { previous: { ...notice, addressee: sample.neri } })).toBe(
      'forbidden',
    );
  });
});
