import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { migrations } from './migrations.ts';

/** A database of before, with one session of each account. */
function before(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  migrate(
    database,
    migrations.filter(({ number }) => number < 5),
  );
  const profile = (id: string, more: object) =>
    database.prepare('INSERT INTO profile (id, json) VALUES (?, ?)').run(id, JSON.stringify({ id, ...more }));
  const session = (id: string, own: string, isVouched: number) => {
    const json = JSON.stringify({
      username: id,
      school: 'TEST0001',
      profile: own,
      schoolPass: `pass of ${id}`,
    });
    database.prepare('INSERT INTO account (username, json) VALUES (?, ?)').run(id, json);
    database
      .prepare(
        `INSERT INTO session (school, id, username, person, device_id, device_name, created_at, last_used_at, is_vouched)
        VALUES ('TEST0001', ?, ?, 'p', 'd', 'PC', 1000, 1000, ?)`,
      )
      .run(id, id, isVouched);
  };
  profile('plain', {});
  profile('earlier factor', { secondFactor: { confirmedAt: 900 } });
  profile('later factor', { secondFactor: { confirmedAt: 1100 } });
  session('a', 'plain', 0);
  session('b', 'earlier factor', 0);
  session('c', 'later factor', 0);
  session('d', 'plain', 1);
  session('e', 'no such profile', 0);
  return database;
}

test('sessions of before keep what is known of them: the password, and a second factor that was on when they began', () => {
  const database = before();
  expect(migrate(database, migrations)).toContain(5);
  const rows = database.prepare('SELECT id, proofs FROM session ORDER BY id').all();
  const proofs = rows.map(({ proofs: text }) =>
    (JSON.parse(String(text)) as { by: string; profile: string; at: number }[]).map(
      ({ by, profile, at }) => `${by} of ${profile} at ${at}`,
    ),
  );
  expect(proofs).toEqual([
    ['password of plain at 1000'],
    ['password of earlier factor at 1000', 'secondFactor of earlier factor at 1000'],
    ['password of later factor at 1000'],
    [],
    [],
  ]);
  database.close();
});

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

test('a version that was traced before says of nothing what stood when it came', () => {
  const database = new DatabaseSync(':memory:');
  migrate(
    database,
    migrations.filter(({ number }) => number < 12),
  );
  database.exec(`INSERT INTO traced_version (school, collection, id, place) VALUES (1, 'grades', 'g', 7)`);
  expect(migrate(database, migrations)).toContain(12);
  expect(database.prepare('SELECT place, base FROM traced_version').all()).toEqual([
    { place: 7, base: null },
  ]);
  database.close();
});
