import { BehaviorSubject } from 'rxjs';
import { expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { ApiFailure } from '../api/api-request.ts';
import type { SyncStatus } from '../status/sync-status.ts';
import type { KeptPicture, PictureBytes } from './kept-picture.ts';
import { createOwnPicture } from './own-picture.ts';

const FACE = Uint8Array.from([1, 2, 3]);
const NEW = Uint8Array.from([4, 5, 6]);

/** How a test begins: the line, and what school and device have. */
interface Begin {
  connection: SyncStatus['connection'];
  school: PictureBytes | undefined;
  device: PictureBytes | undefined;
}

/** A screen on which the picture of an account is shown, by its bytes. */
function show({ connection = 'online', school = FACE, device }: Partial<Begin> = {}) {
  const state: Begin & { asked: number; isOwn: boolean } = {
    connection,
    school,
    device,
    asked: 0,
    isOwn: true,
  };
  const status = new BehaviorSubject({ connection });
  const kept: KeptPicture = {
    read: () => Promise.resolve(state.device),
    keep: async (bytes) => {
      await Promise.resolve();
      if (state.isOwn) state.device = bytes.length === 0 ? undefined : bytes;
      return state.isOwn;
    },
    forget: () => {
      state.device = undefined;
    },
  };
  const api = {
    async picture(): Promise<Result<PictureBytes, ApiFailure>> {
      state.asked += 1;
      await Promise.resolve();
      return state.school ? ok(state.school) : fail({ kind: 'serverUnreachable' });
    },
  };
  const own = createOwnPicture({ api, kept, status });
  const shown: number[][] = [];
  own.bytes.subscribe((bytes) => shown.push([...bytes]));
  return { state, status, own, shown };
}

const settle = () => new Promise((resolve) => void setTimeout(resolve, 5));

test('without a network the picture is the one that this device has', async () => {
  const { state, shown } = show({ connection: 'offline', device: FACE });
  await settle();
  expect(shown).toEqual([[1, 2, 3]]);
  expect(state.asked).toBe(0);
});

test('with a network it is the school’s, kept from then on, and asked for once', async () => {
  const { state, status, shown } = show({ device: FACE, school: NEW });
  await vi.waitFor(() =>
    expect(shown).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]),
  );
  expect(state.device).toEqual(NEW);
  status.next({ connection: 'offline' });
  status.next({ connection: 'online' });
  await settle();
  expect(state.asked).toBe(1);
});

test('a line that comes later brings it then', async () => {
  const { state, status, shown } = show();
  state.school = undefined;
  await settle();
  expect([state.asked, shown]).toEqual([1, [[]]]);
  status.next({ connection: 'offline' });
  state.school = FACE;
  status.next({ connection: 'online' });
  await vi.waitFor(() => expect(shown).toEqual([[], [1, 2, 3]]));
});

test('a picture removed elsewhere goes from this device too', async () => {
  const { state, shown } = show({ device: FACE, school: new Uint8Array() });
  await vi.waitFor(() => expect(shown).toEqual([[1, 2, 3], []]));
  expect(state.device).toBeUndefined();
});

test('a picture that its owner has removed or changed is not shown again, even where no answer comes', async () => {
  const { state, own, shown } = show();
  await vi.waitFor(() => expect(shown.at(-1)).toEqual([1, 2, 3]));
  state.school = undefined;
  own.changed();
  await settle();
  expect(shown.at(-1)).toEqual([]);
  expect(state.device).toBeUndefined();
  state.school = NEW;
  own.changed();
  await vi.waitFor(() => expect(shown.at(-1)).toEqual([4, 5, 6]));
});

test('an answer that may be another account’s is neither shown nor kept', async () => {
  const { state, status, shown } = show({ school: NEW, device: FACE, connection: 'offline' });
  state.isOwn = false;
  status.next({ connection: 'online' });
  await settle();
  expect(state.asked).toBe(1);
  expect(shown).toEqual([[1, 2, 3]]);
  expect(state.device).toEqual(FACE);
});
