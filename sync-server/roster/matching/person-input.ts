import type { LocalDate } from '../../../domain/base/ids.ts';
import type { PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { StaffRole } from '../../../domain/access/staff-role.ts';

/** What a source says about a person; what it does not say stays as it was. */
export interface PersonInput {
  readonly type: Person['type'];
  readonly surname: string;
  readonly givenName: string;
  readonly birthDate?: LocalDate | undefined;
  readonly sex?: PersonalData['sex'] | undefined;
  readonly birthPlace?: string;
  readonly birthProvince?: string;
  readonly address?: string;
  readonly city?: string;
  readonly province?: string;
  readonly fiscalCode?: string;
  readonly sourceId?: string;
  readonly sourceUsername?: string;
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly roles?: readonly StaffRole[];
  readonly leftOn?: LocalDate | undefined;
}
