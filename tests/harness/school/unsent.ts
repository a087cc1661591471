import { toInstant, toPersonId } from '../../../domain/base/ids.ts';
import { attendanceDayId } from '../../../domain/kinds/attendance-day/record.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { JournalEntry } from '../../../domain/protocol/bridge/journal.ts';
import type { Scenario } from '../scenario.ts';
import { at, classes, COLLEAGUE, DAY, ME } from './demo-class.ts';
import { attendance, hasUnsent, lateMarks, lesson, signature, time } from './written.ts';

const [first, , third] = classes;
/** Somebody whose data have left the device. */
const GONE = toPersonId('gone');
/** What waits in an account that nobody has opened yet. */
const WAITING_AT_THE_DOOR = 3;

/** The journal of the teacher's device when the harness opens, oldest entry first; what the school has is what they start from. */
export function journalOf(scenario: Scenario, atSchool: readonly RegisterRecord[]): readonly JournalEntry[] {
  const byId = new Map(atSchool.map((record) => [record.id, record]));
  const entryOf = (record: RegisterRecord): JournalEntry => ({
    entry: record.entry,
    collection: kindOf(record).collection,
    record,
    assumed: byId.get(record.id) ?? null,
  });
  if (scenario.role !== 'teacher') return [];
  if (scenario.waiting !== undefined) return writtenWithoutLine(scenario.waiting).map(entryOf);
  if (scenario.session !== 'open') return writtenWithoutLine(WAITING_AT_THE_DOOR).map(entryOf);
  return [
    ...(hasUnsent(scenario) ? ofToday(scenario).map(entryOf) : []),
    ...(scenario.name === 'busy' ? refusedOnes(entryOf) : []),
  ];
}

/** What the teacher of the harness has written this morning. */
function ofToday({ name }: Pick<Scenario, 'name'>): readonly RegisterRecord[] {
  const own = { rollCall: { by: ME, at: at('08:58') }, recordedAt: at('08:58') };
  return [
    lesson(1, third, {
      signatures: [signature(ME, '08:03')],
      rollCall: { by: ME, at: at('08:05') },
      topic: 'Equazioni di primo grado e di secondo',
    }),
    name === 'busy'
      ? lesson(2, first, {
          ...own,
          signatures: [signature(ME, '08:56'), signature(COLLEAGUE, '08:57', 'coTeaching')],
          topic: 'Frazioni equivalenti e riduzione ai minimi termini',
          activity: 'Esercizi 12–20 a pagina 84, correzione alla lavagna',
        })
      : lesson(2, first, { ...own, topic: 'Frazioni equivalenti' }),
    ...lateMarks(ME, '08:56'),
  ];
}

/** What a teacher writes on days without network. */
function writtenWithoutLine(count: number): readonly RegisterRecord[] {
  return Array.from({ length: count }, (_each, index) => {
    const number = index + 1;
    const recordedAt = toInstant(Date.parse(at('08:50')) - (count - number) * 7 * 60_000);
    const record =
      number % 5 === 0
        ? lesson(3, third, { topic: `Equazioni e disequazioni, esercizio ${number}` })
        : attendance(
            number % 28,
            [
              number % 3 === 0
                ? { kind: 'entry', hour: 1, time: time('08:19') }
                : { kind: 'absent', hour: 1 },
            ],
            ME,
          );
    return { ...record, recordedAt };
  });
}

/** Entries that the school has refused, newest last. */
function refusedOnes(entryOf: (record: RegisterRecord) => JournalEntry): readonly JournalEntry[] {
  const withdrawn = { ...attendance(6, [], ME), id: attendanceDayId(DAY, GONE), pupil: GONE };
  const before = { ...attendance(6, [{ kind: 'absent', hour: 2 }], ME), id: withdrawn.id, pupil: GONE };
  return [
    {
      ...entryOf(lesson(3, third, { topic: 'Ripasso' })),
      refusal: { reason: 'windowClosed', refusedAt: at('08:51') },
    },
    // A mark taken back, of somebody whose data have left this computer.
    { ...entryOf(withdrawn), assumed: before, refusal: { reason: 'forbidden', refusedAt: at('08:52') } },
    {
      ...entryOf(attendance(5, [{ kind: 'absent', hour: 1 }], ME)),
      refusal: { reason: 'notEnrolled', refusedAt: at('08:50') },
    },
  ];
}
