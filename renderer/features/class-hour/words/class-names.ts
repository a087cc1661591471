import { className, type SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { Format } from '../../../i18n/format.ts';

/** Several classes in a sentence. */
export function classNames(classes: readonly SchoolClass[], { locale }: Pick<Format, 'locale'>): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(classes.map(className));
}
