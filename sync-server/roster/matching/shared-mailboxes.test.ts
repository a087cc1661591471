import { describe, expect, it } from 'vitest';
import { importRoster } from '../import-roster.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

async function heldIn(text: string) {
  const store = createMemoryStore();
  await importRoster(store, [{ name: 'alunni.csv', bytes: Buffer.from(text) }], {
    school: 'PROV0001',
    dryRun: false,
    now: Date.parse('2026-11-23T10:00:00.000Z'),
    levels: ['upperSecondary'],
  });
  const data = store.records().flatMap((one) => (one.kind === 'personalData' ? [one] : []));
  return {
    addresses: data.flatMap(({ emails }) => emails),
    held: data.flatMap(({ unconfirmedEmails = [] }) => unconfirmedEmails),
    guardians: data.filter(({ children }) => children.length > 0).length,
  };
}

const GUARDIANS = 'Cognome;Nome;Data di nascita;Classe;Genitore1 cognome;Genitore1 nome;Genitore1 email\n';
const PUPILS = 'Cognome;Nome;Data di nascita;Classe;Email\n';

describe('one mailbox of two families, however its address is written', () => {
  it.each([
    ['casa@gmail.com', 'casa@googlemail.com'],
    ['ca.sa@gmail.com', 'casa@gmail.com'],
    ['casa+rossi@posta.example', 'casa+verdi@posta.example'],
    ['Casa@Posta.example', 'casa@posta.example'],
  ])('gets no credentials before the office has confirmed it: %s, %s', async (one, other) => {
    const { addresses, held } = await heldIn(
      `${GUARDIANS}Rossi;Anna;01/02/2011;1A;Rossi;Maria;${one}\nVerdi;Ugo;01/03/2011;1B;Verdi;Lia;${other}\n`,
    );
    expect(held).toEqual(addresses);
    expect(held).toHaveLength(2);
  });

  it('does not make two mothers of one', async () => {
    const { guardians, held } = await heldIn(
      `${GUARDIANS}Rossi;Anna;01/02/2011;1A;Bianchi;Maria;maria@gmail.com\nRossi;Ugo;01/03/2012;1B;Bianchi;Maria;maria@googlemail.com\n`,
    );
    expect({ guardians, held }).toEqual({ guardians: 1, held: [] });
  });
});

describe('one address in the rows of several pupils', () => {
  it('of different families waits for the office', async () => {
    const { held } = await heldIn(
      `${PUPILS}Rossi;Anna;01/02/2011;1A;classe1a@posta.example\nVerdi;Ugo;01/03/2011;1A;classe1a@posta.example\n`,
    );
    expect(held).toEqual(['classe1a@posta.example', 'classe1a@posta.example']);
  });

  it('of brother and sister is theirs', async () => {
    const { held } = await heldIn(
      `${PUPILS}Rossi;Anna;01/02/2011;1A;rossi@posta.example\nRossi;Ugo;01/03/2012;1B;rossi@posta.example\n`,
    );
    expect(held).toEqual([]);
  });
});
