import { toClassId, toEntryId, toInstant, toPersonId } from '../../../domain/base/ids.ts';
import { readRestored, setPlacesAside } from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { OfficeRestored } from '../../../domain/protocol/endpoints/office/office-restored.ts';
import { answering, type Answered } from './answers.ts';

type Place = OfficeRestored['missing'][number];
const hoursAgo = (hours: number) => toInstant(Date.now() - hours * 3_600_000);

function placeOf(number: number): Place {
  return {
    entry: toEntryId(`01940000-0000-7000-8000-00000000000${number}`),
    kind: number === 1 ? 'attendanceDay' : 'lesson',
    id: `2026-11-20.${number}`,
    class: toClassId('2026.LS.1A'),
    day: '2026-11-20' as Place['day'],
    author: toPersonId('somebody'),
    authorName: number === 3 ? 'Gallo Ines' : 'Rossi Elena',
    recordedAt: hoursAgo(70 - number),
    reportedAt: hoursAgo(2),
    heldBy: 'Bruni Giancarlo',
    device: 'PC aula 12 (7c1e22aa)',
  };
}

/** A store put back from a copy three hours ago, or one that never was, as the office sees it. */
export function answersOfRestored(putBack: boolean): readonly Answered[] {
  const devices: OfficeRestored['devices'] = putBack
    ? [
        {
          name: 'Bruni Giancarlo',
          device: 'PC aula 12 (7c1e22aa)',
          noticedAt: hoursAgo(3),
          endedAt: hoursAgo(2),
          cameBack: 7,
        },
        { name: 'Conti Paola', device: 'Portatile (90ab12cd)', noticedAt: hoursAgo(1), cameBack: 2 },
      ]
    : [];
  let missing: readonly Place[] = putBack ? [1, 2].map(placeOf) : [];
  let aside: readonly Place[] = putBack ? [{ ...placeOf(3), seenAt: hoursAgo(1), seenBy: 'Prova Olga' }] : [];

  return [
    answering(readRestored, () => ({ devices: [...devices], missing: [...missing], setAside: [...aside] })),
    answering(setPlacesAside, ({ body }) => {
      const named = new Set(body.places.map(({ entry }) => entry));
      const seen = missing.filter(({ entry }) => named.has(entry));
      missing = missing.filter(({ entry }) => !named.has(entry));
      const now = { seenAt: hoursAgo(0), seenBy: 'Prova Olga' };
      aside = [...seen.map((place) => ({ ...place, ...now })), ...aside];
      return { done: seen.length };
    }),
  ];
}
