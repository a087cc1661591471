import { describe, expect, it } from 'vitest';
import { importRoster } from '../import-roster.ts';
import { RosterRefusal } from '../report/refusal.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

async function taken(text: string) {
  const store = createMemoryStore();
  const report = await importRoster(store, [{ name: 'alunni.csv', bytes: Buffer.from(text) }], {
    school: 'PROV0001',
    dryRun: false,
    now: Date.parse('2026-11-23T10:00:00.000Z'),
    levels: ['upperSecondary'],
  }).catch((error: unknown) => {
    if (error instanceof RosterRefusal) return error;
    throw error;
  });
  if (report instanceof RosterRefusal) return `${report.code} ${report.value}`;
  return {
    people: store
      .records()
      .flatMap((one) => (one.kind === 'person' ? [`${one.surname} ${one.birthDate} ${one.leftOn}`] : [])),
    rejected: report.rejected.map(({ row, reasonCode }) => `${row} ${reasonCode}`),
  };
}

describe('the day on which somebody left is read in the order of its column', () => {
  const HEAD = 'Cognome;Nome;Data di nascita;Classe;Data ritiro\n';

  it('which refuses the file where the month comes first', async () => {
    expect(
      await taken(`${HEAD}Rossi;Anna;25/02/2011;1A;10/25/2026\nVerdi;Ugo;26/02/2011;1A;10/11/2026\n`),
    ).toBe('monthFirstDates 10/25/2026, 2');
  });

  it('and is asked where both orders are there', async () => {
    const rows = ['25/10/2026', '10/25/2026', '10/11/2026'].map(
      (day, index) => `Rossi${'abc'[index]};Anna;25/02/2011;1A;${day}\n`,
    );
    expect(await taken(HEAD + rows.join(''))).toEqual({
      people: ['Rossia 2011-02-25 2026-10-25'],
      rejected: ['3 dateOrderUnclear', '4 dateOrderUnclear'],
    });
  });
});

describe('fiscal codes prove the order of dates that can be read both ways', () => {
  const HEAD = 'Cognome;Nome;Data di nascita;Classe;Codice fiscale\n';

  it('with the month first: the file is refused', async () => {
    expect(
      await taken(
        `${HEAD}Neri;Luca;02/01/2011;1A;NRELCU11B01H501Z\nBruni;Pio;03/04/2011;1A;BRNPIO11C04H501Q\n`,
      ),
    ).toBe('monthFirstDates 02/01/2011, 2');
  });

  it('with the day first', async () => {
    expect(
      await taken(
        `${HEAD}Neri;Luca;01/02/2011;1A;NRELCU11B01H501Z\nBruni;Pio;04/03/2011;1A;BRNPIO11C04H501Q\n`,
      ),
    ).toMatchObject({ people: ['Neri 2011-02-01 undefined', 'Bruni 2011-03-04 undefined'] });
  });

  it('and one code alone proves nothing: it may be the one that is mistyped', async () => {
    expect(await taken(`${HEAD}Neri;Luca;02/01/2011;1A;NRELCU11B01H501Z\n`)).toMatchObject({
      people: ['Neri 2011-01-02 undefined'],
    });
  });
});

it.each(['01 / 02 / 2011', '01/ 02/2011', '01–02–2011', '01‑02‑2011'])(
  '%s is a date, whatever set its signs',
  async (date) => {
    expect(await taken(`Cognome;Nome;Data di nascita;Classe\nRossi;Anna;${date};1A\n`)).toEqual({
      people: ['Rossi 2011-02-01 undefined'],
      rejected: [],
    });
  },
);
