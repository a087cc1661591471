import { map, of, type Observable } from 'rxjs';
import type { OfficeRestored } from '../../../domain/protocol/endpoints/office/office-restored.ts';
import { askedInBackground, type BackgroundQuestion } from './asked-in-background.ts';

/** What the office is told of a register that was taken from an earlier copy. */
export interface PutBackNews {
  /** Entries that only colleagues' devices still hold, and that nobody of the office has set aside. */
  readonly missing: number;
  /** Devices that are still sending again. */
  readonly sending: number;
  /** When the latest device noticed; names the news, so that whoever has read it hears of the next. */
  readonly noticedAt: string;
}

/** What the news depends on. */
export interface PutBackParts extends Omit<BackgroundQuestion<OfficeRestored>, 'nothing'> {}

const NOTHING: OfficeRestored = { devices: [], missing: [], setAside: [] };

/** What the school says of a register taken from an earlier copy; nothing where it never was, and while the school cannot be reached. */
export function putBackNews(parts: PutBackParts): Observable<PutBackNews | undefined> {
  return askedInBackground({ ...parts, nothing: NOTHING }).pipe(map(newsOf));
}

/** For those who do not answer for the whole school: nothing is asked. */
export function noNews(): Observable<PutBackNews | undefined> {
  return of(undefined);
}

function newsOf({ devices, missing }: OfficeRestored): PutBackNews | undefined {
  if (devices.length + missing.length === 0) return undefined;
  const noticedAt = devices.reduce((latest, each) => (each.noticedAt > latest ? each.noticedAt : latest), '');
  const sending = devices.filter(({ endedAt }) => endedAt === undefined).length;
  return { missing: missing.length, sending, noticedAt };
}
