import { lastValueFrom, of } from 'rxjs';
import { expect, test } from 'vitest';
import { addDays } from '../../domain/base/local-date.ts';
import { kindOf, kinds, type RegisterRecord } from '../../domain/kinds/registry.ts';
import { sample } from '../../domain/testing/sample.ts';
import type { LocalRecords } from '../data/local-records.ts';
import { recordsOfKind } from '../data/records-of-kind.ts';
import { schoolFacts } from '../data/school/school-facts.ts';
import { teacherIdentity } from '../data/testing/injected-device.ts';
import { hourSupport } from './support-topics.ts';

const identity = { ...teacherIdentity('anna'), person: sample.bianchi };
const [mine] = kinds.supportTopic.samples;
const [, pupil] = kinds.person.samples;
const [enrolment] = kinds.enrolment.samples;
const wholeClass = { ...kinds.assignment.samples[0], type: 'support' } as const;
const place = { day: mine.day, schoolClass: sample.class, hour: mine.hour };

async function shown(...all: readonly RegisterRecord[]) {
  const records = {
    find: (name: string, criteria: Readonly<Record<string, unknown>>) =>
      of(
        all.filter((one) => {
          const isOfDay = typeof criteria['day'] !== 'string' || Reflect.get(one, 'day') === criteria['day'];
          return kindOf(one).collection === name && isOfDay;
        }),
      ),
  } as unknown as LocalRecords;
  const facts$ = schoolFacts(records, identity);
  return await lastValueFrom(hourSupport({ records: { find: recordsOfKind(records), facts$ } }, place));
}

test('D17: the pupil assigned to a support teacher has a field, with what was done last', async () => {
  const before = { ...mine, id: 'before', day: addDays(mine.day, -7), topic: 'Le sillabe' } as const;
  const hour = await shown(pupil, enrolment, { ...wholeClass, pupil: pupil.id }, before);
  expect(hour.mine.map((each) => [each.pupil.id, each.written, each.previous?.topic])).toEqual([
    [pupil.id, undefined, 'Le sillabe'],
  ]);
  expect(hour.others).toEqual([]);
});

test('D17: who supports the whole class adds a pupil, and has a field of whom something is written', async () => {
  expect((await shown(pupil, enrolment, wholeClass)).others.map(({ id }) => id)).toEqual([pupil.id]);
  const hour = await shown(pupil, enrolment, wholeClass, mine);
  expect(hour.mine.map(({ written }) => written?.topic)).toEqual([mine.topic]);
  expect(hour.others).toEqual([]);
});

test('D17: a colleague of the class reads what was done, and writes nothing of it', async () => {
  const hour = await shown(pupil, enrolment, { ...mine, teacher: sample.neri });
  expect(hour.mine).toEqual([]);
  expect(hour.others).toEqual([]);
  expect(hour.ofColleagues.map(({ topic: said }) => said)).toEqual([mine.topic]);
});
