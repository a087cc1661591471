import { MOMENT_TOLERANCE } from '../../../domain/entries/bring-forward.ts';
import type { DeviceMoment, DeviceOf } from '../../storage/contract/devices.ts';

/**
 * How long a device may be on line without delivering what it has, milliseconds: half a day. A device sends all it has whenever the
 * line is there; one that never says so, or keeps saying that something waits, is taken at its word for so long and no longer.
 */
export const LONGEST_DELIVERY = 43_200_000;

/**
 * How long a device sends again what a store put back had lost, and keeps its old moment meanwhile, milliseconds: a week. One that is used
 * is through within the hour; one that says for a week that it is not, is taken at its word no longer.
 */
export const LONGEST_RETURN = 604_800_000;

/** A moment is noted again after so long, milliseconds: a device that asks every second costs no write every second. */
export const NOTED_EVERY = 300_000;

/** What is known of a device that is seen for the first time. */
export function firstMoment({ person, deviceId }: DeviceOf, since: number): DeviceMoment {
  const nothingYet = { deliveredAt: null, earlierContactAt: null, contactAt: null, returningSince: null };
  return { person, deviceId, since, ...nothingYet };
}

/**
 * The last moment at which a device is known to have had nothing undelivered, milliseconds since 1970: what it delivers now was written
 * after it. Nothing was written before the first sign-in; nothing waited when the device said so; and nothing that it had when it was
 * on line half a day ago or earlier can still be arriving.
 */
export function momentOf(device: DeviceMoment, now: number): number {
  const isOld = (at: number | null): at is number => at !== null && at <= now - LONGEST_DELIVERY;
  const contacts = [device.earlierContactAt, device.contactAt].filter(isOld);
  // A time that the server's clock had while it ran ahead says nothing: taken for now, it would make all that waited look false.
  const known = [device.since, device.deliveredAt ?? 0, ...contacts].filter((at) => !isAhead(at, now));
  return Math.min(now, Math.max(0, ...known));
}

/** Whether a time that was noted is one of a clock that has been set back since; requests that cross differ by less. */
function isAhead(at: number, now: number): boolean {
  return at > now + MOMENT_TOLERANCE;
}

/** Since when a device sends again what a store put back had lost, milliseconds since 1970; undefined where it does not, or has for too long. */
export function returningOf({ returningSince }: DeviceMoment, now: number): number | undefined {
  return returningSince !== null && now < returningSince + LONGEST_RETURN ? returningSince : undefined;
}

/** What is known of a device once it was on line: `delivered` when it has said that nothing waits on it any more. */
export function afterContact(device: DeviceMoment, now: number, delivered: boolean): DeviceMoment {
  // While it sends again what the store had lost, its moments stand still: what it sends was written before them.
  const { contactAt } = device;
  const returning = returningOf(device, now);
  if (returning !== undefined && !delivered)
    return isAhead(returning, now) ? { ...device, returningSince: now } : device;
  const isOfAhead = contactAt !== null && isAhead(contactAt, now);
  const isNewContact = contactAt === null || isOfAhead || contactAt <= now - LONGEST_DELIVERY;
  return {
    ...device,
    returningSince: null,
    ...(isNewContact ? { earlierContactAt: isOfAhead ? null : contactAt, contactAt: now } : {}),
    ...(delivered ? { deliveredAt: now } : {}),
  };
}

/** Whether what is known has moved so far that it should be written down. */
export function isWorthNoting(before: DeviceMoment | undefined, after: DeviceMoment): boolean {
  if (!before) return true;
  return (
    before.since !== after.since ||
    before.returningSince !== after.returningSince ||
    before.contactAt !== after.contactAt ||
    (after.deliveredAt ?? 0) - (before.deliveredAt ?? 0) >= NOTED_EVERY ||
    (after.deliveredAt ?? 0) < (before.deliveredAt ?? 0)
  );
}
