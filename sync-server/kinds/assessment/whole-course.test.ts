import { expect, test, vi } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { assessment, grade, OCTOBER } from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import { CLASS_A, pupilOf, STAFF } from '../../testing/test-school.ts';
import { startTestServer } from '../../testing/test-server.ts';
import { kindRules } from '../registry.ts';

const { anna } = STAFF;

test('D56: only a row that moves its column goes through the whole course, also where one before it has read that', async () => {
  let walks = 0;
  const factsOf = kindRules.factsOf.bind(kindRules);
  const spy = vi.spyOn(kindRules, 'factsOf').mockImplementation((batch, ...of) => {
    const counted: typeof batch.readIn = (...where) => {
      walks += 1;
      return batch.readIn(...where);
    };
    return factsOf({ ...batch, readIn: counted }, ...of);
  });
  const server = await startTestServer();
  const column = assessment(anna, { day: OCTOBER });
  const others = Array.from({ length: 20 }, () => assessment(anna));
  await server.push('anna', 'grades', [column, ...others]);
  walks = 0;
  const moved = edited(column, { day: '2026-10-13' as LocalDate, recordedAt: at('08:40') });
  const rows = [
    { assumed: column, next: moved },
    ...others.map((other) => ({ assumed: other, next: edited(other, { topic: 'Le radici' }) })),
  ];
  const answer = await server.sync(await server.token('anna'), {
    protocol: PROTOCOL_VERSION,
    push: { grades: rows },
  });
  expect(answer.push.grades?.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'stored'));
  expect(walks).toBeGreaterThan(0);
  expect(walks).toBeLessThan(rows.length);
  spy.mockRestore();
  await server.close();
});

test.each(['bruno', 'anna'] as const)(
  'D24, D56: no course is read for a recovery of who has not the subject, sent by %s',
  async (name) => {
    let read = 0;
    const readOf = kindRules.read.bind(kindRules);
    const spy = vi.spyOn(kindRules, 'read').mockImplementation(async (batch, next) => {
      const counted: typeof batch.storedIn = async (...where) => {
        read += 1;
        return await batch.storedIn(...where);
      };
      await readOf({ ...batch, storedIn: counted }, next);
    });
    const server = await startTestServer();
    const column = assessment(anna, { day: OCTOBER });
    await server.push('anna', 'grades', [column]);
    read = 0;
    const recovers = { assessment: 'none', effect: 'replaces' } as const;
    const next = grade(STAFF[name], column, pupilOf(CLASS_A, 1), { quarters: 24 }, { recovers });
    const isTheirs = name === 'anna';
    const reason = isTheirs ? 'invalid' : 'forbidden';
    expect(await server.push(name, 'grades', [next])).toMatchObject([{ refusal: { reason } }]);
    expect(read > 0).toBe(isTheirs);
    spy.mockRestore();
    await server.close();
  },
);
