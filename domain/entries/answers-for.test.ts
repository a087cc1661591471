import { expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { toPersonId } from '../base/ids.ts';
import type { RegisterRecord } from '../kinds/registry.ts';
import { DEFAULT_POLICIES } from '../kinds/school/record.ts';
import {
  sample,
  sampleAttendance,
  sampleEvent,
  sampleHours,
  sampleLesson,
  sampleYear,
} from '../testing/sample.ts';
import { authorizeWrite } from './authorize-write.ts';

const deputy: Actor = {
  school: sample.school,
  person: toPersonId('deputy'),
  roles: ['teacher'],
  classes: [sample.class],
};
const facts = {
  policies: DEFAULT_POLICIES,
  year: sampleYear,
  hours: sampleHours,
  teaches: false,
  answersFor: true,
  subjects: [],
  enrolment: 'enrolled',
  schoolHasClass: true,
} as const;

function decide(next: RegisterRecord, previous: RegisterRecord | null = null, changes: object = {}): string {
  const decision = authorizeWrite(deputy, previous, next, { ...facts, ...changes }, sample.evening);
  return decision.ok ? 'ok' : decision.failure.reason;
}

const roll = { by: deputy.person, at: sample.morning };
const mark = sampleEvent('absent', undefined, 1, deputy.person);
const ordinary = {
  teacher: sample.bianchi,
  type: 'ordinary',
  subject: sample.maths,
  signedAt: sample.morning,
} as const;

it('F.5: whoever answers for a class calls its roll, in their own name', () => {
  expect(decide(sampleAttendance({ events: [mark] }))).toBe('ok');
  expect(decide(sampleAttendance({ events: [sampleEvent('absent')] }))).toBe('forbidden');
  expect(decide(sampleLesson({ rollCall: roll }))).toBe('ok');
  const signed = sampleLesson({ signatures: [ordinary], topic: 'Le frazioni', subject: sample.maths });
  expect(decide({ ...signed, rollCall: roll }, signed)).toBe('ok');
  expect(decide({ ...signed, rollCall: { ...roll, by: sample.bianchi } }, signed)).toBe('forbidden');
});

it('F.5: a coordinator who teaches nothing in the class calls its roll', () => {
  const coordinates = { answersFor: false, coordinates: true };
  expect(decide(sampleAttendance({ events: [mark] }), null, coordinates)).toBe('ok');
  expect(decide(sampleLesson({ rollCall: roll }), null, coordinates)).toBe('ok');
  expect(decide(sampleLesson({ topic: 'Le frazioni' }), null, coordinates)).toBe('forbidden');
});

it('F.5: … and signs no lesson, nor writes what a lesson says', () => {
  expect(decide(sampleLesson({ topic: 'Le frazioni' }))).toBe('forbidden');
  expect(decide(sampleLesson({ activity: 'Esercizi', rollCall: roll }))).toBe('forbidden');
  expect(decide(sampleLesson({ subject: sample.maths, rollCall: roll }))).toBe('forbidden');
  const own = { ...ordinary, teacher: deputy.person };
  expect(decide(sampleLesson({ signatures: [own] }))).toBe('forbidden');
  // In another's stead they sign as any teacher does.
  expect(decide(sampleLesson({ signatures: [{ ...own, type: 'substitution' }] }))).toBe('ok');
});

it('F.5: … and that of no class that the school has not, nor on a day on which another one answers', () => {
  for (const elsewhere of [{ schoolHasClass: false }, { answersFor: false }, { enrolment: 'never' }])
    expect(decide(sampleAttendance({ events: [mark] }), null, elsewhere)).toBe('forbidden');
  expect(decide(sampleLesson({ rollCall: roll }), null, { answersFor: false })).toBe('forbidden');
});
