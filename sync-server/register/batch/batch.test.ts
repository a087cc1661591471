import { expect, test, vi } from 'vitest';
import type { Storage } from '../../storage/contract/storage.ts';
import { edited, lesson } from '../../testing/test-records.ts';
import { STAFF } from '../../testing/test-school.ts';
import { startTestServer } from '../../testing/test-server.ts';

test('rows that conflict about one record read its history once, and then what they have added', async () => {
  const server = await startTestServer();
  const base = lesson(STAFF.anna, { topic: '0' });
  let was = base;
  for (let count = 1; count < 10; count += 1) {
    const next = edited(was, { topic: `${count}` });
    await server.push('anna', 'lessons', [{ assumed: was, next }]);
    was = next;
  }
  await server.token('carla');
  const read: number[] = [];
  const original: Storage['transaction'] = server.storage.transaction.bind(server.storage);
  const spy = vi.spyOn(server.storage, 'transaction').mockImplementation((school, work) =>
    original(school, (transaction) =>
      work({
        ...transaction,
        async versionsOf(...of) {
          const versions = await transaction.versionsOf(...of);
          read.push(versions.length);
          return versions;
        },
      }),
    ),
  );
  const rows = ['a', 'b', 'c'].map((activity) => ({ assumed: base, next: edited(base, { activity }) }));
  await server.push('carla', 'lessons', rows);
  spy.mockRestore();
  // The second row loses its one field: its merge adds no version beside it.
  expect(read).toEqual([9, 2, 1]);
  await server.close();
});
