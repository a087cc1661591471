import { describe, expect, it } from 'vitest';
import { importRoster } from '../import-roster.ts';
import { createMemoryStore } from '../trial/memory-store.ts';
import { givenNameSex } from './given-name-sex.ts';

const HEAD = 'Matricola;Cognome;Nome;Data di nascita;Codice fiscale;Sesso;Classe\n';
const LUCA = 'BNCLCU10B01F257';
const MARIO = 'RSSMRA10B01F257';
const MARIA = 'RSSMRA10B41F257';

/** A code with its check letter. */
function checked(code: string): string {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  const sum = Array.from(code, (sign, place) => {
    const value = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65;
    return place % 2 === 0 ? (odd[value] ?? 0) : value;
  }).reduce((total, value) => total + value, 0);
  return code + String.fromCharCode(65 + (sum % 26));
}

async function after(...rows: readonly string[]) {
  const store = createMemoryStore();
  const reports = [];
  for (const row of rows)
    reports.push(
      await importRoster(store, [{ name: 'alunni.csv', bytes: Buffer.from(`${HEAD}${row}\n`) }], {
        school: 'PROV0001',
        dryRun: false,
        now: Date.parse('2026-11-23T10:00:00.000Z'),
        levels: ['upperSecondary'],
      }),
    );
  return {
    pupils: store
      .records()
      .flatMap((one) => (one.kind === 'person' ? [`${one.surname} ${one.givenName}`] : [])),
    rejected: reports.at(-1)?.rejected.map(({ reasonCode }) => reasonCode),
  };
}

describe('a twin in whose row the other one’s code or identifier stands', () => {
  it.each([
    [
      'Luca, Lucia',
      `;Bianchi;Luca;1/2/2010;${checked(LUCA)};;2A`,
      `;Bianchi;Lucia;1/2/2010;${checked(LUCA)};;2A`,
    ],
    [
      'Mario, Maria',
      `;Rossi;Mario;1/2/2010;${checked(MARIO)};;2A`,
      `;Rossi;Maria;1/2/2010;${checked(MARIO)};;2A`,
    ],
    [
      'Maria, Mario',
      `;Rossi;Maria;1/2/2010;${checked(MARIA)};;2A`,
      `;Rossi;Mario;1/2/2010;${checked(MARIA)};;2A`,
    ],
    ['by identifier', '10231;Rossi;Mario;1/2/2010;;;2A', '10231;Rossi;Maria;1/2/2010;;;2A'],
    ['by identifier and sex', '10231;Rossi;Andrea;1/2/2010;;M;2A', '10231;Rossi;Andreas;1/2/2010;;F;2A'],
  ])('renames nobody: %s', async (_who, first, second) => {
    const { pupils, rejected } = await after(first, second);
    expect(pupils).toHaveLength(1);
    expect(rejected).toHaveLength(1);
    expect((await after(first)).pupils).toEqual(pupils);
  });

  it('a name that was mistyped is corrected all the same, where the code has its sex', async () => {
    const rows = [
      `;Rossi;Maria;1/2/2010;${checked(MARIO)};M;2A`,
      `;Rossi;Mario;1/2/2010;${checked(MARIO)};M;2A`,
    ];
    expect(await after(...rows)).toEqual({ pupils: ['Rossi Mario'], rejected: [] });
  });

  it.each([
    ['Luca', 'M'],
    ['Lucia', 'F'],
    ['Mario', 'M'],
    ['Maria Grazia', 'F'],
    ['Andrea', undefined],
    ['Giuseppe', undefined],
    ['Wei', undefined],
  ])('%s is a name of %s', (name, sex) => {
    expect(givenNameSex(name)).toBe(sex);
  });
});
