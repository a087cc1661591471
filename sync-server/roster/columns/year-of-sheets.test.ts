import { describe, expect, it } from 'vitest';
import { utils, write } from '@e965/xlsx';
import { importRoster } from '../import-roster.ts';
import { RosterRefusal } from '../report/refusal.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');

/** Imports a workbook of sheets with one pupil each; answers classes and years, or the reason of the refusal. */
async function sheets(titles: readonly string[], startYear?: number): Promise<readonly string[]> {
  const book = utils.book_new();
  for (const [index, title] of titles.entries())
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['Cognome', 'Nome', 'Data di nascita'],
        [`Rossi${'abcdef'[index] ?? ''}`, 'Ada', '01/03/2014'],
      ]),
      title,
    );
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx' });
  if (!(bytes instanceof Uint8Array)) throw new Error('A workbook is bytes');
  const store = createMemoryStore();
  try {
    await importRoster(store, [{ name: 'alunni.xlsx', bytes }], {
      school: 'PROV0001',
      dryRun: false,
      now: NOW,
      levels: ['lowerSecondary'],
      ...(startYear === undefined ? {} : { startYear }),
    });
  } catch (error) {
    if (error instanceof RosterRefusal) return [error.code, error.value];
    throw error;
  }
  return store.records().flatMap((record) => (record.kind === 'class' ? [record.id] : []));
}

describe('S4 sheets of last year beside this year’s', () => {
  it.each([
    [['1A 2025-26', '1A 2026-27']],
    [['1A 2026-27', '2A 2026-27', '3A 2024-25']],
    [['1A', '1A 25-26']],
    [['1A a.s. 2025_26', '1B a.s. 2026_27']],
    [['1A 2024', '1A 2026']],
  ])('%j are refused, and the sheets are named', async (titles) => {
    const [code, value] = await sheets(titles);
    expect(code).toBe('otherYears');
    expect(value).toContain('2026/27');
    expect(value).not.toMatch(/2026[-_]27/);
  });

  it.each([
    [['1A 2026-27', '1B 2026-27'], undefined],
    [['1A 26-27', '1B'], undefined],
    [['1A 2026', '1B 2027'], undefined],
    [['1A 2025-26', '1B 2025-26'], 2025],
  ])('%j are of the year of the import', async (titles, startYear) => {
    const year = startYear ?? 2026;
    expect(await sheets(titles, startYear)).toEqual([`${year}.LS.1A`, `${year}.LS.1B`]);
  });
});
