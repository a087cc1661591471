import type { TFunction } from 'i18next';
import type { Format } from '../../../i18n/format.ts';
import type { ClassHour } from '../view/class-hour.ts';

/** The hours that may be signed along with this one: "la 3ª e la 4ª ora". */
export function followingText(
  { following }: Pick<ClassHour, 'following'>,
  t: TFunction,
  format: Format,
): string {
  return new Intl.ListFormat(format.locale).format(
    following.map((each) => t('classHour.lesson.followingHour', { hour: format.hour(each.hour) })),
  );
}
