import type { PersonId, SchoolId } from '../../../domain/base/ids.ts';

/**
 * What of a person's record counted before the school changed it, kept as long as nobody but its author has confirmed the change: until
 * then neither a provider's word nor a recovery is taken for a fiscal code or an address that is new (docs/adr/0013).
 */
export interface RecordChange {
  readonly school: SchoolId;
  readonly person: PersonId;
  /** Fiscal code, normalised; absent where there was none. */
  readonly fiscalCode?: string;
  /** Addresses, normalised. */
  readonly emails: readonly string[];
  /** Who wrote the change, the last one of several. */
  readonly by: PersonId;
  /** All who wrote something of what waits; absent in what was noted before they were kept, where it is the last one alone. */
  readonly authors?: readonly PersonId[];
  /** Whether a list brought it, or a clerk wants an address back that lists had replaced; absent in what is from before it was kept. */
  readonly origin?: 'list' | 'clerk';
  readonly at: number;
}

/** The fiscal codes that the office has refused for somebody, normalised: lists that say them again are passed over in that. */
export interface RefusedValues {
  readonly school: SchoolId;
  readonly person: PersonId;
  readonly fiscalCodes: readonly string[];
}
