import { createInstance } from 'i18next';
import { firstValueFrom } from 'rxjs';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type * as DomainRegistry from '../../domain/kinds/registry.ts';
import { toyKind } from '../../domain/testing/toy/kind.ts';
import { at } from '../../sync-server/testing/test-records.ts';
import { CLASS_A, nextEntry, SCHOOL, STAFF, TODAY } from '../../sync-server/testing/test-school.ts';
import { catalogues } from '../app/catalogue.ts';
import {
  beginWork,
  deviceOf,
  endWork,
  lineTo,
  openComplete,
  whenStatus,
} from '../data/testing/test-staff.ts';
import { conflictValue } from '../features/sync-centre/entries/conflict-value.ts';
import { toyRoom } from '../testing/toy/kind/words.ts';
import { noticeActsOf, wordsOf } from './registry.ts';
import type * as Registry from './registry.ts';
import { describeEntry, describeParked, fieldText, handedOverText, kindName } from './telling.ts';
import type { Words } from './words.ts';

vi.mock('../../domain/kinds/registry.ts', async (original) => {
  const { withToy } = await import('../../domain/testing/toy/registered-toy.ts');
  return withToy(await original<typeof DomainRegistry>());
});

/** The one line by which a kind has its words, here for a kind that is in the tests alone. */
vi.mock('./registry.ts', async (original) => {
  const real = await original<typeof Registry>();
  const { toyRoom: toy } = await import('../testing/toy/kind/words.ts');
  return {
    ...real,
    ...real.askedOf({ ...real.rooms, toy }),
    kindTexts: [...real.kindTexts, toy.texts],
  };
});

let words: Words;
beforeAll(async () => {
  const i18n = createInstance();
  await i18n.init({
    lng: 'it',
    resources: { it: { translation: catalogues.it } },
    interpolation: { escapeValue: false },
  });
  const format = { shortDay: () => 'lun 23 nov' } as unknown as Words['format'];
  words = { t: i18n.t, format, index: undefined };
});
afterEach(endWork);

const made = { ...toyKind.samples[0], school: SCHOOL, day: TODAY, class: CLASS_A, stickers: [] };
const asRecord = (toy: object) => toy as unknown as DomainRegistry.RegisterRecord;
const KIND = 'toy' as DomainRegistry.RecordKind;

test('a kind that has its line in the two registries alone is told in its own words wherever somebody reads of it', () => {
  expect(wordsOf('toy')).toBe(toyRoom.words);
  expect(kindName('toy', words)).toBe('Balocco');
  expect(describeEntry({ record: asRecord(made), assumed: null }, words)).toEqual({
    what: 'Balocco: Un orso',
    where: expect.stringContaining('lun 23 nov') as string,
  });
  expect(handedOverText({ ...toyKind.samples[0] }, words).said).toEqual([
    'Un orso',
    expect.stringMatching(/^red \(.+\)$/),
  ]);
  expect(describeParked('toy/one', words)).toEqual({ what: 'Balocco', where: 'one' });
  expect(fieldText('toy', 'stickers', words)).toBe('Adesivi');
});

test('what somebody lost of it is told, and put back by a way of its own, and by no other field’s', async () => {
  const { server, line } = await beginWork();
  const hers = { ...made, author: STAFF.anna, entry: nextEntry(), recordedAt: at('08:05'), note: 'Di Anna' };
  const his = { ...made, author: STAFF.carla, entry: nextEntry(), recordedAt: at('08:10'), note: 'Di Carla' };
  await server.push('carla', 'attendance', [asRecord(his)]);
  await server.push('anna', 'attendance', [asRecord(hers)]);

  const anna = await openComplete(deviceOf(line));
  const { conflicts } = await whenStatus(anna, (status) => status.conflicts.length === 1);
  const notice = must(conflicts[0], 'a notice');
  expect(notice).toMatchObject({ recordKind: 'toy', field: 'note' });
  expect(fieldText(notice.recordKind, notice.field, words)).toBe('Nota');
  expect(conflictValue(notice, notice.lost, words)).toBe('Di Anna');

  const { putBack } = noticeActsOf(notice.recordKind);
  expect(putBack?.({ ...notice, field: 'stickers' })).toBeUndefined();
  expect(await putBack?.(notice)?.(anna)).toMatchObject({ ok: true });
  await whenStatus(anna, ({ waiting, refused }) => waiting.length + refused.length === 0);
  const [again] = await firstValueFrom(anna.records.find(KIND, { day: TODAY }));
  expect(again).toMatchObject({ note: 'Di Anna' });
  const carla = await openComplete(deviceOf(await lineTo(server, 'carla')));
  const [told] = await firstValueFrom(carla.records.find(KIND, { day: TODAY }));
  expect(told).toMatchObject({ note: 'Di Anna' });
});
