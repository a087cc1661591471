import { expect, test } from 'vitest';
import type { TFunction } from 'i18next';
import { it } from '../../i18n/it/catalogue.ts';
import { eventDetails } from './event-details.ts';

/** The Italian text of a key. */
const t = ((key: string) =>
  key
    .split('.')
    .reduce<unknown>((texts, part) => (texts as Record<string, unknown>)[part], it)) as unknown as TFunction;

test('the register of operations speaks of devices and proofs in words', () => {
  expect(eventDetails({ device: 'vm', by: 'officePassword password' }, t)).toBe(
    'dispositivo: vm · riconosciuto con: password della segreteria + password',
  );
  expect(eventDetails({ by: 'provider', provider: 'SPID', strong: true }, t)).toBe(
    'riconosciuto con: fornitore di identità · fornitore di identità: SPID · con più di una password',
  );
  expect(eventDetails({ fields: 'fiscalCode emails' }, t)).toBe('cambiati: codice fiscale + e-mail');
  expect(eventDetails({ removed: false, entries: 3 }, t)).toBe('registrazioni: 3');
  expect(eventDetails({ reason: 'cambio scuola', later: 'x' }, t)).toBe('cambio scuola · later: x');
});
