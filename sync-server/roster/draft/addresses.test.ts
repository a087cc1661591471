import { describe, expect, it } from 'vitest';
import { officeDesk } from '../../testing/office-desk.ts';
import { SCHOOL } from '../../testing/test-school.ts';
import { startVisitors } from '../../testing/visitor.ts';
import { importRoster } from '../import-roster.ts';
import type { RosterStore } from '../roster-store.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

const HEAD =
  'Cognome;Nome;Data di nascita;Codice fiscale;Classe;Genitore1 Cognome;Genitore1 Nome;Genitore1 Codice fiscale;Genitore1 Email;Genitore2 Cognome;Genitore2 Nome;Genitore2 Email\n';
const ugo = (email: string, second = ';;') => `Re;Ugo;1/2/2014;;1A;Re;Anna;;${email};${second}\n`;

async function take(store: RosterStore, rows: string, now = Date.parse('2026-11-23T10:00:00.000Z')) {
  const files = [{ name: 'alunni.csv', bytes: Buffer.from(HEAD + rows) }];
  return await importRoster(store, files, { school: SCHOOL, dryRun: false, now, levels: ['lowerSecondary'] });
}

/** The addresses of all guardians after some lists, those that open nothing behind a bar; the last list comes twice. */
async function after(...steps: readonly string[]) {
  const store = createMemoryStore();
  for (const step of steps.slice(0, -1)) await take(store, step);
  const { warnings } = await take(store, steps.at(-1) ?? '');
  const before = JSON.stringify(store.records());
  const again = await take(store, steps.at(-1) ?? '');
  expect(JSON.stringify(store.records())).toBe(before);
  expect(again.warnings.filter(({ reasonCode }) => reasonCode === 'addressReplaced')).toEqual([]);
  const addresses = store.records().flatMap((record) => {
    if (record.kind !== 'personalData' || record.children.length === 0) return [];
    const { emails, unconfirmedEmails = [] } = record;
    return `${emails.filter((email) => !unconfirmedEmails.includes(email)).join(' ')}|${unconfirmedEmails.join(' ')}`;
  });
  return { addresses, warned: warnings.flatMap(({ reasonCode }) => reasonCode.match(/^address.*/) ?? []) };
}

describe('an address that a newer list corrects', () => {
  it.each([
    ['takes effect', [ugo('ana@x.it'), ugo('anna@x.it')], ['anna@x.it|ana@x.it'], ['addressReplaced']],
    [
      'is not brought back by the old list',
      [ugo('ana@x.it'), ugo('anna@x.it'), ugo('ana@x.it')],
      ['anna@x.it|ana@x.it'],
      [],
    ],
    ['replaces none that the list still has', [ugo('a@x.it'), ugo('b@x.it, a@x.it')], ['b@x.it a@x.it|'], []],
    ['replaces none by a blank cell', [ugo('a@x.it'), ugo('')], ['a@x.it|'], []],
    ['comes first though both were known', [ugo('a@x.it, b@x.it'), ugo('b@x.it')], ['b@x.it a@x.it|'], []],
    [
      'of the mother in the father’s cell',
      [ugo('a@x.it', 'Po;Mario;a@x.it'), ugo('a@x.it', 'Po;Mario;m@x.it')],
      ['a@x.it|', 'm@x.it|a@x.it'],
      ['addressReplaced'],
    ],
  ])('%s', async (_what, steps, addresses, warned) => {
    expect(await after(...steps)).toEqual({ addresses, warned });
  });

  it('is not taken for one where a mother of two has another in each row of a list', async () => {
    const both = `${ugo('a@x.it')}Re;Ada;1/3/2015;;1A;Re;Anna;;b@x.it, a@x.it;;;\n`;
    expect((await after(both)).addresses).toEqual(['a@x.it b@x.it|']);
  });

  it('gets the mail with the account, and the old one nothing', async () => {
    const visitors = await startVisitors({});
    const desk = officeDesk(visitors);
    await take(visitors.roster, ugo('ana@x.it'), visitors.clock.now);
    const { records } = await visitors.roster.readRoster(SCHOOL);
    const anna = records.find(
      (one) => one.kind === 'person' && one.givenName === 'Anna' && one.surname === 'Re',
    );
    const { issued } = await desk.issue({ person: anna?.id });
    await take(visitors.roster, ugo('anna@x.it'), visitors.clock.now);
    await desk.act('mail', { usernames: issued });
    expect((await visitors.mails('activate')).map(({ to }) => to)).toEqual(['anna@x.it']);
    await visitors.close();
  });
});
