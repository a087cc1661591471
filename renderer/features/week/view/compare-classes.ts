import { className, type SchoolClass } from '../../../../domain/kinds/class/record.ts';

const byName = new Intl.Collator('it', { numeric: true });

/** Classes in the order of their names. */
export function compareClasses(a: SchoolClass, b: SchoolClass): number {
  return byName.compare(className(a), className(b));
}
