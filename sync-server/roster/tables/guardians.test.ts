import { describe, expect, it } from 'vitest';
import { toPersonId } from '../../../domain/base/ids.ts';
import { actorOf } from '../../school/actor.ts';
import { createSchoolSnapshots } from '../../school/school-snapshots.ts';
import { SCHOOL, schoolRecords } from '../../testing/test-school.ts';
import { startTestServer } from '../../testing/test-server.ts';
import { importRoster } from '../import-roster.ts';
import type { RosterStore } from '../roster-store.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

const HEAD =
  'Cognome;Nome;Data di nascita;Classe;Genitore1 Cognome;Genitore1 Nome;Genitore1 Email;Genitore1 al posto di;Genitore2 Cognome;Genitore2 Nome;Genitore2 Email;Genitore2 al posto di\n';
const row = (first: string, second = ';;', [one, other]: readonly string[] = []) =>
  `Re;Ugo;1/2/2014;1A;${first};${one ?? ''};${second};${other ?? ''}\n`;
const [ANNA, MARIO, SARA] = ['Re;Anna;a@x.it', 'Po;Mario;m@x.it', 'Neri;Sara;s@x.it'];

async function take(store: RosterStore, rows: string, now = Date.parse('2026-11-23T10:00:00.000Z')) {
  const files = [{ name: 'alunni.csv', bytes: Buffer.from(HEAD + rows) }];
  return await importRoster(store, files, { school: SCHOOL, dryRun: false, now, levels: ['lowerSecondary'] });
}

/** Takes lists one after the other, the last one twice: a list that comes again says the same and changes nothing. */
async function lists(...steps: readonly string[]) {
  const store = createMemoryStore();
  for (const step of steps.slice(0, -1)) await take(store, step);
  const { rejected, warnings } = await take(store, steps.at(-1) ?? '');
  const before = JSON.stringify(store.records());
  await take(store, steps.at(-1) ?? '');
  expect(JSON.stringify(store.records())).toBe(before);
  const records = store.records();
  const guardians = records.flatMap((record) => {
    if (record.kind !== 'personalData') return [];
    const person = records.find((one) => one.kind === 'person' && one.id === record.person);
    return record.children.map(({ guardian }) =>
      person?.kind === 'person' ? `${person.givenName} ${guardian}` : '',
    );
  });
  return {
    guardians: guardians.toSorted(),
    rejected: rejected.map(({ column, reasonCode }) => `${column}: ${reasonCode}`),
    warned: warnings.filter(({ row: at }) => at > 1).map(({ reasonCode }) => reasonCode),
  };
}

describe('S4 the slot of a guardian who is one already', () => {
  it.each([
    ['columns exchanged', row(MARIO, ANNA), ['guardianOrderKept', 'guardianOrderKept']],
    ['one of the two, in the other column', row(MARIO), ['guardianOrderKept']],
    ['as they were', row(ANNA, MARIO), []],
    ['neither of them', row(';;'), []],
  ])('stays: %s', async (_what, list, warned) => {
    expect(await lists(row(ANNA, MARIO), list)).toEqual({
      guardians: ['Anna first', 'Mario second'],
      rejected: [],
      warned,
    });
  });

  it('stays where the other one comes new into its column: the new one takes the free slot', async () => {
    const { guardians, rejected } = await lists(row(ANNA), row(MARIO, ANNA));
    expect([guardians, rejected]).toEqual([['Anna first', 'Mario second'], []]);
  });

  it('is what an account opens by no more: both guardians still get in after the exchange', async () => {
    const server = await startTestServer(schoolRecords(0));
    await take(server.roster, row(ANNA, MARIO), server.clock.now);
    await take(server.roster, row(MARIO, ANNA), server.clock.now);
    const school = await server.storage.read(SCHOOL, (reader) => createSchoolSnapshots().at(SCHOOL, reader));
    const idOf = (name: string) =>
      [...school.people.values()].find(({ givenName, surname }) => `${surname} ${givenName}` === name)?.id ??
      toPersonId('nobody');
    const pupil = idOf('Re Ugo');
    const opens = (person: string, kind: 'firstGuardian' | 'secondGuardian') =>
      actorOf(school, { school: SCHOOL, person: idOf(person), pupil, kind }, server.clock.now) !== undefined;
    expect([opens('Re Anna', 'firstGuardian'), opens('Po Mario', 'secondGuardian')]).toEqual([true, true]);
    // A link that an earlier import moved to the other slot opens too; a stranger's never.
    expect([opens('Re Anna', 'secondGuardian'), opens('Re Ugo', 'firstGuardian')]).toEqual([true, false]);
    await server.close();
  });
});

describe('S4 a second person for a slot that is taken', () => {
  it.each([
    ['one for the first', row(ANNA), row(SARA), ['Anna first'], 1],
    ['a third where both are taken', row(ANNA, MARIO), row(SARA), ['Anna first', 'Mario second'], 1],
    [
      'two strangers, pasted',
      row(ANNA, MARIO),
      row(SARA, 'Bo;Rita;r@x.it'),
      ['Anna first', 'Mario second'],
      2,
    ],
    ['for the second', row(ANNA, MARIO), row(ANNA, SARA), ['Anna first', 'Mario second'], 1],
    ['beside one who moved', row(ANNA, MARIO), row(SARA, ANNA), ['Anna first', 'Mario second'], 1],
  ])('is asked and not taken: %s', async (_what, before, list, guardians, count) => {
    const outcome = await lists(before, list);
    expect(outcome.guardians).toEqual(guardians);
    expect(outcome.rejected).toHaveLength(count);
    expect(outcome.rejected.every((one) => one.endsWith('guardianReplaced'))).toBe(true);
  });

  it('is taken beside the first where the row names both', async () => {
    expect((await lists(row(ANNA), row(ANNA, SARA))).guardians).toEqual(['Anna first', 'Sara second']);
  });

  it.each(['Re Anna', 'anna re'])('takes the place of the one whom the row names: %s', async (name) => {
    const first = await lists(row(ANNA, MARIO), row(SARA, MARIO, [name]));
    expect(first).toMatchObject({ guardians: ['Mario second', 'Sara first'], rejected: [] });
    expect(first.warned).toEqual(['guardianNoMore']);
  });

  it('takes nobody’s place by another name', async () => {
    const { guardians, rejected } = await lists(row(ANNA), row(SARA, ';;', ['Re Carla']));
    expect([guardians, rejected]).toEqual([['Anna first'], ['Genitore1 Cognome: guardianReplaced']]);
  });
});

describe('one name in both columns of a row', () => {
  it('is one guardian, the first, where nothing tells two apart', async () => {
    expect(await lists(row(ANNA, ANNA))).toEqual({
      guardians: ['Anna first'],
      rejected: [],
      warned: ['guardianTwice'],
    });
  });

  it('is asked where the contacts differ: nobody’s address is mixed up', async () => {
    const { guardians, rejected } = await lists(row('Re;Maria;m1@x.it', 'Re;Maria;m2@x.it'));
    expect([guardians, rejected]).toEqual([['Maria first'], ['Genitore2 Cognome: guardianTwice']]);
  });
});
