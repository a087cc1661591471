import { expect, test } from 'vitest';
import { importStoreKey, openAll, sealAll } from './sealed-json.ts';

const key = await importStoreKey(new Uint8Array(32).fill(7));
const PRIVATE = {
  mark: 28,
  privateComment: 'Ne parlo con i genitori: copiava dal compagno, è già la terza volta.',
};

test('the length of a ciphertext tells neither a mark from an event nor whether there is a comment', async () => {
  const values = [{ mark: 28 }, { mark: 8 }, { event: 'absent' }, PRIVATE];
  const sealed = await sealAll(
    key,
    values.map((value, at) => ({ boundTo: `row ${at}`, value })),
  );
  expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
});

test('what was filled up opens as it was, of any length and with letters of several bytes', async () => {
  const values = [...Array(600).keys()].map((length) => ({ said: 'è'.repeat(length) }));
  const sealed = await sealAll(
    key,
    values.map((value) => ({ boundTo: 'row', value })),
  );
  expect(
    await openAll(
      key,
      sealed.map((one) => ({ boundTo: 'row', sealed: one })),
    ),
  ).toEqual(values);
});
