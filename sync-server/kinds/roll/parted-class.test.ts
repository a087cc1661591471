import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { BellScheme } from '../../../domain/kinds/bell-scheme/record.ts';
import { groupId } from '../../../domain/kinds/group/record.ts';
import { groupMembershipId } from '../../../domain/kinds/group-membership/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { substitutionId } from '../../../domain/kinds/substitution/record.ts';
import { at, attendance, edited, event, lesson, signature } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  classRecord,
  envelope,
  pupilOf,
  SCHOOL,
  schoolRecords,
  STAFF,
  TODAY,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const FROM = '2026-09-15' as LocalDate;
const [one, two] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_A, 2)];

const groups: readonly RegisterRecord[] = (['INF', 'CHI'] as const).flatMap((code, index) => {
  const pupil = index === 0 ? one : two;
  const id = groupMembershipId(pupil, CLASS_A, code, FROM);
  return [
    { ...envelope(groupId(CLASS_A, code)), kind: 'group', class: CLASS_A, code, name: code },
    { ...envelope(id), kind: 'groupMembership', pupil, class: CLASS_A, group: code, from: FROM },
  ] as const;
});

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.roster.write(SCHOOL, groups);
});
afterEach(async () => {
  await server.close();
});

const standIn = { teacher: STAFF.bruno, type: 'substitution', signedAt: at('08:30') } as const;

async function standing() {
  const id = substitutionId(TODAY, 1, CLASS_A, STAFF.bruno);
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('timetable', [id]));
  return JSON.parse(texts.get(id) ?? 'null') as unknown;
}

test('D204: whoever called the roll of a group hears of marks on its pupils, and of nobody else’s', async () => {
  const rollCall = { by: STAFF.anna, at: at('08:40') };
  const ofInf = lesson(STAFF.anna, {
    group: 'INF',
    signatures: [signature(STAFF.anna)],
    rollCall,
    recordedAt: at('08:40'),
  });
  expect(await server.push('anna', 'lessons', [ofInf])).toMatchObject([{ outcome: 'stored' }]);
  await server.push('carla', 'attendance', [attendance(STAFF.carla, two, [event('absent', STAFF.carla)])]);
  expect(await server.notices('anna')).toEqual([]);
  await server.push('carla', 'attendance', [attendance(STAFF.carla, one, [event('absent', STAFF.carla)])]);
  expect(await server.notices('anna')).toMatchObject([{ pupil: one, ofRoll: true }]);
});

test('D204, D209: one of two groups is given back, and whoever stands in for the other one stays', async () => {
  const signed = (group: string): Lesson => lesson(STAFF.bruno, { group, signatures: [standIn] });
  const [inf, chi] = [signed('INF'), signed('CHI')];
  await server.push('bruno', 'lessons', [inf, chi]);
  const withdraw = async (of: Lesson) => {
    const next = edited(of, { signatures: [], recordedAt: at('08:50') });
    return await server.push('bruno', 'lessons', [{ assumed: of, next }]);
  };
  await withdraw(inf);
  expect(await standing()).not.toHaveProperty('cancelled');
  await withdraw(chi);
  expect(await standing()).toMatchObject({ cancelled: true });
});

test('D17: who teaches a group here and a class elsewhere at once hears of it', async () => {
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.anna, CLASS_B, 'Matematica')]);
  await server.push('anna', 'lessons', [
    lesson(STAFF.anna, { group: 'INF', signatures: [signature(STAFF.anna)] }),
    lesson(STAFF.anna, { class: CLASS_B, signatures: [signature(STAFF.anna)] }),
  ]);
  expect(await server.notices('anna')).toMatchObject([{ field: 'signatures', otherClass: CLASS_A }]);
});

test('D17: hours meet by the bells of both classes, whatever their numbers', async () => {
  const usual = must(
    schoolRecords().find((record) => record.kind === 'bellScheme'),
    'a scheme',
  );
  const hours = [
    { hour: 1, start: '07:00', end: '08:00', halfUnits: 2 },
    { hour: 2, start: '08:30', end: '09:30', halfUnits: 2 },
  ] as unknown as BellScheme['hours'];
  await server.roster.write(SCHOOL, [
    { ...usual, ...envelope('bell-north'), site: 'Nord', hours },
    { ...classRecord(CLASS_B, 'B'), site: 'Nord' },
    assignmentRecord(STAFF.anna, CLASS_B, 'Matematica'),
  ]);
  const own = lesson(STAFF.anna, { signatures: [signature(STAFF.anna)] });
  const early = lesson(STAFF.anna, { class: CLASS_B, hour: 1, signatures: [signature(STAFF.anna)] });
  await server.push('anna', 'lessons', [own, early]);
  expect(await server.notices('anna')).toEqual([]);
  await server.push('anna', 'lessons', [
    lesson(STAFF.anna, { class: CLASS_B, hour: 2, signatures: [signature(STAFF.anna)] }),
  ]);
  expect(await server.notices('anna')).toMatchObject([{ field: 'signatures', otherClass: CLASS_A }]);
});
