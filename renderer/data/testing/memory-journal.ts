import { fail, ok } from '../../../domain/base/result.ts';
import type { JournalEntry } from '../../../domain/protocol/bridge/journal.ts';
import { openOutbox, type OpenJournal, type Outbox } from '../sync/queue/outbox.ts';

/** An outbox over a journal in memory, which a test may fill up, or have let go of nothing without ever an answer. */
export async function openMemoryOutbox(...kept: readonly JournalEntry[]): Promise<{
  readonly outbox: Outbox;
  readonly inJournal: ReadonlyMap<string, JournalEntry>;
  readonly disk: { isFull: boolean; isSlow: boolean; readonly appended: string[] };
}> {
  const inJournal = new Map(kept.map((entry) => [entry.entry, entry]));
  const disk = { isFull: false, isSlow: false, appended: [] as string[] };
  const journal = {
    journalRead: async () => ok([...inJournal.values()]),
    journalAppend: async (entries: readonly JournalEntry[]) =>
      ok(
        void entries.map((entry) => {
          disk.appended.push(entry.entry);
          inJournal.set(entry.entry, entry);
        }),
      ),
    async journalSettle(entries: readonly JournalEntry['entry'][]) {
      if (disk.isSlow) await new Promise(() => undefined);
      return disk.isFull
        ? fail({ kind: 'diskFull' })
        : ok(void entries.map((entry) => inJournal.delete(entry)));
    },
    journalRefuse: async (refusals: readonly Pick<Required<JournalEntry>, 'entry' | 'refusal'>[]) =>
      ok(
        void refusals.map(({ entry, refusal }) => {
          const known = inJournal.get(entry);
          if (known) inJournal.set(entry, { ...known, refusal });
        }),
      ),
    reportUnsent: async () => null,
  } as unknown as OpenJournal;
  const opened = await openOutbox(journal);
  if (!opened.ok) throw new Error('no journal');
  return { outbox: opened.value, inJournal, disk };
}
