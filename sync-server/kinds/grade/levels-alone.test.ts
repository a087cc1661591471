import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import { groupMembershipId, type GroupMembership } from '../../../domain/kinds/group-membership/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import { kinds, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { assessment, because, grade, recordsOf } from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  envelope,
  nextEntry,
  pupilOf,
  SCHOOL,
  STAFF,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const { anna, carla } = STAFF;
const objectives = [
  { id: 'listening', name: 'Ascolto' },
  { id: 'speaking', name: 'Parlato' },
];
const base = [{ objective: 'listening', level: 'Base' }];
const advanced = [{ objective: 'listening', level: 'Avanzato' }];
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  itIs('08:00');
  // What is delivered later was written since.
  await server.token('anna');
});
afterEach(async () => {
  await server.close();
});

const inGroup = (pupil: PersonId, group: string, to?: string): GroupMembership => ({
  ...envelope(groupMembershipId(pupil, CLASS_A, group, '2026-09-01' as LocalDate)),
  kind: 'groupMembership',
  pupil,
  class: CLASS_A,
  group,
  from: '2026-09-01' as LocalDate,
  ...(to === undefined ? {} : { to: to as LocalDate }),
});

function itIs(time: string): void {
  server.clock.now = Date.parse(at(time));
}

async function push(next: RegisterRecord, assumed: RegisterRecord | null = null) {
  const answer = await server.sync(await server.token('anna'), {
    protocol: PROTOCOL_VERSION,
    push: { grades: [{ assumed, next }] },
  });
  const [outcome] = answer.push.grades ?? [];
  return outcome?.refusal === undefined
    ? outcome?.outcome
    : [outcome.refusal.reason, outcome.refusal.path].filter((word) => word !== undefined).join(' ');
}

/** A cell with levels and no mark of eight o'clock, which the family sees from half past eight on. */
async function written(ofColumn: Partial<Assessment> = {}) {
  const column = assessment(anna, { recordedAt: at('08:00'), objectives, ...ofColumn });
  const first = grade(anna, column, PUPIL, {}, { recordedAt: at('08:00'), objectives: base });
  expect(await push(column)).toBe('stored');
  expect(await push(first)).toBe('stored');
  itIs('09:00');
  return { column, first };
}

const corrected = (first: Grade, changes: Partial<Grade>) =>
  edited(first, { recordedAt: at('09:00'), ...changes });

describe('D55, D78 levels of objectives are a result by themselves', () => {
  test('D78: a reason is owed for one that is changed, taken away or hidden', async () => {
    const { first } = await written();
    for (const changes of [{ objectives: advanced }, { objectives: [] }, { visible: false }])
      expect(await push(corrected(first, changes), first)).toBe('reasonMissing value');
    const value = because({ reason: 'Scambio di schede' });
    expect(await push(corrected(first, { objectives: advanced, value }), first)).toBe('stored');
  });

  test('D78: a reason is owed for a column whose objective is called otherwise or taken out, and not for one that is added', async () => {
    const { column } = await written();
    const changed = (changes: Partial<Assessment>) => edited(column, { recordedAt: at('09:00'), ...changes });
    const [listening, speaking] = objectives as [{ id: string; name: string }, { id: string; name: string }];
    const renamed = [{ ...listening, name: 'Comportamento' }, speaking];
    for (const changes of [{ objectives: renamed }, { objectives: [speaking] }, { visible: false }])
      expect(await push(changed(changes), column)).toBe('reasonMissing correction');
    const correction = { reason: 'Nome sbagliato', entry: nextEntry() };
    const more = changed({ objectives: [listening, { id: 'writing', name: 'Scrittura' }] });
    expect(await push(more, column)).toBe('stored');
    expect(await push(edited(more, { objectives: renamed, correction, recordedAt: at('09:00') }), more)).toBe(
      'stored',
    );
  });

  test('D48: they go to no day on which their pupil was not in the class', async () => {
    const { column } = await written();
    const own = recordsOf('enrolment').filter(({ pupil }) => pupil === PUPIL);
    await server.roster.write(
      SCHOOL,
      own.map((one) => ({ ...one, from: '2026-11-20' as LocalDate })),
    );
    const moved = edited(column, { day: '2026-11-16' as LocalDate, recordedAt: at('08:10') });
    expect(await push(moved, column)).toBe('notEnrolled day');
  });

  test('D55: an objective has one level', async () => {
    const { first } = await written();
    const twice = corrected(first, {
      objectives: [...base, ...advanced],
      value: because({ reason: 'Scambio di schede' }),
    });
    expect(await push(twice, first)).toBe('invalid objectives');
  });

  test('D45: neither they nor a comment are written in a column that was given up', async () => {
    const { column, first } = await written();
    expect(
      await push(edited(column, { cancelled: { reason: 'Doppia' }, recordedAt: at('09:00') }), column),
    ).toBe('stored');
    const other = pupilOf(CLASS_A, 2);
    for (const said of [{ objectives: base }, { comment: 'Insufficiente' }])
      expect(await push(grade(anna, column, other, {}, said))).toBe('assessmentCancelled');
    expect(await push(corrected(first, { comment: 'Insufficiente' }), first)).toBe('assessmentCancelled');
    expect(await push(corrected(first, { privateComment: 'Da riprovare' }), first)).not.toContain(
      'Cancelled',
    );
  });

  test('D204: neither they nor a comment are written for who is in another group; what they got before is put right', async () => {
    const other = pupilOf(CLASS_A, 2);
    await server.roster.write(SCHOOL, [
      { ...assignmentRecord(carla, CLASS_A, 'Inglese'), group: 'ENG' },
      inGroup(PUPIL, 'ENG'),
      inGroup(other, 'FRA'),
    ]);
    const { column, first } = await written({ group: 'ENG' });
    for (const said of [{ objectives: base }, { comment: 'Insufficiente' }])
      expect(await push(grade(anna, column, other, {}, said))).toBe('otherGroup');
    await server.roster.write(SCHOOL, [inGroup(PUPIL, 'ENG', '2026-09-30'), inGroup(PUPIL, 'FRA')]);
    expect(await push(corrected(first, { comment: 'Bene' }), first)).toBe('stored');
  });

  test('ADR 12: they are sent again to a store that has lost them', async () => {
    const { first } = await written();
    expect(kinds.grade.saysNothing(first)).toBe(false);
    expect(kinds.grade.saysNothing({ ...first, objectives: [] })).toBe(true);
  });
});
