import { filter, firstValueFrom, of, timeout } from 'rxjs';
import { expect, test } from 'vitest';
import { toInstant, type LocalTime } from '../../../../domain/base/ids.ts';
import { addDays } from '../../../../domain/base/local-date.ts';
import { plannedLessonId } from '../../../../domain/kinds/planned-lesson/record.ts';
import { kindOf, kinds, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { sample, sampleLesson } from '../../../../domain/testing/sample.ts';
import type { LocalRecords } from '../../../data/local-records.ts';
import { recordsOfKind } from '../../../data/records-of-kind.ts';
import { schoolFacts } from '../../../data/school/school-facts.ts';
import { teacherIdentity } from '../../../data/testing/injected-device.ts';
import { weekOf } from '../span/address.ts';
import { taughtDays } from './taught-days.ts';

/** A school in which Bianchi has the first hour of Mondays in 1A. */
const school: readonly RegisterRecord[] = [
  kinds.school.samples[0],
  kinds.schoolYear.samples[0],
  kinds.class.samples[0],
  kinds.subject.samples[0],
  kinds.bellScheme.samples[0],
  kinds.assignment.samples[0],
  kinds.timetableEntry.samples[0],
];
const week = weekOf(sample.day);
const identity = { ...teacherIdentity('anna'), person: sample.bianchi };
const noon = toInstant(Date.parse('2026-11-24T12:00:00+01:00'));
const signed = sampleLesson({
  subject: sample.maths,
  topic: 'Le frazioni',
  signatures: [
    { teacher: sample.bianchi, type: 'ordinary', subject: sample.maths, signedAt: sample.morning },
  ],
});
const [plan] = kinds.plannedLesson.samples;

function planOn(day: typeof sample.day) {
  return { ...plan, id: plannedLessonId(day, 1, sample.class, sample.bianchi), day, teacher: sample.bianchi };
}

async function shown(span: typeof week, ...written: readonly RegisterRecord[]) {
  const asked: object[] = [];
  // What a test says of the school stands in the place of what all have.
  const all = [...new Map([...school, ...written].map((one) => [one.id, one])).values()];
  const records = {
    find(name: string, criteria: object) {
      if (name === 'lessons') asked.push(criteria);
      return of(all.filter((one) => kindOf(one).collection === name));
    },
  } as unknown as LocalRecords;
  const facts$ = schoolFacts(records, identity);
  const days = await firstValueFrom(
    taughtDays({ records: { find: recordsOfKind(records), facts$ }, now: () => noon }, span).pipe(
      filter((each) => each.days.length > 0),
      timeout(30_000),
    ),
  );
  return { ...days, asked, states: days.days.flatMap(({ hours }) => hours.map(({ state }) => state)) };
}

test('an hour that is over without my signature is to be completed, and so is one that is signed without a topic', async () => {
  expect((await shown(week)).states).toEqual(['lacksSignature']);
  const { states, incomplete } = await shown(week, { ...signed, topic: '' });
  expect(states).toEqual(['lacksTopic']);
  expect(incomplete.map(({ day, hour }) => [day, hour])).toEqual([[sample.day, 1]]);
  expect((await shown(week, signed)).incomplete).toEqual([]);
});

test('D122: an hour to come shows what is planned for it, and that nothing is', async () => {
  const next = weekOf(addDays(sample.day, 7));
  expect((await shown(next)).states).toEqual(['toPlan']);
  const { days } = await shown(next, planOn(addDays(sample.day, 7)));
  expect(days.flatMap(({ hours }) => hours.map(({ state, topic }) => [state, topic]))).toEqual([
    ['planned', plan.topic],
  ]);
});

test('D107: an hour that cannot be signed any more is not among those to complete', async () => {
  const [ofSchool] = kinds.school.samples;
  const policies = { ...ofSchool.policies, signingWindow: 'sameDay' } as const;
  const { states, incomplete } = await shown(week, { ...ofSchool, policies });
  expect(states).toEqual(['pastSigning']);
  expect(incomplete).toEqual([]);
});

test('of each class only the days that are shown are read', async () => {
  const { asked } = await shown(week);
  expect(asked).toHaveLength(2);
  for (const criteria of asked) expect(criteria).toEqual({ class: sample.class, day: week });
});

test('an hour in which I stood in and that I have signed asks for nothing more; one that I have not signed does (D209)', async () => {
  const stoodIn = {
    ...kinds.substitution.samples[1],
    id: 'stood in',
    day: sample.day,
    hour: 1,
    class: sample.class,
    teacher: sample.bianchi,
  } as const;
  const [entry] = kinds.timetableEntry.samples;
  const ofNeri = { ...entry, teachers: [sample.neri] };
  const { states, incomplete } = await shown(week, stoodIn, ofNeri);
  expect(states).toEqual(['stoodIn']);
  expect(incomplete).toEqual([]);
  const { signed: _signed, ...assigned } = stoodIn;
  expect((await shown(week, assigned, ofNeri)).states).toEqual(['lacksSignature']);
});

test('a lesson with an activity lacks no topic, nor does one that I have signed as support', async () => {
  expect((await shown(week, { ...signed, topic: '', activity: 'Verifica scritta' })).states).toEqual([
    'done',
  ]);
  const [signature] = signed.signatures;
  const support = {
    ...signature,
    teacher: sample.bianchi,
    type: 'support',
    signedAt: sample.morning,
  } as const;
  expect((await shown(week, { ...signed, topic: '', signatures: [support] })).states).toEqual(['done']);
});

test('D106 an hour in which the school does not expect the class lacks nothing, and needs no plan', async () => {
  const [movement] = kinds.classMovement.samples;
  const away = { ...movement, day: sample.day, expected: { from: '10:00' as LocalTime } };
  const { states, incomplete } = await shown(week, away);
  expect(states).toEqual(['unexpected']);
  expect(incomplete).toEqual([]);
  expect((await shown(week, away, signed)).states).toEqual(['done']);
});
