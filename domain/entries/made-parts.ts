import type { Instant, PersonId } from '../base/ids.ts';
import { kindOf, type RegisterRecord } from '../kinds/registry.ts';
import type { AnyMade } from '../record/field-rules.ts';
import { hasItem, itemsIn, type Item } from './items.ts';

/** Something inside a record that one person made at one time: a signature, a roll call, a mark. */
export interface MadePart {
  readonly field: string;
  readonly by: PersonId;
  readonly at: Instant;
  /** The part itself, to compare it by. */
  readonly value: unknown;
}

/** Everything inside a record of which it is known who made it and when, by the rules of the fields of its kind. */
export function madeParts(record: RegisterRecord): readonly MadePart[] {
  const found: MadePart[] = [];
  mapMadeParts(record, (part) => {
    found.push(part);
    return part.at;
  });
  return found;
}

/** Whether a part stands in a record as it is. */
export function hasPart(record: RegisterRecord | null, { field, value }: MadePart): boolean {
  if (record === null) return false;
  return hasItem(partsIn(Reflect.get(record, field)), value);
}

/** A record in which each made part has the time that `timeOf` gives it; the same object where no time is another one. */
export function mapMadeParts<R extends RegisterRecord>(record: R, timeOf: (part: MadePart) => Instant): R {
  const changed: Record<string, unknown> = {};
  for (const { field, made } of madeFieldsOf(record)) {
    const value: unknown = Reflect.get(record, field);
    if (value === undefined) continue;
    const parts = partsIn(value);
    const mapped = parts.map((part) => {
      // The rule names members that the schema of the kind demands, a person and an instant.
      const by = part[made.by] as PersonId;
      const at = part[made.at] as Instant;
      const time = timeOf({ field, by, at, value: part });
      return time === at ? part : { ...part, [made.at]: time };
    });
    if (mapped.every((part, index) => part === parts[index])) continue;
    changed[field] = Array.isArray(value) ? mapped : mapped[0];
  }
  return Object.keys(changed).length === 0 ? record : { ...record, ...changed };
}

/** The fields of a kind that hold made parts. */
interface MadeField {
  readonly field: string;
  readonly made: AnyMade;
}

/** What the rules of the kinds say, found once. */
const madeFields = new WeakMap<object, readonly MadeField[]>();

function madeFieldsOf(record: RegisterRecord): readonly MadeField[] {
  const { fields } = kindOf(record);
  const known = madeFields.get(fields);
  if (known) return known;
  const found = Object.entries(fields).flatMap(([field, rule]) =>
    'made' in rule && rule.made ? [{ field, made: rule.made }] : [],
  );
  madeFields.set(fields, found);
  return found;
}

function partsIn(value: unknown): readonly Item[] {
  if (Array.isArray(value)) return itemsIn(value);
  return typeof value === 'object' && value !== null ? [value as Item] : [];
}
