import { BehaviorSubject } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toInstant } from '../../../domain/base/ids.ts';
import { ok } from '../../../domain/base/result.ts';
import type { OfficeRestored } from '../../../domain/protocol/endpoints/office/office-restored.ts';
import type { SyncStatus } from '../../data/status/sync-status.ts';
import { putBackNews, type PutBackNews } from './put-back-news.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const noticedAt = toInstant(Date.parse('2026-11-23T08:00:00Z'));
const device = { name: 'Bruni Giancarlo', device: 'PC', noticedAt, cameBack: 1 };

async function newsOf(answer: Partial<OfficeRestored>, connection: SyncStatus['connection'] = 'online') {
  const shown: (PutBackNews | undefined)[] = [];
  const api = { ask: async () => await Promise.resolve(ok(answerOf(answer))) };
  putBackNews({ ...api, status: new BehaviorSubject({ connection }), elapsed: () => Date.now() }).subscribe(
    (news) => void shown.push(news),
  );
  await vi.advanceTimersByTimeAsync(0);
  return shown.at(-1);
}
const answerOf = (answer: Partial<OfficeRestored>): OfficeRestored => {
  return { devices: [], missing: [], setAside: [], ...answer };
};

test('a register that never was put back is no news, nor is one of which all that is left was set aside', async () => {
  expect(await newsOf({})).toBeUndefined();
});

test('the news counts what is missing and who still sends, and is named by the device that noticed last', async () => {
  const later = toInstant(Date.parse('2026-11-23T09:00:00Z'));
  const devices = [device, { ...device, noticedAt: later, endedAt: later }];
  const missing = Array<OfficeRestored['missing'][number]>(2);
  expect(await newsOf({ devices, missing })).toEqual({ missing: 2, sending: 1, noticedAt: later });
});

test('without a network nothing is said that may be out of date', async () => {
  expect(await newsOf({ devices: [device] }, 'offline')).toBeUndefined();
});
