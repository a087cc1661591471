import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { classBucket } from '../../../domain/access/bucket.ts';
import { conflictNoticeKind } from '../../../domain/kinds/conflict-notice/kind.ts';
import type * as Registry from '../../../domain/kinds/registry.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { Members } from '../../../domain/record/upgrade.ts';
import { sampleValues } from '../../../domain/record/sample-values.ts';
import { toyKind } from '../../../domain/testing/toy/kind.ts';
import { SCHOOL } from '../../testing/test-school.ts';
import { openSqlite } from './open-sqlite.ts';

/** A toy of before said in which room it was, where it says its class now. */
vi.mock('../../../domain/kinds/registry.ts', async (original) => {
  const { withToy } = await import('../../../domain/testing/toy/registered-toy.ts');
  const upgrade = ({ room, ...toy }: Members) => (room === undefined ? toy : { ...toy, class: room });
  return withToy(await original<typeof Registry>(), [
    { name: 'room named class', since: 9, upgrade, before: {} },
  ]);
});

let folder = '';
const file = () => path.join(folder, 'test.sqlite');
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'campanella-staged-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A server of before has decided a batch with this record, and died; the one of now comes after it. */
async function completed(collection: CollectionName, record: Members) {
  await openSqlite(file()).close();
  const database = new DatabaseSync(file());
  const staged = { collection, device: 'test', outcome: 'stored', record: { ...record, school: SCHOOL } };
  database.prepare("INSERT INTO staged_version VALUES ('dead', 0, ?)").run(JSON.stringify(staged));
  database.prepare("INSERT INTO staged_batch VALUES ('dead', ?)").run(SCHOOL);
  database.close();
  const storage = openSqlite(file());
  try {
    return await storage.read(SCHOOL, async (reader) => {
      const bucket = classBucket(sampleValues.class);
      const inClass: string[] = [];
      await reader.bucketRange({ collection, bucket, after: 0, limit: 10 }, ({ json }) => {
        inClass.push(json);
        return true;
      });
      const [link] = await reader.historyAfter(0, 10);
      return { written: JSON.parse(link?.json ?? '{}') as Members, inClass };
    });
  } finally {
    await storage.close();
  }
}

const receivedAt = '2026-11-23T09:30:00.000Z';

test('what was decided in a shape of before is appended in that of today', async () => {
  const [{ before, upgrade }] = conflictNoticeKind.upgrades;
  const { written } = await completed('personal', { ...before, receivedAt });
  expect(before).not.toHaveProperty('recordKind');
  expect(written).toEqual({ ...upgrade(before), receivedAt, school: SCHOOL });
  expect(written['recordKind']).toBe('lesson');
});

test('its readers are those of the shape of today', async () => {
  const { class: room, ...toy } = toyKind.samples[0];
  const { written, inClass } = await completed('attendance', { ...toy, room, receivedAt });
  expect(written).toEqual({ ...toy, class: room, receivedAt, school: SCHOOL });
  expect(inClass).toHaveLength(1);
});
