import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { migrations } from './migrations.ts';

test('places noted before name the kind that their collection stood for, and who has looked at them', () => {
  const database = new DatabaseSync(':memory:');
  migrate(
    database,
    migrations.filter(({ number }) => number < 10),
  );
  const note = database.prepare(
    `INSERT INTO held_elsewhere VALUES ('TEST0001', ?, 'r', 'PC', ?, 'id', 'a', 'c', '2026-11-23', 't', 1000, ?, NULL)`,
  );
  note.run('e1', 'lessons', null);
  note.run('e2', 'attendance', 2000);
  expect(migrate(database, migrations)).toContain(10);
  expect(database.prepare('SELECT entry, kind, seen_at FROM held_elsewhere ORDER BY entry').all()).toEqual([
    { entry: 'e1', kind: 'lesson', seen_at: null },
    { entry: 'e2', kind: 'attendanceDay', seen_at: 2000 },
  ]);
  database.close();
});
