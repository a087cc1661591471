import { describe, expect, it } from 'vitest';
import { importRoster } from '../import-roster.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

const HEAD = 'Cognome;Nome;Data di nascita;Classe;Codice fiscale\n';
const LUCA = 'NRELCU11B01H501Z';

async function after(...lists: readonly string[]) {
  const store = createMemoryStore();
  const reports = [];
  for (const text of lists)
    reports.push(
      await importRoster(store, [{ name: 'alunni.csv', bytes: Buffer.from(text) }], {
        school: 'PROV0001',
        dryRun: false,
        now: Date.parse('2026-11-23T10:00:00.000Z'),
        levels: ['upperSecondary'],
      }),
    );
  const rejected = reports.at(-1)?.rejected ?? [];
  return {
    pupils: store
      .records()
      .flatMap((one) => (one.kind === 'person' ? [`${one.surname} ${one.givenName}`] : [])),
    rejected: rejected.map(({ reasonCode }) => reasonCode),
    reason: rejected[0]?.reason,
  };
}

describe('columns of surname and name that have changed places', () => {
  it('are seen by the fiscal code, and nobody is made of them', async () => {
    const { pupils, rejected, reason } = await after(`${HEAD}Luca;Neri;01/02/2011;1A;${LUCA}\n`);
    expect({ pupils, rejected }).toEqual({ pupils: [], rejected: ['namesExchanged'] });
    expect(reason).toContain(LUCA);
  });

  it('are seen by whom the register has already', async () => {
    const { pupils, rejected, reason } = await after(
      `${HEAD}Neri;Luca;01/02/2011;1A;\n`,
      `${HEAD}Luca;Neri;01/02/2011;1B;\n`,
    );
    expect({ pupils, rejected }).toEqual({ pupils: ['Neri Luca'], rejected: ['namesExchanged'] });
    expect(reason).toContain('Neri Luca (2011-02-01)');
  });

  it.each([
    ['a code that fits half of the names', `Neri;Anna;01/02/2011;1A;${LUCA}`],
    ['a code that is mistyped', 'Luca;Neri;01/02/2011;1A;NRELCU11B01H501A'],
    ['a name of another script', `Нери;Лука;01/02/2011;1A;${LUCA}`],
  ])('are not seen in %s', async (_what, row) => {
    expect((await after(`${HEAD}${row}\n`)).rejected).toEqual([]);
  });

  it('are two people where both have codes', async () => {
    const { pupils, rejected } = await after(
      `${HEAD}Neri;Luca;01/02/2011;1A;${LUCA}\n`,
      `${HEAD}Luca;Neri;01/02/2011;1B;LCUNRE11B01H501Q\n`,
    );
    expect({ pupils, rejected }).toEqual({ pupils: ['Neri Luca', 'Luca Neri'], rejected: [] });
  });
});

it('in one column the code says which word is the surname', async () => {
  const head = 'Nominativo;Data di nascita;Classe;Codice fiscale\n';
  expect((await after(`${head}LUCA NERI;01/02/2011;1A;${LUCA}\n`)).pupils).toEqual(['Neri Luca']);
  expect((await after(`${head}NERI LUCA;01/02/2011;1A;${LUCA}\n`)).pupils).toEqual(['Neri Luca']);
});
