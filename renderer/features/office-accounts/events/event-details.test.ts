import { expect, test } from 'vitest';
import type { TFunction } from 'i18next';
import {
  OPERATION_FLAGS,
  OPERATION_NAMES,
  OPERATION_VALUES,
  OPERATIONS,
} from '../../../../domain/protocol/endpoints/office/operations.ts';
import { HELD_KINDS } from '../../../../domain/kinds/held-kinds.ts';
import { kindTexts } from '../../../kinds/registry.ts';
import { en } from '../texts.en.ts';
import { it } from '../texts.it.ts';
import { eventDetails } from './event-details.ts';

/** The text of a key; the key itself where there is none, as on the screen. */
const textsOf = (catalogue: object) =>
  ((key: string) =>
    key.split('.').reduce<unknown>((texts, part) => (texts as Record<string, unknown>)[part], catalogue) ??
    key) as unknown as TFunction;
/** With the texts of the kinds, as the page has them. */
const withKinds = {
  it: Object.assign({}, it, ...kindTexts.map((texts) => texts.it)) as typeof it,
  en: Object.assign({}, en, ...kindTexts.map((texts) => texts.en)) as typeof en,
};
const t = textsOf(withKinds.it);
const asIs = (day: string) => day;
const inWords = (details: Record<string, unknown>) => eventDetails(details, t, asIs);

test('the register of operations speaks of devices and proofs in words', () => {
  expect(inWords({ device: 'vm', by: 'officePassword password' })).toBe(
    'dispositivo: vm · riconosciuto con: password della segreteria + password',
  );
  expect(inWords({ by: 'provider', provider: 'SPID', strong: true })).toBe(
    'riconosciuto con: fornitore di identità · fornitore di identità: SPID · con più di una password',
  );
  expect(inWords({ fields: 'fiscalCode emails' })).toBe('cambiati: codice fiscale + e-mail');
  expect(inWords({ removed: false, entries: 3 })).toBe('registrazioni: 3');
  expect(inWords({ reason: 'cambio scuola', later: 'x' })).toBe('cambio scuola · later: x');
});

test('a name means what its detail is about, and an empty list is said', () => {
  expect(inWords({ signingWindow: 'sameDay', beforeHour: 'sameDay' })).toBe(
    'si firma: entro lo stesso giorno · prima dell’inizio: si può firmare nello stesso giorno',
  );
  expect(inWords({ message: 'signedInElsewhere' })).toBe(
    'messaggio: avviso di accesso da un altro dispositivo',
  );
  expect(inWords({ studentLevelsOff: '' })).toBe('studenti senza account: nessuno');
});

test('a record is told by its kind, also where its collection alone was noted', () => {
  const where = { class: '1A', day: '2026-11-20' };
  const told = 'che cosa: Presenze · classe: 1A · giorno: 2026-11-20';
  expect(inWords({ recordKind: 'attendanceDay', ...where })).toBe(told);
  expect(inWords({ collection: 'attendance', ...where })).toBe(told);
  expect(inWords({ collection: 'lessons' })).toBe('che cosa: Lezione');
  for (const collection of ['agenda', 'toString', 7])
    expect(inWords({ collection })).toBe(`collection: ${collection}`);
  expect(inWords({ recordKind: 'diaryEntry' })).toBe('che cosa: diaryEntry');
});

for (const [language, catalogue] of Object.entries(withKinds)) {
  const text = textsOf(catalogue);
  const words = (details: Record<string, unknown>) => eventDetails(details, text, asIs);

  test(`every kind of operation has words of its own, in ${language}`, () => {
    const { name, detail } = catalogue.accounts.events;
    expect(Object.keys(name).toSorted()).toEqual([...OPERATIONS].toSorted());
    expect(new Set(Object.values(name)).size).toBe(OPERATIONS.length);
    for (const [key, names] of Object.entries(OPERATION_NAMES))
      expect(Object.keys((detail.value as Record<string, object>)[key] ?? {}).toSorted()).toEqual(
        names.toSorted(),
      );
  });

  test(`no detail and no name in one is shown as the server keeps it, in ${language}`, () => {
    const shown = [
      ...OPERATION_FLAGS.map((flag) => words({ [flag]: true })),
      ...HELD_KINDS.map((recordKind) => words({ recordKind })),
      ...OPERATION_VALUES.map((key) => words({ [key]: 7 })),
      ...Object.entries(OPERATION_NAMES).flatMap(([key, names]) =>
        names.map((name) => words({ [key]: name })),
      ),
    ];
    // A name of the program has a capital inside, or dots where a key has no words.
    expect(shown.filter((each) => /[a-z][A-Z]|\w\.\w/.test(each))).toEqual([]);
  });
}
