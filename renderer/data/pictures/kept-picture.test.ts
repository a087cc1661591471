import { expect, test } from 'vitest';
import { toPersonId, toSchoolId } from '../../../domain/base/ids.ts';
import { must } from '../../../domain/base/assert.ts';
import { staffIdentity } from '../../../domain/testing/staff-identity.ts';
import { createTemporaryMemory, pictureNameOf, type DeviceMemory } from '../device-memory.ts';
import { createKeptPicture, type KeptPicture } from './kept-picture.ts';
import { createTestDevice, type TestDevice } from '../testing/test-device.ts';

const FACE = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256);
const OTHER = Uint8Array.from([1, 2, 3]);

const school = toSchoolId('TEST0001');
const identityOf = (name: string) =>
  staffIdentity({
    school,
    schoolName: 'Prova',
    person: toPersonId(`staff-${name}`),
    username: `${school}.${name}`,
    surname: 'Prova',
    givenName: name,
    roles: ['teacher'],
  });

/** An account that is open on a computer which it may share with others. */
function account(name: string, memory: DeviceMemory = createTemporaryMemory()): TestDevice {
  const fetch = async () => await Promise.reject(new Error('asked'));
  return createTestDevice(identityOf(name), { fetch, memory });
}

async function pictureOn({ bridge, memory }: TestDevice, name: string): Promise<KeptPicture> {
  const key = await bridge.localStoreKey();
  if (!key.ok) throw new Error('locked');
  return createKeptPicture({ bridge, memory, account: identityOf(name), opening: key.value.opening });
}

const kept = (device: TestDevice, name: string) => device.memory.get(pictureNameOf(identityOf(name)));

test('is there again after a restart, and lies encrypted on the disk', async () => {
  const device = account('anna');
  expect(await (await pictureOn(device, 'anna')).read()).toBeUndefined();
  expect(await (await pictureOn(device, 'anna')).keep(FACE)).toBe(true);
  expect(await (await pictureOn(device, 'anna')).read()).toEqual(FACE);
  const sealed = must(kept(device, 'anna'), 'a picture on the disk');
  const plain = Buffer.from(FACE).toString('base64');
  expect(sealed).not.toContain(plain.slice(0, 40));
  expect(sealed.length).toBeGreaterThan(FACE.length);
});

test('is replaced by the next, and gone where the school has none', async () => {
  const picture = await pictureOn(account('anna'), 'anna');
  await picture.keep(FACE);
  await picture.keep(OTHER);
  expect(await picture.read()).toEqual(OTHER);
  await picture.keep(new Uint8Array());
  expect(await picture.read()).toBeUndefined();
});

test('of two accounts on a computer is each one’s own', async () => {
  const memory = createTemporaryMemory();
  const [anna, bruno] = [account('anna', memory), account('bruno', memory)];
  await (await pictureOn(anna, 'anna')).keep(FACE);
  expect(await (await pictureOn(bruno, 'bruno')).read()).toBeUndefined();
  await (await pictureOn(bruno, 'bruno')).keep(OTHER);
  expect(await (await pictureOn(anna, 'anna')).read()).toEqual(FACE);
});

test('put under another’s name by hand opens for nobody', async () => {
  const memory = createTemporaryMemory();
  const [anna, bruno] = [account('anna', memory), account('bruno', memory)];
  await (await pictureOn(anna, 'anna')).keep(FACE);
  memory.set(pictureNameOf(identityOf('bruno')), must(kept(anna, 'anna'), 'a picture'));
  expect(await (await pictureOn(bruno, 'bruno')).read()).toBeUndefined();
  // The same key would not help: the name is bound to what was sealed.
  const asBruno = { ...bruno, bridge: anna.bridge };
  expect(await (await pictureOn(asBruno, 'bruno')).read()).toBeUndefined();
});

test.each(['lock', 'switch'] as const)(
  'what is answered after a %s is not taken for one’s own',
  async (leave) => {
    const device = account('anna');
    const picture = await pictureOn(device, 'anna');
    await device.bridge.lock();
    if (leave === 'switch') await device.bridge.switchAccount(identityOf('bruno'));
    expect(await picture.keep(OTHER)).toBe(false);
    expect(await picture.read()).toBeUndefined();
    expect(kept(device, 'anna')).toBeUndefined();
  },
);

test('that was being kept when it changed is not kept', async () => {
  const picture = await pictureOn(account('anna'), 'anna');
  const keeping = picture.keep(FACE);
  picture.forget();
  expect(await keeping).toBe(false);
  expect(await picture.read()).toBeUndefined();
});

test('sealed with a key that the account has no more is as none', async () => {
  const device = account('anna');
  await (await pictureOn(device, 'anna')).keep(FACE);
  const again = account('anna', device.memory);
  const picture = await pictureOn(again, 'anna');
  expect(await picture.read()).toBeUndefined();
  await picture.keep(OTHER);
  expect(await picture.read()).toEqual(OTHER);
});
