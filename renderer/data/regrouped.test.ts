import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAYOUT_MARK } from '../../domain/entries/buckets-of.ts';
import type { SyncAnswer } from '../../domain/protocol/endpoints/register/sync.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { lesson, signature } from '../../sync-server/testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  pupilOf,
  pupilRecords,
  STAFF,
  TODAY,
} from '../../sync-server/testing/test-school.ts';
import { classHour } from '../features/class-hour/view.ts';
import { schoolIndex } from '../views/school.ts';
import { beginWork, endWork, openComplete, when, type AtWork, type Line } from './testing/test-staff.ts';

const stranger = pupilOf(CLASS_B, 7);
const own = pupilOf(CLASS_A, 1);
/** Hers: as a substitute she signed in a class that she does not read. */
const substitution = lesson(STAFF.anna, { class: CLASS_B, hour: 4, signatures: [signature(STAFF.anna)] });
const others = lesson(STAFF.bruno, { class: CLASS_B, hour: 3, topic: 'Non per Anna' });

let { line, device }: AtWork = {} as AtWork;
beforeEach(async () => {
  ({ line, device } = await beginWork());
});
afterEach(endWork);

/** A server of before: it knows of no layout, and grouped more records with what Anna reads. */
function ofBefore(answer: SyncAnswer): unknown {
  const more: Readonly<Record<string, readonly RegisterRecord[]>> = {
    roster: pupilRecords(CLASS_B, stranger),
    lessons: [substitution, others],
  };
  const pull = Object.fromEntries(
    Object.entries(answer.pull).map(([name, page]) => {
      const { [LAYOUT_MARK]: mark, ...checkpoint } = page.checkpoint;
      const documents = [...page.documents, ...(mark === undefined ? [] : (more[name] ?? []))];
      return [name, { ...page, checkpoint, documents }];
    }),
  );
  return { ...answer, pull };
}

function pulledCheckpoints({ requests }: Line, name: 'lessons' | 'roster') {
  return requests.flatMap(({ pull }) => {
    const checkpoint = pull[name]?.checkpoint;
    return checkpoint ? [Object.keys(checkpoint)] : [];
  });
}

test('records that the new grouping does not give to this device leave it, those of its own hand stay, and all is read once', async () => {
  line.answer = ofBefore;
  const register = await openComplete(device);
  const hourOf = (hour: number) => classHour(register, { day: TODAY, schoolClass: CLASS_B, hour });
  await when(schoolIndex(register), ({ person }) => person(stranger) !== undefined);
  await when(hourOf(3), (value) => value?.lesson?.topic === 'Non per Anna');

  line.answer = (answer) => answer;
  register.status.syncNow();
  const names = await when(schoolIndex(register), ({ person }) => person(stranger) === undefined);
  expect(names.person(own)).toBeDefined();
  await when(hourOf(3), (value) => value !== undefined && value.lesson === undefined);
  const mine = await when(hourOf(4), (value) => value?.lesson !== undefined);
  expect(mine?.lesson?.signatures.map(({ teacher }) => teacher)).toEqual([STAFF.anna]);

  // From then on it asks for what comes after, and for nothing again.
  for (const name of ['lessons', 'roster'] as const)
    await expect
      .poll(() => {
        register.status.syncNow();
        return pulledCheckpoints(line, name).at(-1);
      })
      .toContain(LAYOUT_MARK);
});
