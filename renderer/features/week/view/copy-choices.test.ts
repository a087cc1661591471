import { filter, firstValueFrom, of, timeout } from 'rxjs';
import { expect, test } from 'vitest';
import { toInstant, type LocalDate } from '../../../../domain/base/ids.ts';
import { assignmentId } from '../../../../domain/kinds/assignment/record.ts';
import { lessonId } from '../../../../domain/kinds/lesson/record.ts';
import { kindOf, kinds, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { sample, sampleLesson } from '../../../../domain/testing/sample.ts';
import type { LocalRecords } from '../../../data/local-records.ts';
import { recordsOfKind } from '../../../data/records-of-kind.ts';
import { schoolFacts } from '../../../data/school/school-facts.ts';
import { teacherIdentity } from '../../../data/testing/injected-device.ts';
import { weekOf } from '../span/address.ts';
import { copyChoices, firstChoice, type CopyChoice } from './copy-choices.ts';

const [schoolClass] = kinds.class.samples;
const [subject] = kinds.subject.samples;
const [assignment] = kinds.assignment.samples;
const other = { ...schoolClass, id: sample.otherClass, section: 'B' };
const school: readonly RegisterRecord[] = [
  kinds.school.samples[0],
  kinds.schoolYear.samples[0],
  schoolClass,
  other,
  subject,
  assignment,
  { ...assignment, id: assignmentId(assignment.teacher, other.id, subject.id), class: other.id },
];
const identity = { ...teacherIdentity('anna'), person: assignment.teacher };
const noon = toInstant(Date.parse('2026-11-24T12:00:00+01:00'));
const week = weekOf(sample.day);

/** A lesson of the other class, with a topic. */
function taught(day: string) {
  const on = day as LocalDate;
  return sampleLesson({
    id: lessonId(on, 1, other.id),
    class: other.id,
    day: on,
    subject: subject.id,
    topic: 'Le frazioni',
  });
}

async function choices(...written: readonly RegisterRecord[]): Promise<readonly CopyChoice[]> {
  const records = {
    find: (name: string) => of([...school, ...written].filter((one) => kindOf(one).collection === name)),
  } as unknown as LocalRecords;
  const facts$ = schoolFacts(records, identity);
  const register = { records: { find: recordsOfKind(records), facts$ }, now: () => noon };
  return await firstValueFrom(
    copyChoices(register, { schoolClass, subject }, week).pipe(
      filter((found) => found.length > 0),
      timeout(30_000),
    ),
  );
}

test('D122: begins with the same week, where it has something, and else with the latest that has', async () => {
  const before = weekOf('2026-11-10' as LocalDate);
  expect((await choices(taught('2026-10-06'), taught('2026-11-10'), taught(sample.day)))[0]?.start).toEqual(
    week,
  );
  expect((await choices(taught('2026-10-06'), taught('2026-11-10')))[0]?.start).toEqual(before);
});

test('D122: of a class without a topic in any week there is none to begin with', async () => {
  const [found] = await choices();
  expect(found?.schoolClass.id).toBe(other.id);
  expect(found).not.toHaveProperty('start');
});

test('D122: begins with a class that has something, then with one of a past year, which the school is asked', () => {
  const choice = (isPast: boolean, hasStart: boolean): CopyChoice => ({
    schoolClass,
    isPast,
    weeks: [week],
    ...(hasStart ? { start: week } : {}),
  });
  expect(firstChoice([choice(false, false), choice(false, true), choice(true, true)])).toBe(1);
  expect(firstChoice([choice(false, false), choice(true, true)])).toBe(1);
  expect(firstChoice([choice(false, false)])).toBe(0);
  expect(firstChoice([])).toBe(0);
});
