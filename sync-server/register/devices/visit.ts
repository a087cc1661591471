import type { SchoolId } from '../../../domain/base/ids.ts';
import type { DeviceMoment, DeviceOf, Link, StoreReturn } from '../../storage/contract/devices.ts';
import type { Session } from '../../storage/contract/session.ts';
import type { SchoolReader, SchoolTransaction } from '../../storage/contract/storage.ts';
import { deviceLabel } from '../../identity/accounts/authenticate.ts';
import { afterContact, firstMoment, isWorthNoting, momentOf } from './device-moment.ts';
import type { SeenLinks } from './seen-link.ts';

/** A request of a device: what was known of the device, and how the store stands to what the device has seen of it. */
export interface Visit {
  readonly school: SchoolId;
  readonly session: Session;
  /** As it is in the store; undefined when the device comes for the first time. */
  readonly before: DeviceMoment | undefined;
  /** With what the request tells. */
  readonly device: DeviceMoment;
  /** When the device last came to a store put back, milliseconds since 1970; 0 for never. */
  readonly returnedAt: number;
  /** The device has seen a link that this store does not have: the store was put back from an older copy. */
  readonly restored: boolean;
}

/** What a device tells of itself with a request. */
export interface VisitWords {
  readonly seen?: string;
  readonly settled?: boolean;
}

const RETURNS_LOOKED_AT = 1000;

/** Recognises the device behind a session and the store that it knows, within the snapshot or transaction that the request reads. */
export async function recognise(
  reader: SchoolReader,
  school: SchoolId,
  session: Session,
  links: SeenLinks,
  { seen: text }: VisitWords,
  now: number,
): Promise<Visit> {
  const who: DeviceOf = { person: session.person, deviceId: session.deviceId };
  const seen = text === undefined ? undefined : links.read(school, who, text);
  const before = await reader.deviceMoment(who);
  const signedIn = before?.since ?? (await reader.firstSignIn(who)) ?? session.createdAt;
  // A store put back may have forgotten the first sign-in; what this server has told the device it believes.
  const since = Math.min(signedIn, seen?.isOurs ? seen.since : signedIn);
  const known = before ? { ...before, since } : firstMoment(who, since);
  const restored = seen !== undefined && (await reader.linkHash(seen.number)) !== seen.hash;
  // Anybody can claim a link that nobody has told them: that starts them anew, and changes nothing of what is known of them.
  const returnedBefore = (await reader.lastReturn(who)) ?? 0;
  // Nor does a seen link of before the device last came back: what that one had seen, it has sent again since.
  const isReturning =
    restored && seen.isOurs && known.returningSince === null && seen.returnedAt >= returnedBefore;
  const device = isReturning ? { ...known, returningSince: now } : known;
  const returnedAt = isReturning ? now : returnedBefore;
  return { school, session, before, device, returnedAt, restored };
}

/** The moment after which everything that comes with this request was written, milliseconds since 1970. */
export function momentOfVisit({ device }: Visit, now: number): number {
  return momentOf(device, now);
}

/** The device as it is known once the request was answered. */
export function afterVisit(visit: Visit, { settled }: VisitWords, now: number): DeviceMoment {
  return afterContact(visit.device, now, settled === true && !visit.restored);
}

/** Whether the request has told something that must be written down. */
export function isVisitWorthNoting(visit: Visit, words: VisitWords, now: number): boolean {
  return isWorthNoting(visit.before, afterVisit(visit, words, now));
}

/** Writes down what a request has told; `cameBack` entries of it were not in the store any more. */
export async function noteVisit(
  transaction: SchoolTransaction,
  visit: Visit,
  words: VisitWords,
  now: number,
  cameBack: number,
): Promise<void> {
  const after = afterVisit(visit, words, now);
  await transaction.saveDeviceMoment(after);
  const since = visit.device.returningSince;
  if (since === null) return;
  const endedAt = after.returningSince === null ? now : null;
  const isNew = visit.before?.returningSince !== since;
  if (!isNew && cameBack === 0 && endedAt === null) return;
  const known = isNew ? undefined : await openReturn(transaction, visit, since);
  const { person, deviceId } = visit.session;
  await transaction.saveStoreReturn({
    person,
    deviceId,
    device: deviceLabel(visit.session),
    noticedAt: since,
    endedAt,
    cameBack: (known?.cameBack ?? 0) + cameBack,
  });
}

async function openReturn(
  reader: SchoolReader,
  { session: { person, deviceId } }: Visit,
  noticedAt: number,
): Promise<StoreReturn | undefined> {
  const returns = await reader.storeReturns(RETURNS_LOOKED_AT);
  return returns.find(
    (one) => one.person === person && one.deviceId === deviceId && one.noticedAt === noticedAt,
  );
}

/** The seen link that the device gets of where the school's history stands. */
export function seenLinkFor(links: SeenLinks, { school, device, returnedAt }: Visit, link: Link): string {
  const { person, deviceId, since } = device;
  return links.write(school, { person, deviceId }, link, { since, returnedAt });
}
