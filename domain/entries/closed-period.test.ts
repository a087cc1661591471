import { describe, expect, it, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { toClassId, type ClassId, type Instant, type LocalDate } from '../base/ids.ts';
import { presenceElsewhereKind } from '../kinds/presence-elsewhere/kind.ts';
import { allKinds, type RegisterRecord } from '../kinds/registry.ts';
import { DEFAULT_POLICIES } from '../kinds/school/record.ts';
import { closedPeriodsOf } from '../school/limits/closed-period.ts';
import {
  sample,
  sampleAttendance,
  sampleEvent,
  sampleHours,
  sampleLesson,
  sampleYear,
} from '../testing/sample.ts';
import { authorizeWrite } from './authorize-write.ts';

const bianchi: Actor = {
  school: sample.school,
  person: sample.bianchi,
  roles: ['teacher'],
  classes: [sample.class],
};
const day = (text: string) => text as LocalDate;
/** A year of three terms, as one that the middle one is of. */
const threeTerms = {
  ...sampleYear,
  periods: [
    { name: 'Primo trimestre', from: day('2026-09-14'), to: day('2026-11-30') },
    { name: 'Secondo trimestre', from: day('2026-12-01'), to: day('2027-02-28') },
    { name: 'Terzo trimestre', from: day('2027-03-01'), to: day('2027-06-08') },
  ],
};
const AFTERWARDS = '2027-03-10T10:00:00.000Z' as Instant;

interface Asked {
  readonly frozen?: readonly { readonly period: number; readonly class?: ClassId }[];
  readonly enrolments?: Parameters<typeof closedPeriodsOf>[2];
  readonly now?: Instant;
  readonly previous?: RegisterRecord;
}

function decide(
  record: RegisterRecord,
  { frozen, enrolments = [], now = AFTERWARDS, previous }: Asked = { frozen: [{ period: 1 }] },
) {
  const year = { ...threeTerms, ...(frozen ? { frozen: [...frozen] } : {}) };
  const facts = {
    policies: { ...DEFAULT_POLICIES, signingWindow: 'free' },
    year,
    hours: sampleHours,
    teaches: true,
    subjects: [sample.maths],
    enrolment: 'enrolled',
    closedPeriods: () => closedPeriodsOf(year, sample.class, enrolments),
  } as const;
  const written = { ...record, recordedAt: record.recordedAt > now ? now : record.recordedAt };
  const decision = authorizeWrite(bianchi, previous ?? null, written, facts, now);
  return decision.ok ? 'ok' : decision.failure.reason;
}

const absentOn = (on: string, at: Instant = `${on}T07:10:00.000Z` as Instant) =>
  sampleAttendance({ day: day(on), recordedAt: at, events: [{ ...sampleEvent('absent'), at }] });
const lessonOn = (on: string) =>
  sampleLesson({ day: day(on), recordedAt: `${on}T07:10:00.000Z` as Instant, topic: 'Le frazioni' });

describe('a period that is closed for its term meeting', () => {
  it('D104: with three periods the middle one is closed, and the others are open', () => {
    expect(decide(absentOn('2026-11-30'))).toBe('ok');
    expect(decide(absentOn('2026-12-01'))).toBe('periodClosed');
    expect(decide(absentOn('2027-02-26'))).toBe('periodClosed');
    expect(decide(absentOn('2027-03-01'))).toBe('ok');
  });

  it('D104: is closed for its class alone, and open again once the office has opened it', () => {
    const middle = absentOn('2027-01-15');
    expect(decide(middle, { frozen: [{ period: 1, class: sample.class }] })).toBe('periodClosed');
    expect(decide(middle, { frozen: [{ period: 1, class: sample.otherClass }] })).toBe('ok');
    expect(decide(middle, {})).toBe('ok');
  });

  it('D104: closes the days of a pupil with the class in which the pupil is assessed, which may be another one', () => {
    const middle = absentOn('2027-01-15');
    const [before, since] = [
      { class: sample.class, from: day('2026-09-14') },
      { class: sample.otherClass, from: day('2027-02-01') },
    ];
    const enrolments = [since, before];
    expect(decide(middle, { enrolments, frozen: [{ period: 1, class: sample.otherClass }] })).toBe(
      'periodClosed',
    );
    expect(decide(middle, { enrolments, frozen: [{ period: 1, class: sample.class }] })).toBe('ok');
    const first = absentOn('2026-11-23');
    expect(decide(first, { enrolments, frozen: [{ period: 0, class: sample.class }] })).toBe('periodClosed');
    // A class of the next year says nothing of this one.
    const next = { class: toClassId('2027.LS.2A'), from: day('2026-09-01') };
    expect(decide(middle, { enrolments: [before, next], frozen: [{ period: 1, class: sample.class }] })).toBe(
      'periodClosed',
    );
  });

  it('D104: takes the roll of a day that lasts, and nothing of it when the day is over, whenever it was made', () => {
    const today = absentOn('2027-01-15');
    const frozen = [{ period: 1 }];
    expect(decide(today, { frozen, now: '2027-01-15T12:00:00.000Z' as Instant })).toBe('ok');
    expect(decide(today, { frozen, now: '2027-01-16T12:00:00.000Z' as Instant })).toBe('periodClosed');
  });

  it('D104: closes the lessons with the events', () => {
    expect(decide(lessonOn('2026-11-30'))).toBe('ok');
    expect(decide(lessonOn('2027-01-15'))).toBe('periodClosed');
  });

  it('D104: says nothing against an entry that says what stands', () => {
    const stands = lessonOn('2027-01-15');
    const frozen = [{ period: 1 }];
    expect(decide({ ...stands }, { frozen, previous: stands })).toBe('ok');
    expect(decide({ ...stands, topic: 'Le potenze' }, { frozen, previous: stands })).toBe('periodClosed');
  });
});

describe('a time elsewhere that goes on', () => {
  const [whole] = presenceElsewhereKind.samples;
  const placement: RegisterRecord = {
    ...whole,
    school: sample.school,
    author: sample.bianchi,
    class: sample.class,
    pupil: sample.pupil,
    elsewhereType: 'workPlacement',
    day: day('2027-01-11'),
    lastDay: day('2027-03-19'),
    recordedAt: '2027-01-11T07:10:00.000Z' as Instant,
  };
  const frozen = [{ period: 1 }];

  test('D104: is ended and prolonged in the open period, and changed on no day of the closed one', () => {
    const now = (changes: object) => decide({ ...placement, ...changes }, { frozen, previous: placement });
    expect(now({ lastDay: day('2027-03-12') })).toBe('ok');
    expect(now({ lastDay: day('2027-03-26') })).toBe('ok');
    expect(now({ lastDay: day('2027-02-26') })).toBe('periodClosed');
    expect(now({ withdrawn: true })).toBe('periodClosed');
    expect(decide(placement, { frozen })).toBe('periodClosed');
    expect(decide({ ...placement, day: day('2027-03-08') }, { frozen })).toBe('ok');
  });
});

test('D104: events, hours and justifications are closed, and each kind that devices write about a day says whether it is', () => {
  const ofDays = allKinds.filter(
    ({ writers, fields }) => (writers as readonly string[]).includes('device') && 'day' in fields,
  );
  const closed = ofDays.filter((kind) => 'meetingCloses' in kind).map(({ kind }) => kind);
  expect(closed.toSorted()).toEqual([
    'attendanceDay',
    'classMovement',
    'justification',
    'lesson',
    'permit',
    'presenceElsewhere',
    'supportTopic',
  ]);
  // Grades and proposals know of the meeting by themselves (D24, D28); what is planned, or was told of a conflict, counts nowhere.
  const others = ofDays.filter((kind) => !('meetingCloses' in kind)).map(({ kind }) => kind);
  expect(others.toSorted()).toEqual([
    'assessment',
    'conflictNotice',
    'earlierGrade',
    'grade',
    'plannedLesson',
    'proposal',
    'syllabus',
  ]);
});
