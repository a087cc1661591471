import type { ClassId, LocalDate, PersonId } from '../../base/ids.ts';

/**
 * Of whose hours in classes that were left a record says something, which are counted anew with it (D97): a pupil's, those of one from a day on, those of a
 * class from a day on, or all.
 */
export type HoursSaid =
  | { readonly of: 'pupil'; readonly pupil: PersonId }
  | { readonly of: 'pupilFrom'; readonly pupil: PersonId; readonly day: LocalDate }
  | { readonly of: 'classFrom'; readonly class: ClassId; readonly day: LocalDate }
  | { readonly of: 'all' };

/** Of all hours of a pupil. */
export function hoursOfPupil({ pupil }: { readonly pupil: PersonId }): HoursSaid {
  return { of: 'pupil', pupil };
}

/** Of the hours of a pupil from the record's day on. */
export function hoursOfPupilFrom({
  pupil,
  day,
}: {
  readonly pupil: PersonId;
  readonly day: LocalDate;
}): HoursSaid {
  return { of: 'pupilFrom', pupil, day };
}

/** Of the hours of a class from the record's day on. */
export function hoursOfClassFrom(record: { readonly class: ClassId; readonly day: LocalDate }): HoursSaid {
  return { of: 'classFrom', class: record.class, day: record.day };
}

/** How hours are counted, and which are there to be counted. */
export function hoursOfAll(): HoursSaid {
  return { of: 'all' };
}
