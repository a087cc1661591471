import { limitEighths } from '../../../domain/hours/annual-hours.ts';
import type { PupilHours } from '../../../domain/hours/pupil-hours.ts';
import type { Format } from '../../i18n/format.ts';

/** Half units as hours: 25 are 12.5. */
export function hoursOf(halfUnits: number): number {
  return halfUnits / 2;
}

/** The most hours that may be missed, exact to a quarter of an hour (D12). */
export function limitHours(annualHalfUnits: number): number {
  return limitEighths(annualHalfUnits) / 8;
}

/** How much of the limit is used, in whole hundredths rounded down: nobody is said to have reached what they have not. */
export function usedOfLimit({ counted, limit }: PupilHours): number | undefined {
  if (!limit || limit.annualHalfUnits === 0) return undefined;
  return Math.floor((400 * counted.countedHalfUnits) / limit.annualHalfUnits);
}

/** A number of hours, as the language writes it. */
export function hoursText(halfUnits: number, format: Format): string {
  return format.number(hoursOf(halfUnits));
}
