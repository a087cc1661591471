import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConflictNotice } from '../../../domain/kinds/conflict-notice/record.ts';
import type * as Registry from '../../../domain/kinds/registry.ts';
import { toyKind } from '../../../domain/testing/toy/kind.ts';
import type { Toy } from '../../../domain/testing/toy/record.ts';
import { at, edited } from '../../testing/test-records.ts';
import { GUARDIANS } from '../../testing/test-families.ts';
import { CLASS_A, nextEntry, pupilOf, SCHOOL, STAFF, TEST_NOW, TODAY } from '../../testing/test-school.ts';
import { firstMoment } from '../devices/device-moment.ts';
import { noticesFor } from '../../testing/test-server.ts';
import { FAMILY, startVisitors, type Visitors } from '../../testing/visitor.ts';

vi.mock('../../../domain/kinds/registry.ts', async (original) => {
  const { withToy } = await import('../../../domain/testing/toy/registered-toy.ts');
  return withToy(await original<typeof Registry>());
});

let server: Visitors;
beforeEach(async () => {
  server = await startVisitors();
  // Their devices are known since yesterday: what was written before this test began may still arrive.
  await server.storage.transaction(SCHOOL, async (transaction) => {
    for (const person of [GUARDIANS.marta, GUARDIANS.nino, PUPIL])
      await transaction.saveDeviceMoment(
        firstMoment({ person, deviceId: 'device-of-tests' }, TEST_NOW - 86_400_000),
      );
  });
});
afterEach(async () => {
  await server.close();
});

const PUPIL = pupilOf(CLASS_A, 1);

/** A record without hour, which the family of its pupil writes too. */
function toy(author: Toy['author'], note: string, recordedAt: Toy['recordedAt'], pupil = PUPIL): Toy {
  return {
    ...toyKind.samples[0],
    school: SCHOOL,
    author,
    entry: nextEntry(),
    day: TODAY,
    class: CLASS_A,
    pupil,
    stickers: [],
    note,
    recordedAt,
  };
}

const asRecord = (made: Toy) => made as unknown as Registry.RegisterRecord;

async function pushAs(username: string, made: Toy) {
  const { accessToken } = await server.enter(username);
  const push = { attendance: [{ assumed: null, next: asRecord(made) }] };
  const answer = await server.sync(accessToken, { push });
  return answer.push.attendance?.[0];
}

async function familyNotices(username: string): Promise<readonly ConflictNotice[]> {
  return await noticesFor(server, (await server.enter(username)).accessToken);
}

test('a guardian whose value lost reads what stands, in the account for that child alone', async () => {
  expect(await pushAs(FAMILY.marta, toy(GUARDIANS.marta, 'Di Marta', at('08:00')))).toMatchObject({
    outcome: 'stored',
  });
  const [outcome] = await server.push('anna', 'attendance', [
    asRecord(toy(STAFF.anna, 'Di Anna', at('08:10'))),
  ]);
  expect(outcome).toMatchObject({ outcome: 'merged' });
  const [notice, ...more] = await familyNotices(FAMILY.marta);
  expect(more).toEqual([]);
  expect(notice).toMatchObject({
    addressee: GUARDIANS.marta,
    child: PUPIL,
    pupil: PUPIL,
    field: 'note',
    lost: '"Di Marta"',
    kept: '"Di Anna"',
  });
  expect(notice).not.toHaveProperty('hour');
  for (const other of [FAMILY.martaSecond, FAMILY.nino, FAMILY.pupil])
    expect(await familyNotices(other)).toEqual([]);
  expect(await server.notices('anna')).toEqual([]);
});

test('a guardian marks a notice as seen, the other guardian does not', async () => {
  await pushAs(FAMILY.marta, toy(GUARDIANS.marta, 'Di Marta', at('08:00')));
  await server.push('anna', 'attendance', [asRecord(toy(STAFF.anna, 'Di Anna', at('08:10')))]);
  const [notice] = await familyNotices(FAMILY.marta);
  if (!notice) throw new Error('no notice');
  const seen = async (username: string) => {
    const { accessToken } = await server.enter(username);
    const push = { personal: [{ assumed: notice, next: edited(notice, { seen: true }) }] };
    return (await server.sync(accessToken, { push })).push.personal?.[0];
  };
  expect(await seen(FAMILY.nino)).toMatchObject({ outcome: 'refused', refusal: { reason: 'forbidden' } });
  expect(await seen(FAMILY.martaSecond)).toMatchObject({ outcome: 'refused' });
  expect(await seen(FAMILY.marta)).toMatchObject({ outcome: 'stored', master: { seen: true } });
});

test('a pupil and a guardian overrule each other, and the one who lost hears of it', async () => {
  await pushAs(FAMILY.pupil, toy(PUPIL, 'Di Piero', at('08:00')));
  await pushAs(FAMILY.nino, toy(GUARDIANS.nino, 'Di Nino', at('08:05')));
  expect(await familyNotices(FAMILY.pupil)).toMatchObject([
    { addressee: PUPIL, child: PUPIL, lost: '"Di Piero"', kept: '"Di Nino"' },
  ]);
  expect(await familyNotices(FAMILY.nino)).toEqual([]);
});

test('staff hear of their loss against a family as they do of any other', async () => {
  await server.push('carla', 'attendance', [asRecord(toy(STAFF.carla, 'Di Carla', at('08:00')))]);
  await pushAs(FAMILY.marta, toy(GUARDIANS.marta, 'Di Marta', at('08:10')));
  const [notice] = await server.notices('carla');
  expect(notice).toMatchObject({ addressee: STAFF.carla, lost: '"Di Carla"', kept: '"Di Marta"' });
  expect(notice).not.toHaveProperty('child');
});
