import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { PushOutcome, PushRow } from '../../../domain/protocol/endpoints/register/sync.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { staffIdentity } from '../../../domain/testing/staff-identity.ts';
import { assessment, grade } from '../../../sync-server/testing/gradebook/test-grades.ts';
import { at, edited } from '../../../sync-server/testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  nextEntry,
  pupilOf,
  SCHOOL,
  schoolRecords,
  STAFF,
  TEST_NOW,
} from '../../../sync-server/testing/test-school.ts';
import { startTestServer } from '../../../sync-server/testing/test-server.ts';
import { createSchoolRegister } from './register.ts';

const { anna, carla } = STAFF;
beforeEach(() => {
  vi.useFakeTimers({ now: TEST_NOW, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A cell of the two teachers of a course: given, changed, and changed once more by somebody whose word did not stand. */
function cell() {
  const column = assessment(anna);
  const first = grade(anna, column, pupilOf(CLASS_A, 1), { quarters: 24 });
  const second = edited(first, { value: { quarters: 28 }, recordedAt: at('08:50') });
  const lost = edited(first, { value: { quarters: 20 }, recordedAt: at('08:45'), author: carla });
  const emptied = edited(second, { value: {}, recordedAt: at('08:55') });
  const before: readonly PushRow[] = [
    { assumed: null, next: column },
    { assumed: null, next: first },
    { assumed: first, next: second },
    { assumed: first, next: lost },
  ];
  const emptying: PushRow = { assumed: second, next: emptied };
  const next = edited(second, { value: { quarters: 32 }, recordedAt: at('08:42'), author: carla });
  const late = { ...next, recordedAt: at('09:10') };
  return { before, emptying, first, second, lost, emptied, next, late };
}

type Cell = ReturnType<typeof cell>;
const renamed = (record: Grade): Grade => ({ ...record, entry: nextEntry() });
const forged = (record: Grade): Grade => ({ ...renamed(record), value: { quarters: 12 } });

/** What the colleague’s device says that it started from, on a cell that stands or was emptied. */
const CASES: Readonly<
  Record<string, (of: Cell) => readonly [RegisterRecord | 'itsWords' | null, 'emptied'?]>
> = {
  'what stands': ({ second }) => [second],
  // With what the server itself has written into it.
  'what stands, by its words': () => ['itsWords'],
  'what stands, by its name': ({ second }) => [{ ...forged(second), entry: second.entry }],
  'what stood before': ({ first }) => [first],
  'what stood before, by its words': ({ first }) => [renamed(first)],
  'what stood before, by its name': ({ first }) => [{ ...forged(first), entry: first.entry }],
  'what has lost, by its words': ({ lost }) => [renamed(lost)],
  'what has lost, by its name': ({ lost }) => [lost],
  'what never stood': ({ second }) => [forged(second)],
  'what never stood, of an emptied cell': ({ second }) => [forged(second), 'emptied'],
  'what stood before, of an emptied cell': ({ first }) => [first, 'emptied'],
  nothing: () => [null],
  'nothing, of an emptied cell': () => [null, 'emptied'],
  'another record': ({ first }) => [{ ...first, id: `${first.id}x` }],
  'no record at all': () => [{ entry: 'x' } as unknown as RegisterRecord],
};

/** How an answer came out: without names and times, which each server gives by itself. */
const told = ({ outcome, refusal, ...rest }: PushOutcome) => ({
  outcome,
  refusal,
  conflicts: 'conflicts' in rest ? rest.conflicts : undefined,
});

test.each(Object.keys(CASES).flatMap((name) => [[name, 'next'] as const, [name, 'late'] as const]))(
  'a device that started from %s is answered as by the real server (%s)',
  async (name, when) => {
    const of = cell();
    const [assumed, isEmptied] = CASES[name]?.(of) ?? [null];
    const rows = [...of.before, ...(isEmptied ? [of.emptying] : [])];
    const asked = (stands: RegisterRecord | undefined): PushRow => ({
      assumed: assumed === 'itsWords' ? renamed(stands as Grade) : assumed,
      next: of[when],
    });
    const coTeaching = assignmentRecord(carla, CLASS_A, 'Matematica');
    const authorOf = ({ next }: PushRow) => (next.author === carla ? 'carla' : 'anna');

    const server = await startTestServer([...schoolRecords(), coTeaching]);
    const byServer: PushOutcome[] = [];
    const ask = async (row: PushRow) => await server.push(authorOf(row), 'grades', [row]);
    const standing = async () => {
      const pull = { grades: { checkpoint: {}, limit: 100 } };
      const page = (await server.sync(await server.token('anna'), { protocol: PROTOCOL_VERSION, pull })).pull;
      return page.grades?.documents.find(({ id }) => id === of.first.id) as Grade | undefined;
    };
    for (const row of rows) byServer.push(...(await ask(row)));
    byServer.push(...(await ask(asked(await standing()))));
    const stands = await standing();
    await server.close();

    const register = createSchoolRegister([...schoolRecords(), coTeaching]);
    const answer = (row: PushRow) => {
      const person = STAFF[authorOf(row)];
      const named = { schoolName: '', username: person, surname: 'Prova', givenName: 'Anna' };
      const identity = staffIdentity({ school: SCHOOL, person, roles: ['teacher'], ...named });
      const push = { grades: [row] };
      const request = { protocol: PROTOCOL_VERSION, client: '1.0.0', push, pull: {} };
      return register.answer(identity, request).push.grades ?? [];
    };
    const byHarness = [...rows.flatMap(answer), ...answer(asked(register.record(of.first.id)))];
    expect(byHarness.map(told)).toEqual(byServer.map(told));
    expect((register.record(of.first.id) as Grade | undefined)?.value).toEqual(stands?.value);
  },
);
