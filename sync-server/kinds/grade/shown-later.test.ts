import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toInstant, type Instant, type LocalDate } from '../../../domain/base/ids.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { schoolYearId } from '../../../domain/kinds/school-year/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { assessment, grade } from '../../testing/gradebook/test-grades.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { edited } from '../../testing/test-records.ts';
import { CLASS_A, pupilOf, SCHOOL, STAFF } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const HOUR = 3_600_000;
const DECEMBER = '2026-12-20' as LocalDate;
const { anna } = STAFF;
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  // What is delivered later was written since.
  await server.token('anna');
});
afterEach(async () => {
  await server.close();
});

const now = (): Instant => toInstant(server.clock.now);

function later(hours: number): Instant {
  server.clock.now += hours * HOUR;
  return now();
}

async function push(
  next: RegisterRecord,
  assumed: RegisterRecord | null = null,
): Promise<string | undefined> {
  const answer = await server.sync(await server.token('anna'), {
    protocol: PROTOCOL_VERSION,
    push: { grades: [{ assumed, next }] },
  });
  const outcome = answer.push.grades?.[0];
  return outcome?.refusal?.reason ?? outcome?.outcome;
}

async function stands<R extends RegisterRecord>({ id }: R): Promise<R> {
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('grades', [id]));
  return storedRecord(texts.get(id) ?? '') as R;
}

/** Changes what stands, now or when it was written without a line. */
async function change<R extends RegisterRecord>(record: R, changes: Partial<R>, recordedAt = now()) {
  const before = await stands(record);
  return await push(edited(before, { ...changes, recordedAt }), before);
}

async function written(ofColumn: Partial<Assessment> = {}): Promise<{ column: Assessment; first: Grade }> {
  const recordedAt = now();
  const column = assessment(anna, { recordedAt, ...ofColumn });
  const first = grade(anna, column, pupilOf(CLASS_A, 1), { quarters: 25 }, { recordedAt });
  expect([await push(column), await push(first)]).toEqual(['stored', 'stored']);
  return { column, first };
}

/** The office holds the grades of the class back until a day, or no more. */
async function holdBack(until?: LocalDate): Promise<void> {
  const id = schoolYearId(2026);
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('settings', [id]));
  const { entry: seen } = storedRecord(texts.get(id) ?? '');
  const body = { startYear: 2026, seen, period: 0, class: CLASS_A, ...(until ? { until } : {}) };
  expect((await officeDesk(server).post('years/hold-back', body)).status).toBe(204);
}

/** Since when the family could see it, by the word of the server that a private note brings into the history. */
async function seenFromOf(first: Grade): Promise<Instant | undefined> {
  later(2);
  expect(await change(first, { privateComment: `Ne parlo al colloquio, ${now()}` })).toBe('stored');
  return (await stands(first)).seenFrom;
}

describe('D78 what is shown that was hidden was not seen before', () => {
  test('D78: once the school lifts what it held back', async () => {
    await holdBack(DECEMBER);
    later(1);
    const { first } = await written();
    const lifted = later(3);
    await holdBack();
    later(1);
    await holdBack(DECEMBER);
    expect(await seenFromOf(first)).toBe(lifted);
  });

  test('D78: once the school says that it has been shown since a day of before', async () => {
    await holdBack(DECEMBER);
    later(1);
    const { first } = await written();
    const lifted = later(3);
    await holdBack('2026-10-01' as LocalDate);
    expect(await seenFromOf(first)).toBe(lifted);
  });

  test('D78: once a column shows what it hid, or does not wait for a day any more', async () => {
    for (const hidden of [{ visible: false }, { embargo: DECEMBER }]) {
      const { column, first } = await written(hidden);
      const shown = later(3);
      const { embargo: _embargo, ...rest } = await stands(column);
      expect(
        await push(edited(rest as Assessment, { visible: true, recordedAt: now() }), await stands(column)),
      ).toBe('stored');
      expect(await seenFromOf(first)).toBe(shown);
    }
  });

  test('D78: once a column that was given up stands again', async () => {
    const { column, first } = await written();
    await change(column, { cancelled: { reason: 'Doppia' } });
    const shown = later(3);
    const { cancelled: _cancelled, ...rest } = await stands(column);
    await push(edited(rest as Assessment, { recordedAt: now() }), await stands(column));
    expect(await seenFromOf(first)).toBe(shown);
  });

  test('D78: once the grade itself is shown', async () => {
    const { first } = await written();
    await change(first, { visible: false });
    const shown = later(3);
    await change(first, { visible: true });
    expect(await seenFromOf(first)).toBe(toInstant(Date.parse(shown) + HOUR / 2));
  });

  test('D78: but what was seen before stays so, and since when is nothing that a device says', async () => {
    const { column, first } = await written();
    const seen = toInstant(server.clock.now + HOUR / 2);
    later(1);
    const correction = { reason: 'Da rivedere', entry: 'of-this-entry' };
    const before = await stands(column);
    const hidden = edited(before, { visible: false, recordedAt: now() });
    await push({ ...hidden, correction: { ...correction, entry: hidden.entry } }, before);
    later(1);
    const claimed = { visible: true, showsSince: '2026-09-20T08:00:00.000Z' as Instant };
    expect(await change(column, claimed)).toBe('stored');
    expect((await stands(column)).showsSince).toBe(now());
    expect(await seenFromOf(first)).toBe(seen);
  });
});

describe('D78 who corrects without a network is asked by what could be seen when they did it', () => {
  test('D78: of what was held back then, though the school has lifted it before the correction arrives', async () => {
    await holdBack(DECEMBER);
    later(1);
    const { first } = await written();
    const corrected = later(2);
    later(1);
    await holdBack();
    const seen = later(1);
    expect(await change(first, { value: { quarters: 28 } }, corrected)).toBe('stored');
    expect(await change(first, { value: { quarters: 32 } }, seen)).toBe('reasonMissing');
  });

  test('D78: of what its column hid then, though that shows it before the correction arrives', async () => {
    const { column, first } = await written({ visible: false });
    const corrected = later(2);
    later(1);
    await change(column, { visible: true });
    later(1);
    expect(await change(first, { value: { quarters: 28 } }, corrected)).toBe('stored');
  });

  test('D78: and of what was shown then a reason is owed, though it is held back since', async () => {
    const { first } = await written();
    const corrected = later(2);
    later(1);
    await holdBack(DECEMBER);
    expect(await change(first, { value: { quarters: 28 } }, corrected)).toBe('reasonMissing');
  });
});
