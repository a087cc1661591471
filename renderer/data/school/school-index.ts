import type { ClassId, PersonId } from '../../../domain/base/ids.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';

/** The people, classes and subjects that this device knows, by their keys: what pages name them by. */
export interface SchoolIndex {
  person(id: PersonId): Person | undefined;
  schoolClass(id: ClassId): SchoolClass | undefined;
  /** All classes that this device knows: a class is named among them. */
  classes(): readonly SchoolClass[];
  subject(id: string): Subject | undefined;
}
