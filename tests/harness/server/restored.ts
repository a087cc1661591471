import { toClassId, toEntryId, toInstant, toPersonId } from '../../../domain/base/ids.ts';
import type {
  OfficeRestored,
  SetAsideRequest,
} from '../../../domain/protocol/endpoints/office/office-restored.ts';

type Place = OfficeRestored['missing'][number];
const PATH = '/api/office/restored';
const hoursAgo = (hours: number) => toInstant(Date.now() - hours * 3_600_000);

function placeOf(number: number): Place {
  return {
    entry: toEntryId(`01940000-0000-7000-8000-00000000000${number}`),
    collection: number === 1 ? 'attendance' : 'lessons',
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
export function createMemoryRestored(putBack: boolean) {
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
  let setAside: readonly Place[] = putBack
    ? [{ ...placeOf(3), seenAt: hoursAgo(1), seenBy: 'Prova Olga' }]
    : [];

  /** Answers a request, or nothing for another path. */
  return (path: string, body: unknown): unknown => {
    if (path === PATH) return { devices, missing: [...missing], setAside: [...setAside] };
    if (path !== `${PATH}/set-aside`) return undefined;
    const named = new Set((body as SetAsideRequest).places.map(({ entry }) => entry));
    const seen = missing.filter(({ entry }) => named.has(entry));
    missing = missing.filter(({ entry }) => !named.has(entry));
    setAside = [
      ...seen.map((place) => ({ ...place, seenAt: hoursAgo(0), seenBy: 'Prova Olga' })),
      ...setAside,
    ];
    return { done: seen.length };
  };
}
