import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { toPersonId, toSchoolId } from '../../../domain/base/ids.ts';
import { createSeenLinks } from './seen-link.ts';

const [older, newer] = [randomBytes(32), randomBytes(32)];
const school = toSchoolId('MORE0001');
const device = { person: toPersonId('anna'), deviceId: 'device-anna' };
const link = { number: 12, hash: 'a'.repeat(64) };

test('a seen link from before the server’s key was changed is the server’s own, as long as the older key is kept', () => {
  const text = createSeenLinks(older).write(school, device, link, { since: 1, returnedAt: 0 });
  expect(createSeenLinks(newer, [older]).read(school, device, text)).toMatchObject({ ...link, isOurs: true });
  expect(createSeenLinks(newer).read(school, device, text)).toMatchObject({ isOurs: false });
});

test('a seen link of one person or device is nobody else’s', () => {
  const links = createSeenLinks(newer);
  const text = links.write(school, device, link, { since: 1, returnedAt: 0 });
  expect(links.read(school, { ...device, deviceId: 'device-other' }, text)?.isOurs).toBe(false);
  expect(links.read(toSchoolId('BETA0002'), device, text)?.isOurs).toBe(false);
});

test('a seen link keeps when its device came back, and one of before is read as of a device that never did', () => {
  const links = createSeenLinks(newer);
  const text = links.write(school, device, link, { since: 1, returnedAt: 2 });
  expect(links.read(school, device, text)).toMatchObject({ since: 1, returnedAt: 2, isOurs: true });
  const before = links.write(school, device, link, { since: 1, returnedAt: 0 });
  expect(before.split('.')).toHaveLength(4);
  expect(links.read(school, device, before)).toMatchObject({ since: 1, returnedAt: 0, isOurs: true });
  const forged = text.replace('.1.2.', '.1.3.');
  expect(links.read(school, device, forged)).toMatchObject({ returnedAt: 3, isOurs: false });
});
