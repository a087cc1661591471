import { describe, expect, test } from 'vitest';
import { toEntryId } from '../../../../domain/base/ids.ts';
import { attendance, at, event, lesson, signature } from '../../../../sync-server/testing/test-records.ts';
import { CLASS_A, nextEntry, pupilOf, STAFF } from '../../../../sync-server/testing/test-school.ts';
import { othersIn, ownPart } from './own-part.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const annas = signature(STAFF.anna);
const carlas = { ...signature(STAFF.carla, 'Storia'), signedAt: at('08:50') };

describe('what one of several authors sends again', () => {
  test('is the whole record under its name and time when nobody else wrote in it', () => {
    const held = lesson(STAFF.anna, { signatures: [annas], topic: 'Frazioni', receivedAt: at('09:00') });
    const { receivedAt: _arrived, ...version } = held;
    expect(ownPart(held, null, STAFF.anna, nextEntry)).toEqual(version);
  });

  test('has a new name and the old time where the server has merged it: under the name of a merge it takes nothing', () => {
    const entry = toEntryId('345bcdbb-8376-8316-90a6-f27fc8a608a3');
    const held = lesson(STAFF.anna, { entry, signatures: [annas], topic: 'Frazioni' });
    const named = nextEntry();
    expect(ownPart(held, null, STAFF.anna, () => named)).toEqual({ ...held, entry: named });
  });

  test('is the own signature alone where a colleague wrote last, and the texts if the store has none', () => {
    const held = lesson(STAFF.carla, {
      signatures: [annas, carlas],
      topic: 'Frazioni',
      recordedAt: at('08:50'),
    });
    expect(ownPart(held, null, STAFF.anna, nextEntry)).toMatchObject({
      author: STAFF.anna,
      recordedAt: annas.signedAt,
      signatures: [annas],
      topic: 'Frazioni',
    });
    const stands = lesson(STAFF.bruno, { topic: 'Altro' });
    expect(ownPart(held, stands, STAFF.anna, nextEntry)).toMatchObject({
      topic: 'Altro',
      signatures: [annas],
    });
    expect(othersIn(held, null, STAFF.anna)).toEqual([STAFF.carla]);
  });

  test('is nothing where a part alone of it was read: sent as the whole, it would take away what was left out', () => {
    const whole = lesson(STAFF.anna, { signatures: [annas], topic: 'Frazioni' });
    const entry = toEntryId(`${whole.entry.slice(0, 14)}f${whole.entry.slice(15)}`);
    expect(ownPart({ ...whole, entry }, null, STAFF.anna, nextEntry)).toBeUndefined();
  });

  test('is nothing where the store has it already, or where there was nothing of this person', () => {
    const held = attendance(STAFF.carla, PUPIL, [event('absent', STAFF.carla)]);
    expect(ownPart(held, null, STAFF.anna, nextEntry)).toBeUndefined();
    expect(ownPart(held, { ...held, entry: nextEntry() }, STAFF.carla, nextEntry)).toBeUndefined();
  });

  test('takes the own earlier mark away that the later one replaced, and leaves those of colleagues', () => {
    const before = attendance(STAFF.anna, PUPIL, [event('absent', STAFF.anna)]);
    const foreign = event('outOfClass', STAFF.carla, { hour: 3 });
    const held = {
      ...before,
      entry: nextEntry(),
      events: [event('entry', STAFF.anna, { time: '08:20' }), foreign],
    };
    expect(ownPart(held, before, STAFF.anna, nextEntry)).toMatchObject({
      author: STAFF.anna,
      events: [{ kind: 'entry', by: STAFF.anna }],
    });
    expect(othersIn(held, before, STAFF.anna)).toEqual([STAFF.carla]);
  });

  test('withdraws a signature again that was withdrawn', () => {
    const stands = lesson(STAFF.anna, { signatures: [annas] });
    const held = { ...stands, entry: nextEntry(), signatures: [] };
    expect(ownPart(held, stands, STAFF.anna, nextEntry)).toEqual(held);
  });
});
