import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import type { LocalDate } from '../../domain/base/ids.ts';
import { attendance, event, lesson, signature } from '../../sync-server/testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  pupilOf,
  SCHOOL,
  STAFF,
} from '../../sync-server/testing/test-school.ts';
import {
  close,
  deviceOf,
  eachWithRestorable,
  isThrough,
  openOn,
  sign,
  when,
  writeRoster,
  server,
} from './testing/restored-school.ts';
import { rowsNamed } from './testing/rows-about.ts';

eachWithRestorable();

const LONG_AGO = '2026-10-01' as LocalDate;
const marked = attendance(STAFF.bruno, pupilOf(CLASS_B, 1), [event('absent', STAFF.bruno)], CLASS_B);
const signed = lesson(STAFF.bruno, {
  class: CLASS_B,
  topic: 'Frazioni',
  signatures: [signature(STAFF.bruno)],
});
/** By identifier; with what replication notes of them. */
const OF_CLASS_B = [marked.id, signed.id].flatMap((id) => [id, `${id}|0`]);

test.each(['once it has looked', 'after a restart right behind the look'])(
  'the records of a class that was lost while the store was put back leave the device: %s',
  async (moment) => {
    await server.first.roster.write(SCHOOL, [assignmentRecord(STAFF.anna, CLASS_B, 'Matematica')]);
    const annas = await deviceOf('anna');
    await server.first.push('bruno', 'lessons', [signed]);
    await server.first.push('bruno', 'attendance', [marked]);
    let anna = await openOn(annas);
    const copy = server.copy();
    await sign(anna, 2, 'Decimali');
    await when(anna.status.sync$, isThrough);
    expect(await rowsNamed(annas.device, OF_CLASS_B)).toBeGreaterThan(1);

    annas.online = false;
    await server.putBack(copy);
    await writeRoster([assignmentRecord(STAFF.anna, CLASS_B, 'Matematica', LONG_AGO)]);
    annas.online = true;
    annas.delay = moment === 'once it has looked' ? 0 : 120;
    anna.status.syncNow();
    await when(anna.status.sync$, ({ restored }) => restored?.state === 'looked');
    if (annas.delay > 0) {
      annas.online = false;
      await close(anna);
      annas.online = true;
      annas.delay = 0;
      anna = await openOn(annas);
    }
    await expect.poll(async () => await rowsNamed(annas.device, OF_CLASS_B), { timeout: 10_000 }).toBe(0);
    // What is hers stays, and comes back.
    const lessons = await server.storage().read(SCHOOL, async (reader) => await reader.collection('lessons'));
    expect(lessons.map((json) => (JSON.parse(json) as { readonly topic: string }).topic)).toContain(
      'Decimali',
    );
    expect(await firstValueFrom(anna.records.find('lesson', { class: CLASS_A }))).toHaveLength(1);
  },
);
