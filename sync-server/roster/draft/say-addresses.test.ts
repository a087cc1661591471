import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toPersonId } from '../../../domain/base/ids.ts';
import { createSchoolSnapshots } from '../../school/school-snapshots.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { SCHOOL } from '../../testing/test-school.ts';
import { startVisitors } from '../../testing/visitor.ts';
import { importRoster } from '../import-roster.ts';

const HEAD =
  'Cognome;Nome;Data di nascita;Classe;Genitore1 Cognome;Genitore1 Nome;Genitore1 Codice fiscale;Genitore1 Email\n';
const CODE = 'BSLNTN80A01F257E';
const child = (name: string, day: number, email: string, code = CODE) =>
  `Basile;${name};${day}/3/2014;1A;Basile;Antonio;${code};${email}\n`;

let visitors: Awaited<ReturnType<typeof startVisitors>>;
beforeEach(async () => {
  visitors = await startVisitors({});
});
afterEach(async () => {
  await visitors.close();
});

/** Imports a list; answers what the report says of addresses. */
async function take(...rows: readonly string[]) {
  const report = await importRoster(
    visitors.roster,
    [{ name: 'alunni.csv', bytes: Buffer.from(HEAD + rows.join('')) }],
    {
      school: SCHOOL,
      dryRun: false,
      now: visitors.clock.now,
      levels: ['lowerSecondary'],
      language: 'it',
    },
  );
  return report.warnings.flatMap(({ row, column, reason, reasonCode }) =>
    reasonCode.startsWith('address')
      ? [`${row} ${column} ${reasonCode}: ${reason.split('. ')[0] ?? ''}`]
      : [],
  );
}

/** Where activation and reminder go, and which addresses recovery knows. */
async function truth() {
  const { records } = await visitors.roster.readRoster(SCHOOL);
  const father = records.find((one) => one.kind === 'person' && one.givenName === 'Antonio');
  const desk = officeDesk(visitors);
  const { issued } = await desk.issue({ person: father?.id });
  // Whoever has a link that works is reminded of nothing.
  await desk.act('remind');
  await desk.act('mail', { usernames: issued.slice(0, 1) });
  const to = async (kind: string) => [...new Set((await visitors.mails(kind)).map((mail) => mail.to))];
  const snapshot = await visitors.storage.read(SCHOOL, (reader) =>
    createSchoolSnapshots().at(SCHOOL, reader),
  );
  return {
    activate: await to('activate'),
    reminder: await to('reminder'),
    recovery: (father && snapshot.emailsOf.get(toPersonId(father.id))) ?? [],
  };
}

describe('what the report says of an address is what mails and recovery do', () => {
  it('another one in each row of one father: all count, the first gets the mails', async () => {
    const rows = [child('Ugo', 1, 'a@x.it'), child('Ida', 2, 'b@x.it'), child('Leo', 3, 'c@x.it')];
    expect(await take(...rows)).toEqual([
      '4 Genitore1 Email addressesOfRows: nelle righe dell’elenco ci sono indirizzi diversi per una persona: Basile Antonio, a@x.it, b@x.it, c@x.it',
    ]);
    expect(await take(...rows)).toEqual([]);
    expect(await truth()).toEqual({
      activate: ['a@x.it'],
      reminder: ['a@x.it'],
      recovery: ['a@x.it', 'b@x.it', 'c@x.it'],
    });
  });

  it('a new one in a newer list: each that it replaces has its own line, and gets nothing', async () => {
    await take(child('Ugo', 1, 'a@x.it, b@x.it'));
    expect(await take(child('Ugo', 1, 'c@x.it'))).toEqual([
      '2 Genitore1 Email addressReplaced: nell’elenco c’è un altro indirizzo: Basile Antonio, a@x.it → c@x.it',
      '2 Genitore1 Email addressReplaced: nell’elenco c’è un altro indirizzo: Basile Antonio, b@x.it → c@x.it',
    ]);
    expect(await truth()).toEqual({ activate: ['c@x.it'], reminder: ['c@x.it'], recovery: ['c@x.it'] });
  });

  it('a later row that still has the old one: nothing is replaced, and nothing said of it', async () => {
    await take(child('Ugo', 1, 'a@x.it'));
    expect(await take(child('Ugo', 1, 'b@x.it'), child('Ida', 2, 'a@x.it'))).toEqual([
      '2 Genitore1 Email addressesOfRows: nelle righe dell’elenco ci sono indirizzi diversi per una persona: Basile Antonio, b@x.it, a@x.it',
    ]);
    expect(await truth()).toMatchObject({ activate: ['b@x.it'], recovery: ['b@x.it', 'a@x.it'] });
  });

  it('one that came by a surmise waits, and is said to', async () => {
    // One provisional code and one name beside a brother of the surname: most likely the same, and another address.
    await take(child('Ugo', 1, 'a@x.it', '12345678903'));
    expect(await take(child('Ida', 2, 'b@x.it', '12345678903'))).toEqual([
      '2 Genitore1 Email addressWaits: l’indirizzo b@x.it (Basile Antonio) non riceve nulla finché la segreteria non lo conferma: non è certo di chi sia',
    ]);
    expect(await truth()).toEqual({ activate: ['a@x.it'], reminder: ['a@x.it'], recovery: ['a@x.it'] });
  });
});
