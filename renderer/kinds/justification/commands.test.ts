import { expect, test } from 'vitest';
import type { ClassId, EntryId, Instant, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { fail, ok } from '../../../domain/base/result.ts';
import type { Justification } from '../../../domain/kinds/justification/record.ts';
import type { Register } from '../../data/register.ts';
import { justify, validate, type Decidable } from './commands.ts';

type Run = Register['run'];
type Command = Parameters<Run>[0];

/** A register that takes so many acts and then no other, but for what takes one back; it keeps what was done. */
function registerTaking(count: number) {
  const done: string[] = [];
  const run = (command: Command) => {
    const version = {
      entry: `entry-${done.length}` as EntryId,
      recordedAt: '2026-11-24T08:00:00Z' as Instant,
    };
    const record = command.change(
      { current: undefined } as Parameters<Command['change']>[0],
      { me: 'me' } as Parameters<Command['change']>[1],
      version as Parameters<Command['change']>[2],
    ) as Justification;
    const [made] = record.acts;
    if (made?.act !== 'takeBack' && done.length >= count)
      return Promise.resolve(fail({ kind: 'refused', reason: 'textWithdrawn' }));
    done.push(`${record.day} ${made?.act} ${made?.answers}`);
    return Promise.resolve(ok(version));
  };
  return { register: { run: run as unknown as Run }, done };
}

const dayOf = (day: string): Decidable => ({
  item: 'absence',
  day: day as LocalDate,
  pupil: 'pupil' as PersonId,
  schoolClass: '1A' as ClassId,
  text: { id: `sent-${day}` },
});

test('D84: a group of which one day is refused is not left half decided', async () => {
  const { register, done } = registerTaking(1);
  const result = await validate(register, [dayOf('2026-11-19'), dayOf('2026-11-20')]);
  expect(result).toMatchObject({ ok: false, failure: { reason: 'textWithdrawn' } });
  expect(done).toEqual(['2026-11-19 validate sent-2026-11-19', '2026-11-19 takeBack entry-0']);
});

test('D84: a group whose days are all taken stays decided, until it is taken back', async () => {
  const { register, done } = registerTaking(2);
  const result = await validate(register, [dayOf('2026-11-19'), dayOf('2026-11-20')]);
  expect(done).toHaveLength(2);
  if (result.ok) await result.value.undo();
  expect(done.slice(2)).toEqual(['2026-11-20 takeBack entry-1', '2026-11-19 takeBack entry-0']);
});

test('B.1, D89: of a pupil who is absent today a call is written down, while what was sent waits for the return', async () => {
  const { register, done } = registerTaking(1);
  const absent = { ...dayOf('2026-11-19'), isGreyed: true };
  expect(await validate(register, [absent])).toMatchObject({
    ok: false,
    failure: { reason: 'absentToday' },
  });
  expect(await justify(register, [absent], { reason: 'health', origin: 'phone' })).toMatchObject({
    ok: true,
  });
  expect(done).toEqual(['2026-11-19 justify sent-2026-11-19']);
});
