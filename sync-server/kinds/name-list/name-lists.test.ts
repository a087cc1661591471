import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toInstant, type LocalDate, type PersonId } from '../../../domain/base/ids.ts';
import { enrolmentId, type Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import { nameListId, type NameList } from '../../../domain/kinds/name-list/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import { kindOf } from '../../../domain/kinds/registry.ts';
import { openStorage } from '../../storage/open.ts';
import type { NewVersion } from '../../storage/contract/storage.ts';
import {
  CLASS_A,
  CLASS_B,
  envelope,
  pupilOf,
  pupilRecords,
  SCHOOL,
  schoolRecords,
  TEST_NOW,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { completeNameLists } from './complete.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const day = (text: string) => text as LocalDate;

async function listOf(schoolClass: typeof CLASS_A): Promise<NameList> {
  const id = nameListId(schoolClass);
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('roster', [id]));
  return JSON.parse(texts.get(id) ?? 'null') as NameList;
}

function pupil(id: PersonId): Person {
  const [person] = pupilRecords(CLASS_B, id);
  return person as Person;
}

const enrolled = (id: PersonId, from: string, to?: string): Enrolment => ({
  ...envelope(enrolmentId(id, CLASS_B, day(from))),
  kind: 'enrolment',
  pupil: id,
  class: CLASS_B,
  from: day(from),
  ...(to === undefined ? {} : { to: day(to) }),
});

describe('the names of a class (D209)', () => {
  test('are all that the list holds: no birth date, no days, nothing of anybody else', async () => {
    const { pupils, author, entry, recordedAt, receivedAt, ...rest } = await listOf(CLASS_B);
    expect(rest).toEqual({ id: nameListId(CLASS_B), school: SCHOOL, kind: 'nameList', class: CLASS_B });
    expect([author, entry, recordedAt, receivedAt].every((one) => typeof one === 'string')).toBe(true);
    const names = schoolRecords()
      .filter((one): one is Person => one.kind === 'person' && one.classes.includes(CLASS_B))
      .map(({ id, surname, givenName }) => ({ id, surname, givenName }));
    expect(pupils.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(names);
  });

  test('have birth dates of namesakes alone, and the days of whoever came or went', async () => {
    const [one, two] = [pupilOf(CLASS_B, 1), pupilOf(CLASS_B, 2)];
    const twin = { surname: 'De Rossi', givenName: 'Nicolò' };
    await server.roster.write(SCHOOL, [
      { ...pupil(one), ...twin, birthDate: day('2013-02-01') },
      { ...pupil(two), ...twin, surname: 'DE ROSSI', birthDate: day('2013-05-09') },
      { ...pupil(pupilOf(CLASS_B, 3)), birthDate: day('2013-07-07') },
      ...pupilRecords(CLASS_B, pupilOf(CLASS_B, 4)).filter(({ kind }) => kind === 'person'),
      enrolled(pupilOf(CLASS_B, 4), '2026-10-05', '2026-11-20'),
    ]);
    const { pupils } = await listOf(CLASS_B);
    const of = (id: PersonId) => pupils.filter((each) => each.id === id);
    expect(of(one)).toEqual([{ id: one, ...twin, birthDate: '2013-02-01' }]);
    expect(of(two)).toMatchObject([{ birthDate: '2013-05-09' }]);
    expect(of(pupilOf(CLASS_B, 3))[0]).not.toHaveProperty('birthDate');
    expect(of(pupilOf(CLASS_B, 4))).toMatchObject([{ from: '2026-10-05', to: '2026-11-20' }]);
  });

  test('follow a pupil into another class, and stay what they were where nothing is new', async () => {
    const mover = pupilOf(CLASS_A, 1);
    const before = await listOf(CLASS_B);
    await server.roster.write(SCHOOL, [{ ...enrolled(mover, '2026-11-23') }]);
    expect((await listOf(CLASS_B)).pupils).toHaveLength(before.pupils.length + 1);
    const after = await listOf(CLASS_A);
    await server.roster.write(SCHOOL, pupilRecords(CLASS_A, pupilOf(CLASS_A, 2)));
    expect(await listOf(CLASS_A)).toEqual(after);
  });
});

test('a store of before gets its lists when it is opened, once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'campanella-names-'));
  const storage = openStorage(folder);
  const receivedAt = toInstant(TEST_NOW);
  const versions = schoolRecords().map((record): NewVersion => ({
    collection: kindOf(record).collection,
    record: { ...record, receivedAt },
    device: 'server',
    outcome: 'stored',
  }));
  await storage.transaction(SCHOOL, (transaction) => transaction.append(versions));
  let asked = 0;
  const counted = { ...storage, schools: async () => ((asked += 1), await storage.schools()) };
  for (let opening = 0; opening < 2; opening += 1) await completeNameLists(counted, () => TEST_NOW);
  const ids = [CLASS_A, CLASS_B].map(nameListId);
  const found = await storage.read(SCHOOL, (reader) => reader.documents('roster', ids));
  expect([...found.keys()]).toEqual(ids);
  expect(asked).toBe(1);
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});
