import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Toy } from '../../../domain/testing/toy/record.ts';
import type { CommandResult } from '../../data/commands/outcome.ts';
import type { Register } from '../../data/register.ts';

/** Sticks something on the toy of a class: the register carries out what it has never heard of. */
export function stick(
  register: Pick<Register, 'run'>,
  day: LocalDate,
  schoolClass: ClassId,
  colour: string,
): Promise<CommandResult> {
  const id = `toy.${day}.${schoolClass}`;
  return register.run({
    collection: 'attendance',
    id,
    members: { day },
    day,
    writeFacts: (facts) => facts.writeFacts(schoolClass, day),
    change({ current }, facts, version) {
      const before = current as unknown as Toy | undefined;
      const sticker = { colour, stuckBy: facts.me, stuckAt: version.recordedAt };
      const next: Toy = {
        ...version,
        id,
        kind: 'toy',
        day,
        class: schoolClass,
        note: before?.note ?? '',
        stickers: [...(before?.stickers ?? []), sticker],
      };
      // A kind that the types of the registry do not know either.
      return next as unknown as RegisterRecord;
    },
  });
}
