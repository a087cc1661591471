import { toInstant } from '../../../domain/base/ids.ts';
import type { OfficeHandOvers } from '../../../domain/protocol/endpoints/session/hand-over.ts';
import { SCHOOL } from '../school/demo-class.ts';
import type { Scenario } from '../scenario.ts';

const ago = (hours: number) => toInstant(Date.now() - hours * 3_600_000);

/** What devices of blocked accounts have handed over: two entries that wait, one that was taken; where there is a past year, one is of it. */
export function handOversIn({ name }: Scenario): OfficeHandOvers {
  const entry = { username: `${SCHOOL}.3`, name: 'Bruni Giancarlo', device: 'PC aula 12' };
  const sent = { recordedAt: ago(70), handedOverAt: ago(5) };
  const place =
    name === 'lastYear'
      ? { day: '2026-06-04', class: '2025.LS.2B' }
      : { day: '2026-11-20', class: '2026.LS.1A' };
  const lesson = (hour: number) => ({
    kind: 'lesson',
    day: '2026-11-20',
    hour,
    class: '2026.LS.1A',
    signatures: [{ teacher: 'unknown', type: 'coTeaching' }],
    topic: 'Le frazioni',
  });
  return {
    entries: [
      { ...entry, id: 'hand-over-0', collection: 'lessons', record: lesson(1), ...sent, state: 'waiting' },
      {
        ...entry,
        id: 'hand-over-1',
        collection: 'attendance',
        record: { kind: 'attendanceDay', ...place, pupil: 'unknown', events: [{ kind: 'absent', hour: 2 }] },
        ...sent,
        state: 'waiting',
      },
      {
        ...entry,
        id: 'hand-over-2',
        collection: 'lessons',
        record: lesson(3),
        ...sent,
        state: 'taken',
        settledAt: ago(1),
        settledBy: `${SCHOOL}.10009`,
      },
    ],
  };
}
