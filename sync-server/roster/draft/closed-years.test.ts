import { expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { importRoster } from '../import-roster.ts';
import { RosterRefusal } from '../report/refusal.ts';
import { createMemoryStore } from '../trial/memory-store.ts';
import { csv } from '../trial/tables-as-files.ts';

const HEADER = ['cognome', 'nome', 'dataNascita', 'classe'];
const list = (schoolClass: string) =>
  csv('alunni.csv', [
    HEADER,
    ['Rossi', 'Anna', '1/2/2014', schoolClass],
    ['Hu', 'Jun', '3/4/2014', schoolClass],
  ]);
const options = { school: 'TEST0001', dryRun: false, levels: ['lowerSecondary'] } as const;
const IN_2025 = Date.parse('2025-10-01T10:00:00.000Z');
const IN_2026 = Date.parse('2026-10-01T10:00:00.000Z');

async function schoolClosedIn2026() {
  const store = createMemoryStore();
  await importRoster(store, [list('1A')], { ...options, now: IN_2025 });
  const years = store.records().filter((one) => one.kind === 'schoolYear');
  const closedOn = '2026-08-31' as LocalDate;
  await store.write(
    years.flatMap(({ school }) => school)[0] ?? ('' as never),
    years.map((year) => ({ ...year, closedOn })),
  );
  return store;
}

test('D198: a list that would change a closed year is refused whole, and says which', async () => {
  const store = await schoolClosedIn2026();
  const before = JSON.stringify(store.records());
  const writes = store.writes();
  const refused = importRoster(store, [list('1B')], { ...options, now: IN_2026, startYear: 2025 });
  await expect(refused).rejects.toThrow(RosterRefusal);
  await expect(refused).rejects.toMatchObject({ code: 'yearClosed', value: '2025/26' });
  expect([JSON.stringify(store.records()), store.writes()]).toEqual([before, writes]);
});

test('D198: the list of the new year is taken, and what it ends of the closed one changes no day of it', async () => {
  const store = await schoolClosedIn2026();
  const report = await importRoster(store, [list('2A')], { ...options, now: IN_2026 });
  expect(report).toMatchObject({ created: { classes: 1, enrolments: 2 }, rejected: [] });
  const ends = store.records().flatMap((one) => (one.kind === 'enrolment' ? [one.to ?? 'open'] : []));
  expect(ends.toSorted()).toEqual(['2026-08-31', '2026-08-31', 'open', 'open']);
});
